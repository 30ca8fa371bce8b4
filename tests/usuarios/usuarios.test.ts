import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { funcionarios, usuarios } from "@/db/schema";
import { entrar } from "@/lib/acesso/commands";
import { chavesPermissao } from "@/lib/domain/permissoes";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { ativarUsuario, criarUsuario, desativarUsuario, editarConta, editarUsuario } from "@/lib/usuarios/commands";
import { listarModelos, listarUsuarios, verConta, verUsuario } from "@/lib/usuarios/queries";
import { filtroUsuariosSchema, interruptores } from "@/lib/usuarios/schema";
import { abrirSessao, cadastrar, cargo, contratar, recusaDe } from "../support/people";
import { comoSistema, rastroDe } from "../support/sql";

let celia: Usuario;
beforeEach(async () => {
  celia = await contratar("Dona Célia");
});

let contador = 0;
const nova = (mudancas: object = {}) => ({
  nome: "Fabiana",
  email: `fabiana${++contador}@exemplo.com.br`,
  telefone: "",
  tipo: "restrito" as const,
  ...interruptores(["pode_agendar"]),
  ...mudancas,
});
const linha = async (id: number) => (await db().select().from(usuarios).where(eq(usuarios.id, id)))[0]!;
const listar = async (filtro: object) =>
  (await listarUsuarios(celia, filtroUsuariosSchema.parse(filtro))).rows.map(({ nome }) => nome);

