import { eq, sql } from "drizzle-orm";
import { diaDoInstante } from "../../lib/domain/tempo";
import type { Tx } from "../client";
import {
  arquivos,
  cargos,
  configuracaoEmpresa,
  consentimentos,
  funcionarios,
  funcionarioServicos,
  servicos,
  usuarios,
} from "../schema";
import { por } from "./autor";
import { fecharDias } from "./caixa";
import { reunirElenco } from "./elenco";
import { fuso, PERIODO, planejar } from "./expedientes";
import { contratarMais } from "./equipe";
import { logo } from "./logo";
import { movimentar } from "./movimento";
import { celular, cpf, emailDe, nomeCompleto } from "./nomes";
import { random } from "./random";
import {
  cargosDemo,
  empresa,
  entradas,
  equipe,
  etiquetas,
  observacoes,
  servicosDemo,
  textoDoConsentimento,
} from "./salao";

const LOTE = 1_000;
const UM_DIA = 24 * 60 * 60 * 1000;
/** So many days ago nothing in the calendar was booked yet: its clients are known from before. */
const CONHECIDOS = PERIODO.antes + 18;

/** `agendamentos` missing: three months of them; `profissionais`: how many perform services, at least the salon's own. */
export type Tamanho = { clientes: number; seed: number; now?: Date; agendamentos?: number; profissionais?: number };

async function emLotes<T>(rows: T[], insert: (batch: T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += LOTE) await insert(rows.slice(from, from + LOTE));
}

/** Some changes by people, so that the trail tells a story from the first day. */
async function contarHistoria(tx: Tx, master: number, gerente: number) {
  await por(tx, `usuario:${master}`, "servico.editar");
  await tx.update(servicos).set({ precoCentavos: 9_500 }).where(eq(servicos.nome, "Corte feminino"));
  await tx.update(servicos).set({ duracaoMinutos: 75 }).where(eq(servicos.nome, "Henna"));
  await por(tx, `usuario:${gerente}`, "cargo.editar");
  await tx
    .update(cargos)
    .set({ descricao: "Recebe quem chega, agenda, confirma e cobra" })
    .where(eq(cargos.nome, "Recepcionista"));
}

async function contratarEquipe(tx: Tx, cargoPorNome: Map<string, number>, usuarioPorEmail: Map<string | null, number>) {
  const contratados = await tx
    .insert(funcionarios)
    .values(
      equipe.map(({ cargo, email, faz: _, ...dados }, i) => ({
        ...dados,
        matricula: String(i + 1).padStart(4, "0"),
        cargoId: cargoPorNome.get(cargo)!,
        usuarioId: email ? usuarioPorEmail.get(email) : null,
      })),
    )
    .returning({ id: funcionarios.id });
  const oferecidos = await tx
    .select({ id: servicos.id, nome: servicos.nome, categoria: servicos.categoria })
    .from(servicos)
    .orderBy(servicos.id);
  await tx
    .insert(funcionarioServicos)
    .values(
      contratados.flatMap(({ id }, i) =>
        oferecidos
          .filter(({ categoria }) => equipe[i]!.faz?.includes(categoria))
          .map((servico) => ({ funcionarioId: id, servicoId: servico.id, ...proprios(equipe[i]!.nome, servico.nome) })),
      ),
    );
}

/** Who has been here longest takes more for a cut, and the newest needs longer for it. */
function proprios(funcionario: string, servico: string) {
  if (servico !== "Corte feminino") return {};
  if (funcionario === "Ana Ribeiro") return { precoCentavos: 12_000 };
  return funcionario === "Gustavo Melo" ? { duracaoMinutos: 75 } : {};
}

