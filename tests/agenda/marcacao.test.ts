import { beforeAll, expect, test } from "vitest";
import { acharClientesParaAgendar, lerClienteParaAgendar, verMarcacao } from "@/lib/marcacoes/queries";
import type { Usuario } from "@/lib/server/actor";
import { cadastrar, contratar, mudar, recusaDe, servico } from "../support/people";
import { abrirSalao, as, marcar } from "./cenario";

let quem: Usuario;
let salao: Awaited<ReturnType<typeof abrirSalao>>;

beforeAll(async () => {
  salao = await abrirSalao();
  quem = await contratar("Ana", { podeAgendar: true });
});

test("o formulário recebe os serviços ativos e quem faz cada um, no seu tempo e pelo seu preço", async () => {
  const { ana, bia, corte, escova } = salao;
  await servico({ nome: "Banho de lua", ativo: false });
  const { fuso, regras, servicos, profissionais } = await verMarcacao(quem);
  expect(fuso).toBe("America/Sao_Paulo");
  expect(regras).toEqual({
    gradeMinutos: 15,
    antecedenciaMinutos: 60,
    horizonteDias: 60,
    prazoClienteMinutos: 120,
  });
  expect(servicos.map(({ nome }) => nome)).toEqual(["Corte", "Escova"]);
  expect(servicos[1]).toEqual({
    ...{ id: escova.id, nome: "Escova", categoria: "Cabelo", duracaoMinutos: 45, preparoMinutos: 15 },
    ...{ precoTipo: "fixo", precoCentavos: 6_000 },
  });
  expect(profissionais).toEqual([
    {
      ...{ id: ana.id, nome: "Ana", cor: "violeta" },
      faz: [
        { servicoId: corte.id, duracaoMinutos: 75, precoCentavos: 12_000 },
        { servicoId: escova.id, duracaoMinutos: 45, precoCentavos: 6_000 },
      ],
    },
    { id: bia.id, nome: "Bia", cor: "rosa", faz: [{ servicoId: corte.id, duracaoMinutos: 60, precoCentavos: 9_000 }] },
  ]);
});

test("os serviços mais marcados ultimamente vêm primeiro, depois os outros pela categoria e pelo nome", async () => {
  const { ana, corte, escova } = salao;
  const barba = await servico({ nome: "Barba", categoria: "Barba" });
  await marcar({ funcionarioId: ana.id, inicio: as("2026-10-01", "10:00"), servicos: [corte.id, escova.id] });
  await marcar({ funcionarioId: ana.id, inicio: as("2026-10-02", "10:00"), servicos: [escova.id] });
  const nomes = async () => (await verMarcacao(quem)).servicos.map(({ nome }) => nome);
  expect(await nomes()).toEqual(["Escova", "Corte", "Barba"]);
  for (const dia of ["2026-10-03", "2026-10-04", "2026-10-05"])
    await marcar({ funcionarioId: ana.id, inicio: as(dia, "10:00"), servicos: [barba.id] });
  expect(await nomes()).toEqual(["Barba", "Escova", "Corte"]);
});

test("sem nada digitado vêm os clientes mais recentes, com o que fizeram da última vez", async () => {
  const { ana, bia, corte, escova, celia, davi } = salao;
  await mudar(celia.id, { criadoEm: as("2024-01-01", "10:00"), ultimaVisitaEm: as("2026-11-20", "10:00") });
  await mudar(davi.id, { criadoEm: as("2024-01-01", "10:00"), ultimaVisitaEm: as("2026-11-22", "10:00") });
  await cadastrar("Diego", { nome: "Sumido", ativo: false });
  await marcar({ funcionarioId: bia.id, clienteId: davi.id, inicio: as("2026-11-01", "10:00"), servicos: [corte.id] });
  await marcar({
    funcionarioId: ana.id,
    clienteId: davi.id,
    inicio: as("2026-11-22", "10:00"),
    servicos: [escova.id, corte.id],
  });
  const achados = await acharClientesParaAgendar(quem, "");
  expect(achados.map(({ nome }) => nome)).toEqual(["Davi Lopes", "Célia Prado"]);
  expect(achados[0]).toMatchObject({
    telefone: "+5511912345678",
    ultimosServicos: [escova.id, corte.id],
    ultimoFuncionario: ana.id,
  });
  expect(new Date(achados[0]!.ultimaVisitaEm!)).toEqual(as("2026-11-22", "10:00"));
  expect(achados[1]).toMatchObject({ ultimosServicos: [], ultimoFuncionario: null });
  expect(await lerClienteParaAgendar(quem, davi.id)).toEqual([achados[0]]);
  expect(await lerClienteParaAgendar(quem, 2_000_000_000)).toEqual([]);
});

test.each([
  ["o nome sem acento", "celia", ["Célia Prado"]],
  ["o fim do telefone", "5678", ["Davi Lopes"]],
  ["alguém da casa, depois dos clientes", "a", ["Ana"]],
  ["ninguém", "zzz", []],
])("acha %s", async (_, texto, nomes) => {
  expect((await acharClientesParaAgendar(quem, texto)).map(({ nome }) => nome)).toEqual(nomes);
});

test("quem não agenda não procura clientes por aqui", async () => {
  const bruno = await contratar("Bruno", { podeVerAgendamentos: true });
  expect((await recusaDe(acharClientesParaAgendar(bruno, ""))).code).toBe("sem_permissao");
  expect((await recusaDe(lerClienteParaAgendar(bruno, salao.davi.id))).code).toBe("sem_permissao");
  expect((await recusaDe(verMarcacao(bruno))).code).toBe("sem_permissao");
});
