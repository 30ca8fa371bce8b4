import { randomUUID } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { entrar } from "@/lib/acesso/commands";
import { anonimo } from "@/lib/server/actor";
import type { Origin } from "@/lib/server/command";
import type { AppError } from "@/lib/server/errors";
import { usuarioDaSessao } from "@/lib/server/session-row";
import { cadastrar, recusaDe } from "../support/people";
import { comoSistema, contar, rastroDe } from "../support/sql";

// The real argon2, counted.
vi.mock(import("@node-rs/argon2"), async (original) => {
  const real = await original();
  return { ...real, verify: vi.fn(real.verify) };
});

const SENHA = "quatro gatos no telhado";
const agora = new Date("2026-11-23T15:00:00Z");
const hora = 60 * 60 * 1000;
const CHROME =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

let enderecos = 0;
const deOutroLugar = (): Origin => ({ address: `10.0.0.${++enderecos}`, device: randomUUID(), userAgent: CHROME });
const tentar = (email: string, senha: string, more: { origin?: Origin; requestId?: string; now?: Date } = {}) =>
  entrar({ actor: anonimo, now: agora, origin: deOutroLugar(), ...more }, { email, senha });

const gente = {
  bruno: { id: 0, email: "" },
  inativa: { id: 0, email: "" },
  diego: { id: 0, email: "" },
  semSenha: { id: 0, email: "" },
  vencida: { id: 0, email: "" },
  valida: { id: 0, email: "" },
};

beforeAll(async () => {
  gente.bruno = await cadastrar("Bruno", { senha: SENHA });
  gente.inativa = await cadastrar("Ana", { senha: SENHA, ativo: false });
  gente.diego = await cadastrar("Diego");
  gente.semSenha = await cadastrar("Ana");
  const temporaria = { senha: SENHA, deveTrocarSenha: true };
  gente.vencida = await cadastrar("Ana", { ...temporaria, senhaExpiraEm: agora });
  gente.valida = await cadastrar("Ana", { ...temporaria, senhaExpiraEm: new Date(agora.getTime() + 1) });
});
beforeEach(() => {
  vi.mocked(verify).mockClear();
});

describe("quem conhece a senha", () => {
  test("Bruno entra, e a trilha diz que foi ele, de onde e em qual aparelho", async () => {
    const [origin, requestId] = [deOutroLugar(), randomUUID()];
    const { sessaoId } = await tentar(gente.bruno.email, SENHA, { origin, requestId });
    expect(await usuarioDaSessao(sessaoId)).toMatchObject({ id: gente.bruno.id, nome: "Bruno", master: false });
    expect(await rastroDe(requestId)).toMatchObject([
      {
        ator_tipo: "usuario",
        ator_id: gente.bruno.id,
        ato: "acesso.entrar",
        operacao: "ato",
        entidade: "usuarios",
        entidade_id: gente.bruno.id,
        depois: { endereco: origin.address, aparelho: "Chrome no Android" },
      },
    ]);
  });

  test("maiúsculas e espaços em volta do e-mail não importam, e a senha escrita em outra forma Unicode é a mesma", async () => {
    await tentar(`  ${gente.bruno.email.toUpperCase()} `, SENHA);
    const ana = await cadastrar("Ana", { senha: "coração de melão" });
    await tentar(ana.email, "coração de melão".normalize("NFD"));
  });

  test("com a senha temporária ainda válida entra, mas deve trocá-la", async () => {
    const { sessaoId } = await tentar(gente.valida.email, SENHA);
    expect(await usuarioDaSessao(sessaoId)).toMatchObject({ deveTrocarSenha: true });
  });

  test("com a senha temporária vencida não entra, e a tentativa fica na trilha", async () => {
    const requestId = randomUUID();
    expect(await recusaDe(tentar(gente.vencida.email, SENHA, { requestId }))).toMatchObject({
      code: "invalido",
      message: "Esta senha temporária venceu. Peça outra a um master.",
    });
    expect(await rastroDe(requestId)).toMatchObject([
      { ator_tipo: "anonimo", ato: "acesso.entrada_recusada", entidade_id: gente.vencida.id },
    ]);
  });
});