async function receberClientes(tx: Tx, { clientes, seed, now }: { clientes: number; seed: number; now: Date }) {
  const r = random(seed);
  const unicos = new Set<string>();
  const unico = (valor: () => string): string => {
    const novo = valor();
    if (unicos.has(novo)) return unico(valor);
    unicos.add(novo);
    return novo;
  };
  const diasAtras = (dias: number) => new Date(now.getTime() - dias * UM_DIA);
  const pessoas = Array.from({ length: clientes }, () => {
    const nome = nomeCompleto(r);
    const ano = r.between(1950, 2008);
    const nascimento = `${ano}-${String(r.between(1, 12)).padStart(2, "0")}-${String(r.between(1, 28)).padStart(2, "0")}`;
    const ultimaVisita = r.chance(0.85) ? r.between(CONHECIDOS, 310) : null;
    return {
      nome,
      tipo: "cliente" as const,
      telefone: r.chance(0.96) ? unico(() => celular(r)) : null,
      email: r.chance(0.4) ? unico(() => emailDe(nome, r)) : null,
      apelido: r.chance(0.1) ? nome.split(" ")[0]!.slice(0, 3) : null,
      nascimento: r.chance(0.6) ? nascimento : null,
      cpf: r.chance(0.2) ? unico(() => cpf(r)) : null,
      observacoes: r.chance(0.1) ? r.pick(observacoes) : "",
      etiquetas: r.chance(0.25) ? [r.pick(etiquetas)] : [],
      ultimaVisitaEm: ultimaVisita === null ? null : diasAtras(ultimaVisita),
      criadoEm: diasAtras((ultimaVisita ?? CONHECIDOS) + r.between(0, 900)),
      ativo: r.chance(0.97),
    };
  });
  await emLotes(pessoas, async (lote) => {
    const ids = await tx.insert(usuarios).values(lote).returning({ id: usuarios.id });
    const consentiram = ids.filter(() => r.chance(0.6));
    if (!consentiram.length) return;
    await tx.insert(consentimentos).values(
      consentiram.map(({ id }) => ({
        usuarioId: id,
        canal: "whatsapp" as const,
        dadoEm: diasAtras(r.between(1, 400)),
        como: r.pick(["balcao", "whatsapp", "telefone"] as const),
        texto: textoDoConsentimento,
      })),
    );
  });
}

/** Whoever was served was here then. */
async function lembrarVisitas(tx: Tx) {
  await por(tx, "sistema", "sistema.demonstracao");
  await tx.execute(sql`update usuarios u set ultima_visita_em = v.em
    from (select cliente_id, max(inicio) as em from agendamentos where situacao = 'concluido' group by 1) v
    where u.id = v.cliente_id and (u.ultima_visita_em is null or u.ultima_visita_em < v.em)`);
}

/**
 * Fills an empty company: a salon with its team, services, clients and calendar, the same for the same seed and time.
 *
 * @param senhaHash of the password that all four sign-ins share
 * @returns false when the company already exists; nothing is changed then
 */
export async function carregarDemonstracao(
  tx: Tx,
  senhaHash: string,
  { clientes, seed, now = new Date(), agendamentos, profissionais = 0 }: Tamanho,
): Promise<boolean> {
  await por(tx, "sistema", "sistema.demonstracao");
  const nova = await tx.insert(configuracaoEmpresa).values(empresa).onConflictDoNothing().returning();
  if (!nova.length) return false;
  const [arquivo] = await tx.insert(arquivos).values(logo).returning({ id: arquivos.id });
  await tx.update(configuracaoEmpresa).set({ logoId: arquivo!.id });

  await tx.insert(cargos).values(cargosDemo);
  const cargoPorNome = new Map((await tx.select().from(cargos)).map((cargo) => [cargo.nome, cargo.id]));
  const pessoas = await tx
    .insert(usuarios)
    .values(entradas.map((entrada) => ({ ...entrada, senhaHash })))
    .returning({ id: usuarios.id, email: usuarios.email });
  const usuarioPorEmail = new Map(pessoas.map(({ id, email }) => [email, id]));
  await tx.insert(servicos).values(servicosDemo);
  await contratarEquipe(tx, cargoPorNome, usuarioPorEmail);
  await receberClientes(tx, { clientes, seed, now });
  await contratarMais(tx, random(seed + 1), profissionais);
  const [master, gerente, atendente] = ["master", "gerente", "atendente"].map((quem) =>
    usuarioPorEmail.get(`${quem}@exemplo.com.br`)!,
  ) as [number, number, number];
  await contarHistoria(tx, master, gerente);

  // A great company takes longer than any single request may.
  await tx.execute(sql`select set_config('statement_timeout', '0', true),
    set_config('idle_in_transaction_session_timeout', '0', true)`);
  const nomes = await tx.select({ id: funcionarios.id, nome: funcionarios.nome }).from(funcionarios);
  const funcionarioPorNome = new Map(nomes.map(({ id, nome }) => [nome, id]));
  await por(tx, `usuario:${master}`, "horario.editar_expediente");
  const plano = await planejar(tx, diaDoInstante(now, fuso), random(seed + 2), funcionarioPorNome);
  const elenco = await reunirElenco(tx, plano, [atendente, gerente, master]);
  await movimentar(tx, elenco, { seed, now, agendamentos });
  await fecharDias(tx, atendente, now);
  await lembrarVisitas(tx);
  return true;
}
