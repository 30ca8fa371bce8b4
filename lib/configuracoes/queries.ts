import { cache } from "react";
import { and, eq, getTableColumns, gte, inArray, notExists, or, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { arquivos, configuracaoEmpresa, excecoes, expedientes, funcionarios, mensagens } from "@/db/schema";
import { enderecoDoArquivo } from "@/lib/domain/permissoes";
import { datasDoAno } from "@/lib/domain/calendario";
import * as z from "@/lib/domain/mensagens";
import { diaDoInstante } from "@/lib/domain/tempo";
import { anonimo } from "@/lib/server/actor";
import { naoEncontrado } from "@/lib/server/errors";
import { query } from "@/lib/server/query";
import type { Place } from "@/lib/server/storage";

/** The company's name, zone and the address of its logo, as every screen shows them; null before the first access. */
export const verEmpresa = query("publico", async ({ db }) => {
  const [empresa] = await db
    .select({ nome: configuracaoEmpresa.nome, fuso: configuracaoEmpresa.fuso, logo: arquivos.nome })
    .from(configuracaoEmpresa)
    .leftJoin(arquivos, eq(arquivos.id, configuracaoEmpresa.logoId));
  return empresa ? { ...empresa, logo: empresa.logo && enderecoDoArquivo(empresa.logo) } : null;
});

/** The same, read once for all that draws one screen. */
export const empresaAtual = cache(() => verEmpresa(anonimo));

/** The same; before the first access a house without a company. */
export const empresaDaTela = cache(
  async () => (await empresaAtual()) ?? { nome: "Hora Marcada", fuso: "America/Sao_Paulo", logo: null },
);

/** The company's IANA zone, in which every civil time is read and written. */
export const fusoDaEmpresa = query("publico", ({ db }) => lerFuso(db));

/** The same inside a statement. */
export const fusoNoBanco = sql`coalesce((select fuso from configuracao_empresa), 'America/Sao_Paulo')`;

/** The same within whatever asks already. */
export async function lerFuso(on: Db | Tx): Promise<string> {
  const { rows } = await on.execute<{ fuso: string }>(sql`select ${fusoNoBanco} as fuso`);
  return rows[0]!.fuso;
}

/** Everything about the company, as its form shows it. @throws AppError `nao_encontrado` before the first access */
export const verConfiguracaoDaEmpresa = query("master", async ({ db }) => {
  const { versao, nome, razaoSocial, cnpj, telefone, cep, ...c } = getTableColumns(configuracaoEmpresa);
  const endereco = { logradouro: c.logradouro, numero: c.numero, complemento: c.complemento, bairro: c.bairro };
  const lugar = { cidade: c.cidade, uf: c.uf, fuso: c.fuso };
  const [empresa] = await db
    .select({ versao, nome, razaoSocial, cnpj, telefone, cep, ...endereco, ...lugar })
    .from(configuracaoEmpresa);
  if (!empresa) throw naoEncontrado();
  return empresa;
});

const nomeDeArquivo = z.uuid();

/**
 * What a kept file is and where its bytes are. Whoever knows its name may see it, unless a client sent it: that is only for
 * whoever answers them. @throws AppError `nao_encontrado`
 */
export const verArquivo = query("publico", async ({ db }, nome: string) => {
  if (!nomeDeArquivo.safeParse(nome).success) throw naoEncontrado();
  const { tipo, deposito, conteudo, chave } = arquivos;
  const deMensagem = db.select({ id: mensagens.id }).from(mensagens).where(eq(mensagens.arquivoId, arquivos.id));
  const [arquivo] = await db
    .select({ tipo, deposito, conteudo, chave })
    .from(arquivos)
    .where(and(eq(arquivos.nome, nome), notExists(deMensagem)));
  if (!arquivo) throw naoEncontrado();
  // The database sees to it that each has what its store needs.
  return arquivo as { tipo: string } & Place;
});

export type EmpresaDoFormulario = Awaited<ReturnType<typeof verConfiguracaoDaEmpresa>>;

/**
 * All hours and rules, as their screen shows them: holidays and dates of this year and the next, and the people who work
 * here or have hours of their own.
 *
 * @throws AppError `nao_encontrado` before the first access
 */
export const verHorarios = query("master", async ({ db }, now: Date) => {
  const { versao, gradeMinutos, antecedenciaMinutos, horizonteDias, prazoClienteMinutos, ...c } =
    getTableColumns(configuracaoEmpresa);
  const regras = { versao, gradeMinutos, antecedenciaMinutos, horizonteDias, prazoClienteMinutos };
  const [empresa] = await db
    .select({ ...regras, feriadosFechados: c.feriadosFechados, fuso: c.fuso })
    .from(configuracaoEmpresa);
  if (!empresa) throw naoEncontrado();
  const { fuso, ...asRegras } = empresa;
  const hoje = diaDoInstante(now, fuso);

  const semanas = await db
    .select({
      id: expedientes.id,
      versao: expedientes.versao,
      funcionarioId: expedientes.funcionarioId,
      de: expedientes.de,
      ate: expedientes.ate,
      semana: expedientes.semana,
    })
    .from(expedientes)
    .orderBy(sql`${expedientes.de} nulls first`);
  const proprias = semanas.filter(({ funcionarioId }) => funcionarioId !== null);
  const pessoas = await db
    .select({ id: funcionarios.id, nome: funcionarios.nome, cor: funcionarios.cor, ativo: funcionarios.ativo })
    .from(funcionarios)
    .where(
      or(
        funcionarios.ativo,
        inArray(
          funcionarios.id,
          proprias.map(({ funcionarioId }) => funcionarioId!),
        ),
      ),
    )
    .orderBy(sql`sem_acento(${funcionarios.nome})`);
  const { criadoEm: _, atualizadoEm: __, ...daExcecao } = getTableColumns(excecoes);
  const ano = Number(hoje.slice(0, 4));
  const proximas = await db
    .select(daExcecao)
    .from(excecoes)
    .where(or(excecoes.anual, gte(excecoes.data, `${ano}-01-01`)))
    .orderBy(excecoes.data);

  return {
    hoje,
    regras: asRegras,
    empresa: semanas.find(({ funcionarioId }) => funcionarioId === null)!,
    profissionais: pessoas.map((pessoa) => ({
      ...pessoa,
      periodos: proprias.filter(({ funcionarioId }) => funcionarioId === pessoa.id),
    })),
    datas: [ano, ano + 1].flatMap((um) => datasDoAno(um, proximas, empresa.feriadosFechados)),
  };
});

export type Horarios = Awaited<ReturnType<typeof verHorarios>>;