describe("criar", () => {
  test("dá uma senha temporária, guardada só como hash, que vale 24 horas e precisa ser trocada", async () => {
    const now = new Date();
    const input = nova({ telefone: "11 98765-0001", email: "  FABIANA.SOUZA@Exemplo.com.br " });
    const requestId = randomUUID();
    const { id, senha } = await criarUsuario({ actor: celia, now, requestId }, input);
    const guardada = await linha(id);
    expect(guardada).toMatchObject({
      email: "fabiana.souza@exemplo.com.br",
      telefone: "+5511987650001",
      deveTrocarSenha: true,
      podeAgendar: true,
      podeVerRelatorios: false,
    });
    expect(guardada.senhaHash).toMatch(/^\$argon2id\$/);
    expect(guardada.senhaExpiraEm!.getTime() - now.getTime()).toBe(24 * 60 * 60 * 1000);
    const [rastro] = await rastroDe(requestId);
    expect(rastro).toMatchObject({ ato: "usuario.criar", entidade: "usuarios", depois: { senha_hash: "•••" } });
    expect(JSON.stringify(rastro)).not.toContain(senha);
    const { sessaoId } = await entrar({ actor: anonimo }, { email: "fabiana.souza@exemplo.com.br", senha });
    expect((await usuarioDaSessao(sessaoId))!.deveTrocarSenha).toBe(true);
  });

  test("um master não guarda interruptores, que nada diriam", async () => {
    const { id } = await criarUsuario({ actor: celia }, nova({ tipo: "master", ...interruptores(chavesPermissao) }));
    expect(await linha(id)).toMatchObject({ tipo: "master", podeAgendar: false, podeVerRelatorios: false });
  });

  test("o e-mail de outra pessoa é apontado no campo, sem ligar para maiúsculas; o telefone também", async () => {
    const bruno = await cadastrar("Bruno", { telefone: "+5511987650002" });
    const email = bruno.email.toUpperCase();
    expect(await recusaDe(criarUsuario({ actor: celia }, nova({ email })))).toMatchObject({
      code: "conflito",
      fields: { email: "Já existe alguém com este e-mail." },
    });
    const semNono = nova({ telefone: "(11) 8765-0002" });
    expect(await recusaDe(criarUsuario({ actor: celia }, semNono))).toMatchObject({
      fields: { telefone: "Já existe alguém com este telefone." },
    });
  });

  test("duas vezes ao mesmo tempo com o mesmo e-mail: uma pessoa só", async () => {
    const input = nova();
    const fim = await Promise.allSettled(Array.from({ length: 6 }, () => criarUsuario({ actor: celia }, input)));
    expect(fim.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("o mesmo envio repetido não cria outra pessoa nem mostra a senha de novo", async () => {
    const call = { actor: celia, chave: randomUUID() };
    const input = nova();
    const { id, senha } = await criarUsuario(call, input);
    expect(senha).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(await criarUsuario(call, input)).toEqual({ id, nome: "Fabiana", senha: null });
  });
});

describe("limites", () => {
  test.each([
    ["uma letra", { nome: "É" }],
    ["120 letras", { nome: "ç".repeat(120) }],
    ["um emoji", { nome: "Bia 💇" }],
    [
      "um e-mail de 254 letras",
      { email: `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.com.br` },
    ],
    ["um telefone de fora", { telefone: "+351 912 345 678" }],
  ])("aceita %s", async (_caso, mudanca) => {
    const { id } = await criarUsuario({ actor: celia }, nova(mudanca));
    expect(id).toBeGreaterThan(0);
  });

  test.each([
    ["nome vazio", "nome", " "],
    ["121 letras", "nome", "ç".repeat(121)],
    ["NUL", "nome", "An\u0000a"],
    ["da direita para a esquerda", "nome", "Ana\u202e"],
    ["1 MB", "nome", "x".repeat(1_000_000)],
    ["e-mail vazio", "email", ""],
    ["e-mail sem domínio", "email", "ana@"],
    ["e-mail enorme", "email", `${"a".repeat(1_000_000)}@exemplo.com.br`],
    ["e-mail com NUL", "email", "an\u0000a@exemplo.com.br"],
    ["telefone sem DDD", "telefone", "98765-4321"],
    ["telefone de letras", "telefone", "onze nove"],
    ["tipo de cliente", "tipo", "cliente"],
    ["interruptor em texto", "podeAgendar", "sim"],
  ])("recusa %s", async (_caso, campo, valor) => {
    const recusa = await recusaDe(criarUsuario({ actor: celia }, nova({ [campo]: valor })));
    expect(recusa).toMatchObject({ code: "invalido", fields: { [campo]: expect.stringMatching(/\.$|br$/) } });
  });
});

describe("editar", () => {
  test("uma permissão nova vale já no pedido seguinte", async () => {
    const ana = await contratar("Ana");
    await editarUsuario(
      { actor: celia },
      { ...nova({ nome: "Ana" }), ...interruptores(["pode_ver_relatorios"]), id: ana.id, versao: 1 },
    );
    expect((await usuarioDaSessao(ana.sessaoId))!.permissoes).toEqual(["pode_ver_relatorios"]);
  });

  test("o perdedor da corrida recebe os valores novos, nunca a senha", async () => {
    const ana = await contratar("Ana");
    const input = { ...nova({ nome: "Ana Maria" }), id: ana.id, versao: 1 };
    await editarUsuario({ actor: celia }, input);
    const recusa = await recusaDe(editarUsuario({ actor: celia }, { ...input, nome: "Ana Paula" }));
    expect(recusa).toMatchObject({ code: "conflito", current: { nome: "Ana Maria", versao: 2 } });
    expect(recusa.current).not.toHaveProperty("senhaHash");
  });

  test("um cliente não é um usuário: nem visto, nem editado, nem transformado em um", async () => {
    const diego = await cadastrar("Diego");
    expect((await recusaDe(verUsuario(celia, diego.id))).code).toBe("nao_encontrado");
    const input = { ...nova({ tipo: "master" }), id: diego.id, versao: 1 };
    expect((await recusaDe(editarUsuario({ actor: celia }, input))).code).toBe("nao_encontrado");
    for (const command of [ativarUsuario, desativarUsuario])
      expect((await recusaDe(command({ actor: celia }, { id: diego.id, versao: 1 }))).code).toBe("nao_encontrado");
    expect((await linha(diego.id)).tipo).toBe("cliente");
  });

  test("ninguém deixa de ser master nem se desativa por um deslize", async () => {
    const eu = { id: celia.id, versao: 1 };
    const rebaixar = editarUsuario({ actor: celia }, { ...nova(), ...eu });
    expect((await recusaDe(rebaixar)).message).toBe(
      "Você não pode deixar de ser master por si mesmo. Peça a outro master.",
    );
    expect((await recusaDe(desativarUsuario({ actor: celia }, eu))).message).toBe(
      "Você não pode desativar a si mesmo. Peça a outro master.",
    );
    expect(await linha(celia.id)).toMatchObject({ tipo: "master", ativo: true });
  });
});

describe("desativar", () => {
  test("termina as sessões e fecha a porta; ativar abre a porta, não as sessões", async () => {
    const senha = "quatro gatos no telhado";
    const ana = await contratar("Ana", { senha });
    await abrirSessao(ana.id, "celular");
    const antes = await verUsuario(celia, ana.id);
    expect(antes).toMatchObject({ sessoesAbertas: 2, voce: false });
    expect(antes.sessoes.map(({ descricao }) => descricao)).toEqual(["Chrome no Android", "Chrome no Android"]);
    const { versao } = await desativarUsuario({ actor: celia }, { id: ana.id, versao: 1 });
    expect(await usuarioDaSessao(ana.sessaoId)).toBeNull();
    const entra = () => entrar({ actor: anonimo }, { email: ana.email, senha });
    expect((await recusaDe(entra())).code).toBe("invalido");
    await ativarUsuario({ actor: celia }, { id: ana.id, versao });
    expect(await usuarioDaSessao(ana.sessaoId)).toBeNull();
    await entra();
    expect((await verUsuario(celia, ana.id)).sessoesAbertas).toBe(1);
  });

  test("diz qual funcionário está ligado", async () => {
    const ana = await cadastrar("Ana");
    const { id: cargoId } = await cargo("Recepção");
    await comoSistema((tx) => tx.insert(funcionarios).values({ nome: "Ana Ribeiro", cargoId, usuarioId: ana.id }));
    expect((await verUsuario(celia, ana.id)).funcionario).toMatchObject({ nome: "Ana Ribeiro" });
  });
});

describe("a pesquisa", () => {
  test("acha por nome sem acento, por e-mail e por pedaço do telefone", async () => {
    await cadastrar("Bruno", { nome: "Érica Conceição", email: "erica@padaria.com", telefone: "+5511955554321" });
    for (const busca of ["erica conceicao", "ÉRICA", "padaria", "5555-4321", "(11) 95555"])
      expect(await listar({ busca }), busca).toEqual(["Érica Conceição"]);
    expect(await listar({ busca: "ninguém" })).toEqual([]);
    expect(await listar({ busca: "sala 4321" })).toEqual([]);
    expect(await listar({ busca: "erica 4321" })).toEqual(["Érica Conceição"]);
  });

  test("filtra por tipo, situação e permissão; um master tem todas", async () => {
    await cadastrar("Bruno", { nome: "Filtrado", ativo: false, podeVerRelatorios: true });
    expect(await listar({ busca: "filtrado", ativo: "nao" })).toEqual(["Filtrado"]);
    expect(await listar({ busca: "filtrado", ativo: "sim" })).toEqual([]);
    expect(await listar({ busca: "filtrado", tipo: "master" })).toEqual([]);
    expect(await listar({ busca: "filtrado", permissao: "pode_ver_relatorios" })).toEqual(["Filtrado"]);
    expect(await listar({ busca: "filtrado", permissao: "pode_agendar" })).toEqual([]);
    expect(await listar({ busca: "Dona Célia", permissao: "pode_agendar" })).not.toEqual([]);
  });

  test("filtra pela última entrada", async () => {
    const senha = "quatro gatos no telhado";
    const { email } = await cadastrar("Ana", { nome: "Entrou Hoje", senha });
    await cadastrar("Ana", { nome: "Entrou Nunca" });
    await entrar({ actor: anonimo }, { email, senha });
    expect(await listar({ busca: "entrou", entrou: "7" })).toEqual(["Entrou Hoje"]);
    expect(await listar({ busca: "entrou", entrou: "nunca" })).toEqual(["Entrou Nunca"]);
    expect(await listar({ busca: "entrou", entrou: "mais30" })).toEqual([]);
  });
});

test("copiar de… oferece os restritos ativos com o que cada um pode", async () => {
  await cadastrar("Bruno", { nome: "Modelo" });
  await cadastrar("Bruno", { nome: "Modelo inativo", ativo: false });
  const modelos = (await listarModelos(celia)).filter(({ nome }) => nome.startsWith("Modelo"));
  expect(modelos).toEqual([{ id: modelos[0]!.id, nome: "Modelo", permissoes: ["pode_cadastrar_cargo"] }]);
});

describe("minha conta", () => {
  test("cada um muda o próprio nome e telefone, e a trilha diz quem", async () => {
    const ana = await contratar("Ana");
    const requestId = randomUUID();
    const input = { nome: "Ana Beatriz", telefone: "21 98888-7777", versao: 1 };
    expect(await editarConta({ actor: ana, requestId }, input)).toEqual({ id: ana.id, versao: 2 });
    expect(await verConta(ana)).toEqual({ nome: "Ana Beatriz", telefone: "+5521988887777", versao: 2 });
    expect((await rastroDe(requestId))[0]).toMatchObject({
      ato: "usuario.editar_conta",
      ator_id: ana.id,
      entidade_id: ana.id,
      antes: { nome: "Ana" },
    });
  });

  test.each(["id", "email", "tipo", "ativo", "podeAgendar", "senhaHash"])("%s não passa pela conta", async (campo) => {
    const ana = await contratar("Ana");
    const input = { nome: "Ana", telefone: "", versao: 1, [campo]: celia.id };
    expect((await recusaDe(editarConta({ actor: ana }, input))).code).toBe("invalido");
  });
});
