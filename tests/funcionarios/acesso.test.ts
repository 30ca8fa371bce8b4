import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { usuarios } from "@/db/schema";
import {
  criarFuncionario,
  desativarFuncionario,
  editarFuncionario,
  excluirFuncionario,
} from "@/lib/funcionarios/commands";
import { listarFuncionarios, opcoesDoFuncionario, verFuncionario } from "@/lib/funcionarios/queries";
import { filtroFuncionariosSchema } from "@/lib/funcionarios/schema";
import type { Usuario } from "@/lib/server/actor";
import { senhaConfere } from "@/lib/server/password";
import { ficha } from "../support/funcionarios";
import { cadastrar, cargo, contratar, mudar, recusaDe } from "../support/people";
import { contar, rastroDe } from "../support/sql";

let celia: Usuario;
let carla: Usuario;
let cargoId: number;
let contador = 0;
beforeEach(async () => {
  [celia, carla] = [await contratar("Dona Célia"), await contratar("Carla")];
  cargoId = (await cargo(`Cargo ${++contador}`)).id;
});

type Mudancas = Record<string, unknown>;
const criar = (actor: Usuario, mudancas: Mudancas = {}, chave?: string) =>
  criarFuncionario({ actor, chave }, { ...ficha, cargoId, ...mudancas });
const editar = (actor: Usuario, { id, versao }: { id: number; versao: number }, mudancas: Mudancas = {}) =>
  editarFuncionario({ actor }, { ...ficha, cargoId, id, versao, ...mudancas });
const existente = (usuarioId: unknown) => ({ acesso: "existente", usuarioId });
const novoEmail = () => `nova${++contador}@exemplo.com.br`;