describe("quem não entra recebe sempre a mesma resposta, depois do mesmo trabalho", () => {
  test.each([
    ["senha errada", "bruno", "outra senha"],
    ["quase a senha", "bruno", `${SENHA} `],
    ["pessoa desativada com a senha certa", "inativa", SENHA],
    ["cliente", "diego", SENHA],
    ["pessoa sem senha", "semSenha", SENHA],
    ["senha temporária errada e vencida", "vencida", "outra senha"],
    ["pessoa desconhecida", undefined, SENHA],
  ] as const)("%s", async (_caso, quem, senha) => {
    const requestId = randomUUID();
    const pessoa = quem && gente[quem];
    const recusa = await recusaDe(tentar(pessoa?.email ?? "ninguem@exemplo.com.br", senha, { requestId }));
    expect({ ...recusa, message: recusa.message }).toEqual({
      name: "AppError",
      code: "invalido",
      message: "E-mail ou senha não conferem.",
      fields: undefined,
      current: undefined,
    });
    expect(verify).toHaveBeenCalledTimes(1);
    expect(await rastroDe(requestId)).toMatchObject([
      { ator_tipo: "anonimo", ato: "acesso.entrada_recusada", entidade_id: pessoa?.id ?? null },
    ]);
    expect(await contar(sql`from log_auditoria where depois::text like ${`%${senha}%`}`)).toBe(0);
  });

  test("quem acerta também custa uma verificação só", async () => {
    await tentar(gente.bruno.email, SENHA);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  test.each([
    ["e-mail vazio", { email: "", senha: SENHA }, { email: "Informe o e-mail." }],
    ["senha vazia", { email: "ana@exemplo.com.br", senha: "" }, { senha: "Informe a senha." }],
    [
      "senha enorme",
      { email: "ana@exemplo.com.br", senha: "x".repeat(1_001) },
      { senha: "Esta senha é longa demais." },
    ],
  ])("%s nem chega a ser verificada", async (_caso, input, fields) => {
    expect(await recusaDe(entrar({ actor: anonimo, origin: deOutroLugar() }, input))).toMatchObject({ fields });
    expect(verify).not.toHaveBeenCalled();
  });
});

describe("limites das tentativas erradas", () => {
  // The counters live in the database's own time; a window that passed is told by its end.
  const passarTempo = () => comoSistema((tx) => tx.execute(sql`update limites set expire = 1`));
  beforeEach(passarTempo);
  const verificadas = () => vi.mocked(verify).mock.calls.length;
  const muitas = async (quantas: number, uma: (n: number) => Promise<unknown>) => {
    const recusas: AppError[] = [];
    while (recusas.length < quantas) {
      const juntas = Array.from({ length: Math.min(30, quantas - recusas.length) }, (_, n) => recusaDe(uma(n)));
      recusas.push(...(await Promise.all(juntas)));
    }
    return recusas;
  };

  test("trinta erros ao mesmo tempo na conta de Bruno: só dez são verificados", async () => {
    const origin = deOutroLugar();
    const recusas = await muitas(30, () => tentar(gente.bruno.email, "errada", { origin }));
    expect(verificadas()).toBe(10);
    const limitadas = recusas.filter(({ code }) => code === "limite");
    expect(limitadas).toHaveLength(20);
    expect(limitadas[0]!.message).toBe("Muitas tentativas seguidas. Tente de novo em 3 minutos.");
    expect((await recusaDe(tentar(gente.bruno.email, SENHA, { origin }))).code).toBe("limite");
  });

  test("passados os três minutos, a senha certa entra de novo", async () => {
    const origin = deOutroLugar();
    await muitas(10, () => tentar(gente.bruno.email, "errada", { origin }));
    expect((await recusaDe(tentar(gente.bruno.email, SENHA, { origin }))).code).toBe("limite");
    await passarTempo();
    await tentar(gente.bruno.email, SENHA, { origin });
  });

  test("um endereço que tenta muitas contas para em trinta", async () => {
    const { address } = deOutroLugar();
    const contas: string[] = [];
    for (let n = 0; n < 6; n++) contas.push((await cadastrar("Ana", { senha: SENHA })).email);
    const recusas = await muitas(40, (n) =>
      tentar(contas[n % 6]!, "errada", { origin: { ...deOutroLugar(), address } }),
    );
    expect(verificadas()).toBe(30);
    expect(recusas.filter(({ code }) => code === "limite")).toHaveLength(10);
  });

  test("uma conta atacada de muitos endereços para em cem por hora", async () => {
    const recusas = await muitas(110, () => tentar(gente.bruno.email, "errada"));
    expect(verificadas()).toBe(100);
    const ultima = recusas.find(({ code }) => code === "limite");
    expect(ultima?.message).toBe("Muitas tentativas seguidas. Tente de novo em 60 minutos.");
  });

  test("o dono, no aparelho em que já entrou, não fica do lado de fora", async () => {
    const celia = await cadastrar("Dona Célia", { senha: SENHA });
    const origin = deOutroLugar();
    await tentar(celia.email, SENHA, { origin });
    await muitas(105, () => tentar(celia.email, "errada"));
    await muitas(12, () => tentar(celia.email, "errada", { origin: { ...deOutroLugar(), address: origin.address } }));
    expect((await recusaDe(tentar(celia.email, SENHA))).code).toBe("limite");
    await tentar(celia.email, SENHA, { origin });
  });

  test("o aparelho conhecido também só erra dez vezes, e conhecer uma conta não abre outra", async () => {
    const origin = deOutroLugar();
    await tentar(gente.bruno.email, SENHA, { origin });
    vi.mocked(verify).mockClear();
    await muitas(15, () => tentar(gente.bruno.email, "errada", { origin }));
    expect(verificadas()).toBe(10);
    vi.mocked(verify).mockClear();
    await muitas(15, () => tentar(gente.semSenha.email, "errada", { origin }));
    expect(verificadas()).toBe(10);
  });

  test("acertos não contam: vinte entradas seguidas do mesmo lugar", async () => {
    const origin = deOutroLugar();
    const entrarDoMesmoLugar = () =>
      tentar(gente.bruno.email, SENHA, { origin: { ...origin, device: randomUUID() }, now: new Date(+agora + hora) });
    for (let vez = 0; vez < 20; vez++) await entrarDoMesmoLugar();
    expect(await contar(sql`from limites where expire > 1 and points > 0`)).toBe(0);
  });

  test("tentativas já barradas não gastam o limite das outras contas do mesmo endereço", async () => {
    const origin = deOutroLugar();
    await muitas(40, () => tentar(gente.bruno.email, "errada", { origin }));
    await tentar((await cadastrar("Ana", { senha: SENHA })).email, SENHA, { origin });
  });

  test("as chaves dos contadores não mostram e-mail nem endereço", async () => {
    await recusaDe(tentar(gente.bruno.email, "errada"));
    expect(await contar(sql`from limites where key like '%@%' or key like '%10.0.0%'`)).toBe(0);
  });
});
