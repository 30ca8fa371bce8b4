import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import {
  ativarCliente,
  consentir,
  criarCliente,
  desativarCliente,
  editarCliente,
  excluirCliente,
  imprimirCliente,
  retirarConsentimento,
} from "@/lib/clientes/commands";
import { listarEtiquetas, verCliente } from "@/lib/clientes/queries";
import { anonimo, type Usuario } from "@/lib/server/actor";
import { cadastrar, cargo, contratar, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

let celia: Usuario;
let carla: Usuario;
beforeAll(async () => {
  celia = await contratar("Dona Célia");
  carla = await contratar("Carla", { telefone: "+5511955554444" });
});

let contador = 0;
const celular = () => `11 9${String(10_000_000 + ++contador * 7)}`;
const dados = {
  nome: "Diego",
  apelido: "",
  telefone: null as string | null,
  email: "",
  nascimento: null as string | null,
  cpf: null as string | null,
  observacoes: "",
  etiquetas: [] as string[],
};
const semConsentir = { consente: { whatsapp: false, sms: false, email: false }, como: "balcao", texto: "Aceito." };
const criar = (mudancas: object = {}, actor = carla) =>
  criarCliente({ actor }, { ...dados, ...semConsentir, ...mudancas });
const novo = async (mudancas: object = {}) => verCliente(carla, (await criar(mudancas)).id);
const visto = ({ id, versao }: { id: number; versao: number }) => ({ id, versao });

describe("cadastrar", () => {
  test("o nome basta; o cliente não entra no sistema", async () => {
    const { id } = await criar({ nome: "  Só   Nome " });
    expect(await verCliente(carla, id)).toMatchObject({
      nome: "Só Nome",
      apelido: null,
      telefone: null,
      email: null,
      consentimentos: [],
      versao: 1,
    });
    expect(await contar(sql`from usuarios where id = ${id} and tipo = 'cliente' and senha_hash is null`)).toBe(1);
  });

  test("guarda tudo como se deve, e a trilha diz quem cadastrou", async () => {
    const requestId = randomUUID();
    const { id } = await criarCliente(
      { actor: carla, requestId },
      {
        nome: "Diego Conceição",
        apelido: "Didi",
        telefone: "(21) 8765-4321",
        email: " Diego.C@Exemplo.com.br ",
        nascimento: "1990-03-12",
        cpf: "529.982.247-25",
        observacoes: "Alérgico\r\na amônia",
        etiquetas: ["VIP", "vip", "Prefere tarde"],
        consente: { whatsapp: true, sms: false, email: true },
        como: "papel",
        texto: "Aceito receber lembretes.",
      },
    );
    expect(await verCliente(carla, id)).toMatchObject({
      apelido: "Didi",
      telefone: "+5521987654321",
      email: "diego.c@exemplo.com.br",
      cpf: "52998224725",
      observacoes: "Alérgico\na amônia",
      etiquetas: ["VIP", "Prefere tarde"],
    });
    const { consentimentos } = await verCliente(carla, id);
    expect(consentimentos.map(({ canal, como, texto }) => [canal, como, texto]).sort()).toEqual([
      ["email", "papel", "Aceito receber lembretes."],
      ["whatsapp", "papel", "Aceito receber lembretes."],
    ]);
    const rastro = await rastroDe(requestId);
    expect(rastro.map(({ ato, entidade, ator_id }) => [ato, entidade, ator_id])).toEqual([
      ["cliente.criar", "usuarios", carla.id],
      ["cliente.criar", "consentimentos", carla.id],
      ["cliente.criar", "consentimentos", carla.id],
    ]);
    expect(rastro[0]!.depois).toMatchObject({ nome: "Diego Conceição", cpf: "52998224725" });
    expect(await listarEtiquetas(carla)).toEqual(expect.arrayContaining(["Prefere tarde", "VIP"]));
  });

  const LONGA = "Use no máximo 40 caracteres.";
  test.each([
    ["nome vazio", { nome: " " }, { nome: "Informe o nome do cliente." }],
    ["nome de 121", { nome: "x".repeat(121) }, { nome: "Use no máximo 120 caracteres." }],
    ["nome de 1 MB", { nome: "x".repeat(1_000_000) }, { nome: "Use no máximo 120 caracteres." }],
    ["nome com NUL", { nome: "Di\u0000ego" }, { nome: expect.stringMatching(/invisível/) }],
    ["nome da direita para a esquerda", { nome: "Diego\u202e" }, { nome: expect.stringMatching(/invisível/) }],
    ["apelido de 61", { apelido: "x".repeat(61) }, { apelido: "Use no máximo 60 caracteres." }],
    ["telefone curto", { telefone: "123" }, { telefone: expect.stringMatching(/DDD/) }],
    ["telefone de emoji", { telefone: "📞" }, { telefone: expect.stringMatching(/DDD/) }],
    ["e-mail sem arroba", { email: "diego" }, { email: expect.stringMatching(/não parece certo/) }],
    ["CPF que não confere", { cpf: "529.982.247-26" }, { cpf: expect.stringMatching(/não confere/) }],
    ["nascimento impossível", { nascimento: "1990-02-30" }, { nascimento: expect.stringMatching(/Confira a data/) }],
    ["nascimento no futuro", { nascimento: "2199-01-01" }, { nascimento: "Esta data ainda não chegou." }],
    ["observações de 2.001", { observacoes: "x".repeat(2_001) }, { observacoes: "Use no máximo 2000 caracteres." }],
    ["etiqueta de 41", { etiquetas: ["x".repeat(41)] }, { "etiquetas.0": LONGA }],
    [
      "21 etiquetas",
      { etiquetas: Array.from({ length: 21 }, (_, i) => `e${i}`) },
      { etiquetas: "Use no máximo 20 etiquetas." },
    ],
    ["um tipo", { tipo: "master" }, { "": "Há um campo que não existe neste formulário." }],
    ["uma permissão", { podeAgendar: true }, { "": "Há um campo que não existe neste formulário." }],
    ["uma senha", { senhaHash: "x" }, { "": "Há um campo que não existe neste formulário." }],
    [
      "um canal inventado",
      { consente: { ...semConsentir.consente, fax: true } },
      { consente: "Há um campo que não existe neste formulário." },
    ],
    ["texto vazio", { texto: " " }, { texto: "Escreva com o que o cliente concordou." }],
  ])("recusa %s", async (_caso, mudancas, fields) => {
    expect(await recusaDe(criar(mudancas))).toMatchObject({ code: "invalido", fields });
  });

  test("aceita o maior de cada", async () => {
    const maiores = {
      nome: "💈".repeat(120),
      apelido: "ç".repeat(60),
      observacoes: `${"ã".repeat(1_999)}😀`,
      etiquetas: Array.from({ length: 20 }, (_, i) => `${"é".repeat(38)}${10 + i}`),
    };
    expect(await novo(maiores)).toMatchObject(maiores);
  });
});

describe("quem já está cadastrado", () => {
  test("o mesmo telefone, escrito de outro jeito, é recusado com o caminho para o primeiro", async () => {
    const primeiro = await novo({ nome: "Dona Zuleica", telefone: "11 94444-3333" });
    for (const telefone of ["(11) 94444-3333", "+55 11 94444-3333", "011 94444 3333"]) {
      expect(await recusaDe(criar({ telefone })), telefone).toMatchObject({
        code: "conflito",
        message: "Dona Zuleica já tem este telefone.",
        fields: { telefone: "Dona Zuleica já tem este telefone." },
        link: { href: `/clientes/${primeiro.id}`, label: "Abrir Dona Zuleica" },
      });
    }
  });

  test("o mesmo vale para e-mail em maiúsculas, para CPF e ao editar; cada campo diz de quem é", async () => {
    const ada = await novo({ nome: "Ada", email: "ada@exemplo.com.br" });
    await novo({ nome: "Bia", cpf: "111.444.777-35" });
    const caio = await novo({ nome: "Caio" });
    const recusa = await recusaDe(
      editarCliente({ actor: carla }, { ...dados, ...visto(caio), email: "ADA@exemplo.com.br", cpf: "11144477735" }),
    );
    expect(recusa).toMatchObject({
      fields: { email: "Ada já tem este e-mail.", cpf: "Bia já tem este CPF." },
      link: { href: `/clientes/${ada.id}` },
    });
    expect(await verCliente(carla, caio.id)).toMatchObject({ nome: "Caio", versao: 1 });
  });

  test("de quem entra no sistema, só o master fica sabendo quem é", async () => {
    const telefone = "11 95555-4444";
    const deCarla = await recusaDe(criar({ telefone }));
    expect(deCarla.message).toBe("Alguém que entra no sistema já tem este telefone.");
    expect(deCarla.link).toBeUndefined();
    expect(await recusaDe(criar({ telefone }, celia))).toMatchObject({
      message: "Carla, que entra no sistema, já tem este telefone.",
      link: { href: `/usuarios/${carla.id}`, label: "Abrir Carla" },
    });
  });

  test("dez ao mesmo tempo: um cliente só, e os outros nove sabem quem é", async () => {
    const telefone = celular();
    const tentativas = await Promise.allSettled(Array.from({ length: 10 }, () => criar({ nome: "Gêmeo", telefone })));
    const recusas = tentativas.flatMap((um) => (um.status === "rejected" ? [String(um.reason.message)] : []));
    expect(recusas).toEqual(Array(9).fill("Gêmeo já tem este telefone."));
  });

  test("sem telefone, sem e-mail e sem CPF ninguém é repetido", async () => {
    await criar({ nome: "Sem Nada" });
    await criar({ nome: "Sem Nada" });
    expect(await contar(sql`from usuarios where nome = 'Sem Nada'`)).toBe(2);
  });

  test("o mesmo envio duas vezes cadastra uma vez", async () => {
    const chave = randomUUID();
    const enviar = () =>
      criarCliente({ actor: carla, chave }, { ...dados, ...semConsentir, nome: "Eco", telefone: "11 93333-2222" });
    const [um, outro] = await Promise.all([enviar(), enviar()]);
    expect(um).toEqual(outro);
    expect(await contar(sql`from usuarios where nome = 'Eco'`)).toBe(1);
  });
});

describe("mudar", () => {
  test("editar muda o que mudou e guarda o antes; quem chega depois vê os valores novos", async () => {
    const cliente = await novo({ nome: "Íris", telefone: celular() });
    const requestId = randomUUID();
    await editarCliente({ actor: carla, requestId }, { ...dados, ...visto(cliente), nome: "Íris Melo" });
    expect(await rastroDe(requestId)).toMatchObject([
      { ato: "cliente.editar", antes: { nome: "Íris", telefone: cliente.telefone }, depois: { nome: "Íris Melo" } },
    ]);
    const tarde = recusaDe(editarCliente({ actor: carla }, { ...dados, ...visto(cliente), nome: "Outra" }));
    expect(await tarde).toMatchObject({ code: "conflito", current: { nome: "Íris Melo", versao: 2 } });
  });

  test("desativar e ativar vão e voltam com o seu nome na trilha", async () => {
    const cliente = await novo({ nome: "Júlio" });
    const requestId = randomUUID();
    const fora = await desativarCliente({ actor: carla, requestId }, visto(cliente));
    expect(await verCliente(carla, cliente.id)).toMatchObject({ ativo: false });
    await ativarCliente({ actor: carla, requestId }, fora);
    expect((await rastroDe(requestId)).map(({ ato }) => ato)).toEqual(["cliente.desativar", "cliente.ativar"]);
  });

  test("excluir leva os consentimentos junto; quem é funcionário fica", async () => {
    const { id, versao } = await novo({ nome: "Kátia", consente: { whatsapp: true, sms: true, email: false } });
    expect((await recusaDe(excluirCliente({ actor: carla }, { id, versao: versao + 1 }))).code).toBe("conflito");
    expect(await contar(sql`from consentimentos where usuario_id = ${id}`)).toBe(2);
    await excluirCliente({ actor: carla }, { id, versao });
    expect((await recusaDe(verCliente(carla, id))).code).toBe("nao_encontrado");
    expect(await contar(sql`from consentimentos where usuario_id = ${id}`)).toBe(0);

    const escreveu = await novo({ nome: "Zélia", telefone: "+5511955550199" });
    const { rows } = await comoSistema((tx) =>
      tx.execute<{ id: number }>(sql`select conversa_de('+5511955550199', null, null, null, false) as id`),
    );
    await comoSistema((tx) =>
      tx.execute(sql`update conversas set cliente_id = ${escreveu.id} where id = ${rows[0]!.id}`),
    );
    await excluirCliente({ actor: carla }, visto(escreveu));
    expect(await contar(sql`from conversas where id = ${rows[0]!.id} and cliente_id is null`)).toBe(1);

    const preso = await novo({ nome: "Lia" });
    const { id: cargoId } = await cargo("Auxiliar");
    await comoSistema((tx) =>
      tx.execute(sql`insert into funcionarios (nome, cargo_id, usuario_id) values ('Lia', ${cargoId}, ${preso.id})`),
    );
    expect((await recusaDe(excluirCliente({ actor: carla }, visto(preso)))).code).toBe("em_uso");
  });
});

describe("consentimento", () => {
  const aceite = { canal: "whatsapp", como: "telefone", texto: "Aceito lembretes." };

  test("é dado, retirado e dado de novo, e tudo fica no histórico", async () => {
    const { id } = await novo({ nome: "Marta" });
    const requestId = randomUUID();
    const dado = await consentir({ actor: carla, requestId }, { ...aceite, usuarioId: id });
    expect(await recusaDe(consentir({ actor: carla }, { ...aceite, usuarioId: id }))).toMatchObject({
      code: "conflito",
      fields: { canal: "Este cliente já consentiu neste canal." },
    });
    await retirarConsentimento({ actor: carla, requestId }, { id: dado.id, versao: 1 });
    await consentir({ actor: carla, requestId }, { ...aceite, usuarioId: id });
    const { consentimentos } = await verCliente(carla, id);
    expect(consentimentos.map(({ retiradoEm }) => retiradoEm !== null)).toEqual([false, true]);
    expect((await rastroDe(requestId)).map(({ ato, operacao }) => [ato, operacao])).toEqual([
      ["cliente.consentir", "criacao"],
      ["cliente.retirar_consentimento", "alteracao"],
      ["cliente.consentir", "criacao"],
    ]);
  });

  test("o que já foi retirado não é retirado outra vez", async () => {
    const { id } = await novo({ nome: "Nadir" });
    const dado = await consentir({ actor: carla }, { ...aceite, usuarioId: id });
    const fora = await retirarConsentimento({ actor: carla }, { id: dado.id, versao: 1 });
    expect((await recusaDe(retirarConsentimento({ actor: carla }, fora))).code).toBe("nao_encontrado");
  });

  test("dois ao mesmo tempo: um só vale", async () => {
    const { id } = await novo({ nome: "Olga" });
    const tentativas = await Promise.allSettled(
      Array.from({ length: 5 }, () => consentir({ actor: carla }, { ...aceite, usuarioId: id })),
    );
    expect(tentativas.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

test("imprimir fica na trilha, também por quem só agenda", async () => {
  const { id } = await novo({ nome: "Paula" });
  const ana = await contratar("Ana", { podeAgendar: true });
  const requestId = randomUUID();
  const call = { actor: ana, requestId, chave: randomUUID() };
  // A double tap prints once.
  for (let vez = 0; vez < 2; vez++) await imprimirCliente(call, { id });
  expect(await rastroDe(requestId)).toMatchObject([
    { ato: "cliente.imprimir", operacao: "ato", entidade: "usuarios", entidade_id: id, ator_id: ana.id },
  ]);
});

test("quem entra no sistema não é cliente: nem a master o muda, vê, exclui ou imprime por aqui", async () => {
  const bruno = await cadastrar("Bruno");
  const recusas = await Promise.all(
    [celia, carla].flatMap((actor) => [
      recusaDe(verCliente(actor, bruno.id)),
      recusaDe(editarCliente({ actor }, { ...dados, ...visto(bruno) })),
      recusaDe(desativarCliente({ actor }, visto(bruno))),
      recusaDe(ativarCliente({ actor }, visto(bruno))),
      recusaDe(excluirCliente({ actor }, visto(bruno))),
      recusaDe(imprimirCliente({ actor }, { id: bruno.id })),
      recusaDe(consentir({ actor }, { usuarioId: bruno.id, canal: "sms", como: "balcao", texto: "Aceito" })),
    ]),
  );
  expect(recusas.map(({ code }) => code)).toEqual(Array(14).fill("nao_encontrado"));
});

test("quem só agenda vê e não muda; quem só vê relatórios e um estranho nem veem", async () => {
  const cliente = await novo({ nome: "Quitéria" });
  const ana = await contratar("Ana", { podeAgendar: true });
  expect(await verCliente(ana, cliente.id)).toMatchObject({ nome: "Quitéria" });
  const relatorios = await contratar("Bruno", { podeVerRelatorios: true });
  for (const actor of [ana, relatorios, anonimo]) {
    const recusas = await Promise.all([
      recusaDe(criarCliente({ actor }, { ...dados, ...semConsentir })),
      recusaDe(editarCliente({ actor }, { ...dados, ...visto(cliente) })),
      recusaDe(desativarCliente({ actor }, visto(cliente))),
      recusaDe(excluirCliente({ actor }, visto(cliente))),
      recusaDe(consentir({ actor }, { usuarioId: cliente.id, canal: "sms", como: "balcao", texto: "Aceito" })),
    ]);
    expect(recusas.map(({ code }) => code)).toEqual(Array(5).fill("sem_permissao"));
  }
  for (const actor of [relatorios, anonimo]) {
    expect((await recusaDe(verCliente(actor, cliente.id))).code).toBe("sem_permissao");
    expect((await recusaDe(imprimirCliente({ actor }, { id: cliente.id }))).code).toBe("sem_permissao");
  }
});