describe("o master", () => {
  test("liga um usuário que já existe e o desliga; o usuário continua como era", async () => {
    const ana = await cadastrar("Ana");
    const visto = await criar(celia, existente(ana.id));
    expect(await verFuncionario(celia, visto.id)).toMatchObject({ usuario: { id: ana.id, ativo: true } });
    const requestId = randomUUID();
    const input = { ...ficha, cargoId, id: visto.id, versao: visto.versao, acesso: "nenhum" as const };
    await editarFuncionario({ actor: celia, requestId }, input);
    expect((await verFuncionario(celia, visto.id)).usuario).toBeNull();
    expect(await rastroDe(requestId)).toMatchObject([{ antes: { usuario_id: ana.id }, depois: { usuario_id: null } }]);
    expect(await contar(sql`from usuarios where id = ${ana.id} and ativo and versao = ${ana.versao}`)).toBe(1);
  });

  test("cria o usuário junto: o nome é o mesmo, a senha vale um dia e tem de ser trocada", async () => {
    const email = novoEmail();
    const requestId = randomUUID();
    const now = new Date("2026-11-23T12:00:00Z");
    const acesso = { acesso: "novo" as const, email: email.toUpperCase(), podeAgendar: true };
    const { id, senha } = await criarFuncionario({ actor: celia, now, requestId }, { ...ficha, cargoId, ...acesso });
    const { usuario } = await verFuncionario(celia, id);
    expect(usuario).toMatchObject({ nome: ficha.nome, email, ativo: true });
    const [linha] = await db().select().from(usuarios).where(eq(usuarios.id, usuario!.id));
    expect(linha).toMatchObject({
      tipo: "restrito",
      podeAgendar: true,
      podeCadastrarFuncionario: false,
      podeVerRelatorios: false,
      deveTrocarSenha: true,
      senhaExpiraEm: new Date("2026-11-24T12:00:00Z"),
    });
    expect(await senhaConfere(linha!.senhaHash, senha!)).toBe(true);
    const rastro = await rastroDe(requestId);
    expect(rastro.map(({ entidade, ato }) => [entidade, ato])).toEqual([
      ["usuarios", "funcionario.criar"],
      ["funcionarios", "funcionario.criar"],
    ]);
    expect(JSON.stringify(rastro)).not.toContain(senha);
  });

  test("o mesmo envio outra vez responde com o mesmo funcionário e sem a senha, que não fica guardada", async () => {
    const chave = randomUUID();
    const acesso = { acesso: "novo", email: novoEmail() };
    const primeira = await criar(celia, acesso, chave);
    const outra = await criar(celia, acesso, chave);
    expect(primeira.senha).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(outra).toEqual({ ...primeira, senha: null });
    const guardada = sql`from chaves_idempotencia where chave = ${chave} and resultado::text like ${`%${primeira.senha}%`}`;
    expect(await contar(guardada)).toBe(0);
  });

  test("dá acesso depois, ao editar", async () => {
    const visto = await criar(carla);
    const { senha, versao } = await editar(celia, visto, { acesso: "novo", email: novoEmail() });
    expect(senha).not.toBeNull();
    expect(versao).toBe(visto.versao + 1);
    expect((await verFuncionario(celia, visto.id)).usuario).toMatchObject({ nome: ficha.nome });
  });

  test("um e-mail que já existe é apontado no campo, e nem o funcionário nem o usuário ficam", async () => {
    const { email } = await cadastrar("Ana");
    const antes = await contar(sql`from funcionarios`);
    expect(await recusaDe(criar(celia, { acesso: "novo", email }))).toMatchObject({
      code: "conflito",
      fields: { email: "Já existe alguém com este e-mail." },
    });
    const email2 = novoEmail();
    await recusaDe(criar(celia, { acesso: "novo", email: email2, cargoId: 2_147_483_647 }));
    expect(await contar(sql`from funcionarios`)).toBe(antes);
    expect(await contar(sql`from usuarios where email = ${email2}`)).toBe(0);
  });

  test.each([
    ["nenhum usuário escolhido", existente(null), { usuarioId: "Escolha o usuário." }],
    ["usuário que não existe", existente(2_147_483_647), { usuarioId: expect.stringContaining("não existe mais") }],
    ["id em texto", existente("7"), { usuarioId: "Registro inválido." }],
    ["sem e-mail", { acesso: "novo", email: "" }, { email: "Informe o e-mail." }],
    ["e-mail torto", { acesso: "novo", email: "ana@" }, { email: expect.stringContaining("não parece certo") }],
    ["modo inventado", { acesso: "master" }, { acesso: "Escolha se entra no sistema." }],
  ])("%s é recusado no campo", async (_caso, mudancas, fields) => {
    expect((await recusaDe(criar(celia, mudancas))).fields).toEqual(fields);
  });

  test("um cliente não entra, então não serve de usuário", async () => {
    const diego = await cadastrar("Diego");
    const campo = { usuarioId: "Este usuário não existe mais. Escolha outro." };
    expect((await recusaDe(criar(celia, existente(diego.id)))).fields).toEqual(campo);
    const visto = await criar(celia);
    expect((await recusaDe(editar(celia, visto, existente(diego.id)))).fields).toEqual(campo);
  });

  test("um usuário é no máximo um funcionário, também quando dois o ligam ao mesmo tempo", async () => {
    const ana = await cadastrar("Ana");
    const campo = { usuarioId: "Este usuário já está ligado a outro funcionário." };
    const dois = [await criar(celia), await criar(celia)];
    const fim = await Promise.allSettled(dois.map((visto) => editar(celia, visto, existente(ana.id))));
    expect(fim.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(fim.find((um) => um.status === "rejected")?.reason).toMatchObject({ code: "conflito", fields: campo });
    expect((await recusaDe(criar(celia, existente(ana.id)))).fields).toEqual(campo);
    expect(await contar(sql`from funcionarios where usuario_id = ${ana.id}`)).toBe(1);
  });

  test("o formulário oferece quem entra e ainda não é funcionário, e quem este já é", async () => {
    const [ana, bruno, inativa, diego] = [
      await cadastrar("Ana"),
      await cadastrar("Bruno"),
      await cadastrar("Ana", { ativo: false }),
      await cadastrar("Diego"),
    ];
    const { id } = await criar(celia, existente(ana.id));
    const oferecidos = async (funcionarioId: number | null) =>
      (await opcoesDoFuncionario(celia, funcionarioId)).usuarios!.map((usuario) => usuario.id);
    expect(await oferecidos(id)).toEqual(expect.arrayContaining([ana.id, bruno.id]));
    const dosOutros = await oferecidos(null);
    expect(dosOutros).toContain(bruno.id);
    for (const fora of [ana, inativa, diego]) expect(dosOutros).not.toContain(fora.id);
  });

  test("desativar o funcionário não fecha o acesso do usuário, e a lista diz que está aberto", async () => {
    const ana = await cadastrar("Ana");
    const { id, versao } = await criar(celia, { ...existente(ana.id), nome: "Ana de saída" });
    await desativarFuncionario({ actor: celia }, { id, versao });
    const linha = async () =>
      (await listarFuncionarios(celia, filtroFuncionariosSchema.parse({ busca: "Ana de saída" }))).rows[0];
    expect(await linha()).toMatchObject({ ativo: false, usuarioId: ana.id, acessoAberto: true });
    await mudar(ana.id, { ativo: false });
    expect(await linha()).toMatchObject({ acessoAberto: false });
  });

  test("quem perde a corrida vê também quem entra", async () => {
    const ana = await cadastrar("Ana");
    const visto = await criar(celia);
    await editar(celia, visto, existente(ana.id));
    expect((await recusaDe(editar(celia, visto, { acesso: "nenhum" }))).current).toMatchObject({
      acesso: "existente",
      usuarioId: ana.id,
    });
  });
});

describe("um restrito com pode_cadastrar_funcionario", () => {
  test("cadastra e edita, sem tocar em quem entra", async () => {
    const ana = await cadastrar("Ana");
    const visto = await criar(celia, existente(ana.id));
    const salvo = await editar(carla, visto, { nome: "Ana com outro nome" });
    expect(salvo.senha).toBeNull();
    expect(await verFuncionario(carla, visto.id)).toMatchObject({ usuario: { id: ana.id } });
    expect(await contar(sql`from usuarios where id = ${ana.id} and nome = 'Ana'`)).toBe(1);
  });

  test("não diz quem entra, nem para deixar como está, e a tentativa fica na trilha", async () => {
    const ana = await cadastrar("Ana");
    const visto = await criar(celia, existente(ana.id));
    for (const mudancas of [{ acesso: "novo", email: novoEmail() }, existente(ana.id), { acesso: "nenhum" }]) {
      expect((await recusaDe(criar(carla, mudancas))).code).toBe("sem_permissao");
      expect((await recusaDe(editar(carla, visto, mudancas))).code).toBe("sem_permissao");
    }
    const recusas = sql`from log_auditoria where ator_id = ${carla.id} and ato = 'acesso.recusado'`;
    expect(await contar(recusas)).toBe(6);
    expect((await verFuncionario(carla, visto.id)).usuario?.id).toBe(ana.id);
  });

  test("um usuarioId sem o resto não liga ninguém", async () => {
    const { id } = await criar(carla, { usuarioId: celia.id, email: novoEmail(), podeVerRelatorios: true });
    expect((await verFuncionario(carla, id)).usuario).toBeNull();
  });

  test("não recebe a lista de usuários, e um master rebaixado no meio do caminho também não manda", async () => {
    expect((await opcoesDoFuncionario(carla, null)).usuarios).toBeNull();
    await contratar("Dona Célia");
    await mudar(celia.id, { tipo: "restrito", podeCadastrarFuncionario: true });
    const recusa = await recusaDe(criar(celia, { acesso: "novo", email: novoEmail() }));
    expect(recusa.code).toBe("sem_permissao");
  });

  test("não exclui o funcionário que entra no sistema; o master exclui, e o usuário fica", async () => {
    const ana = await cadastrar("Ana");
    const { id, versao } = await criar(celia, existente(ana.id));
    expect(await recusaDe(excluirFuncionario({ actor: carla }, { id, versao }))).toMatchObject({
      code: "sem_permissao",
      message: "Este funcionário entra no sistema: só um master pode excluir.",
    });
    await excluirFuncionario({ actor: celia }, { id, versao });
    expect(await contar(sql`from usuarios where id = ${ana.id} and ativo`)).toBe(1);
  });
});
