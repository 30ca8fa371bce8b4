import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areas,
  atos,
  chavesPermissao,
  conjuntos,
  leituraDeClientes,
  menuDe,
  pode,
  rotaDe,
  type Autorizado,
  type Exigencia,
  type Permissao,
} from "@/lib/domain/permissoes";
import { MENU_DE_GERENTE, MENU_DE_MASTER } from "../support/menus";

const pessoa = (permissoes: readonly Permissao[], mais: { master?: boolean; deveTrocarSenha?: boolean } = {}) =>
  ({ tipo: "usuario", master: false, deveTrocarSenha: false, permissoes, ...mais }) satisfies Autorizado;

const gente: Record<string, Autorizado> = {
  "Dona Célia": pessoa([], { master: true }),
  "Dona Célia com senha temporária": pessoa([], { master: true, deveTrocarSenha: true }),
  Carla: pessoa(chavesPermissao),
  "Carla com senha temporária": pessoa(chavesPermissao, { deveTrocarSenha: true }),
  Bruno: pessoa(["pode_cadastrar_cargo"]),
  Eduarda: pessoa(["pode_agendar"]),
  Ana: pessoa([]),
  Diego: { tipo: "cliente" },
  "o assistente": { tipo: "bot" },
  "o sistema": { tipo: "sistema" },
  "um estranho": { tipo: "anonimo" },
};

const pedidos: Exigencia[] = [
  "publico",
  "sessao",
  "acesso",
  "pode_cadastrar_cargo",
  leituraDeClientes,
  "master",
  "sistema",
];

// One column for each demand above.
const tabela: Record<keyof typeof gente, string> = {
  "Dona Célia": "sim sim sim sim sim sim não",
  "Dona Célia com senha temporária": "sim sim não não não não não",
  Carla: "sim sim sim sim sim não não",
  "Carla com senha temporária": "sim sim não não não não não",
  Bruno: "sim sim sim sim não não não",
  Eduarda: "sim sim sim não sim não não",
  Ana: "sim sim sim não não não não",
  Diego: "sim não não não não não não",
  "o assistente": "sim não não não não não não",
  "o sistema": "sim sim sim sim sim sim sim",
  "um estranho": "sim não não não não não não",
};

test.each(Object.keys(gente))("o que %s pode", (nome) => {
  expect(pedidos.map((pedido) => (pode(gente[nome]!, pedido) ? "sim" : "não")).join(" ")).toBe(tabela[nome]);
});

const algumas = fc.subarray(chavesPermissao);

test("um interruptor abre o que o pede, e nenhum outro", () => {
  fc.assert(
    fc.property(algumas, algumas, (tem, pedidas) => {
      const algumaEmComum = pedidas.some((uma) => tem.some((outra) => uma === outra));
      expect(pode(pessoa(tem), pedidas)).toBe(algumaEmComum);
      for (const uma of pedidas) expect(pode(pessoa(tem), uma)).toBe(tem.includes(uma));
    }),
  );
});

test("dar um interruptor a mais nunca tira nada, e ser master abre tudo o que uma pessoa pode", () => {
  fc.assert(
    fc.property(algumas, algumas, fc.constantFrom(...pedidos, ...chavesPermissao), (tem, ganha, pedido) => {
      if (pode(pessoa(tem), pedido)) {
        expect(pode(pessoa([...tem, ...ganha]), pedido)).toBe(true);
        expect(pode(pessoa(tem, { master: true }), pedido)).toBe(true);
      }
    }),
  );
});

describe("a rota de um caminho", () => {
  test.each([
    ["/", "/"],
    ["/cargos", "/cargos"],
    ["/cargos/", "/cargos"],
    ["/cargos/novo", "/cargos/novo"],
    ["/cargos/12", "/cargos/[id]"],
    ["/cargos/qualquer-coisa", "/cargos/[id]"],
    ["/api/auth/callback/credentials", "/api/auth/[...nextauth]"],
    ["/api/auth", undefined],
    ["/cargos/12/editar", undefined],
    ["/cargosx", undefined],
    ["/x/cargos", undefined],
    ["//cargos", undefined],
    ["/constructor", undefined],
    ["/__proto__", undefined],
    ["", undefined],
  ])("%j", (caminho, rota) => {
    expect(rotaDe(caminho)).toBe(rota);
  });
});

test("o menu mostra a cada um só o que pode abrir, na mesma ordem", () => {
  const menu = (nome: string) => menuDe(gente[nome]!).map(({ rotulo }) => rotulo);
  expect(menu("Dona Célia")).toEqual(MENU_DE_MASTER);
  expect(menu("Carla")).toEqual(MENU_DE_GERENTE);
  expect(menu("Bruno")).toEqual(["Início", "Serviços", "Cargos"]);
  expect(menu("Ana")).toEqual(["Início", "Serviços"]);
  expect(menu("Carla com senha temporária")).toEqual([]);
  expect(menu("um estranho")).toEqual([]);
});

test("todo ato pertence a uma área que a auditoria sabe nomear", () => {
  for (const ato of Object.keys(atos)) expect(areas).toHaveProperty(ato.split(".")[0]!);
});

test("os conjuntos prontos: o gerente pode tudo o que se liga, os outros só o seu trabalho", () => {
  expect(conjuntos.gerente.permissoes).toEqual(chavesPermissao);
  expect(conjuntos.atendente.permissoes).toEqual(["pode_cadastrar_cliente", "pode_agendar", "pode_ver_agendamentos"]);
  expect(conjuntos.relatorios.permissoes).toEqual(["pode_ver_relatorios"]);
});
