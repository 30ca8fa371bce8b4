import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { escapeIdentifier, Pool } from "pg";
import { hashSenha } from "@/lib/server/password";

export { expect };

export const SENHA = "demonstracao";

/** A name that no other test has, however often and in whatever order they run. */
export const unico = (texto: string) => `${texto} ${crypto.randomUUID().slice(0, 8)}`;

/** The sentence that says what went wrong on the screen. */
export const recado = (page: Page) => page.getByRole("main").getByRole("alert");

export const titulo = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** How wide the page is, which is not to be more than its screen. A phone zooms out until what is too wide fits. */
export const larguraDe = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Waits until what the selector finds hears a touch; before that a link leads to its address as any other page's does. */
export const ouve = (page: Page, seletor: string) =>
  page.waitForFunction(
    (alvo) => Object.keys(document.querySelector(alvo) ?? {}).some((chave) => chave.startsWith("__react")),
    seletor,
  );

/** Until all is there, also what comes after the frame and lies unseen at the end of the page until it is put in its place. */
export async function inteira(page: Page) {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Carregando");
  await expect(page.locator('div[hidden][id^="S:"]')).toHaveCount(0);
}

/** Chooses in a combobox, by typing what it is called. */
export async function escolher(page: Page, campo: string, opcao: string) {
  await page.getByRole("combobox", { name: campo }).click();
  await page.getByPlaceholder("Buscar…").fill(opcao);
  await page.getByRole("option", { name: opcao }).first().click();
}

/** A mobile that nobody of the demonstration has. */
export const telefoneNovo = () => `+55119${String(Math.floor(Math.random() * 100_000_000)).padStart(8, "6")}`;

type Linha = Record<string, unknown>;
type Pessoa = { id: number; nome: string; email: string };

type Banco = {
  ler: <T>(texto: string, valores?: unknown[]) => Promise<T[]>;
  /** Inserts one row, written by the system; columns as the database names them. @returns its id */
  criar: (tabela: string, linha: Linha) => Promise<number>;
};

type Queixas = {
  /** Listens to the consoles of a browser. What is complained of and not tolerated fails the test at its end. */
  vigiar: (context: BrowserContext) => void;
  tolerar: (queixa: RegExp) => void;
  /** What is said from now on is not heard. */
  calar: () => void;
};

export type Fixtures = {
  /** Who is signed in on `page`: one of the demonstration, or nobody. */
  quem: "master" | "gerente" | "atendente" | "relatorios" | null;
  queixas: Queixas;
  /** Signs a browser in without the sign-in screen. */
  entrar: (context: BrowserContext, usuarioId: number) => Promise<void>;
  /** Somebody new who can sign in with `SENHA`. `linha`: columns of `usuarios`, e.g. what they may. */
  novaPessoa: (linha?: Linha) => Promise<Pessoa>;
  /** A page of another browser in which nobody is signed in. */
  outroAparelho: () => Promise<Page>;
};

export const test = base.extend<Fixtures, { banco: Banco; senhaHash: string }>({
  quem: ["master", { option: true }],

  banco: [
    async ({}, provide) => {
      const pool = new Pool({ connectionString: process.env.E2E_URL_APP, max: 1, options: "-c app.ator=sistema" });
      const ler: Banco["ler"] = async (texto, valores) => (await pool.query(texto, valores)).rows;
      await provide({
        ler,
        async criar(tabela, linha) {
          const colunas = Object.keys(linha).map(escapeIdentifier).join(", ");
          const lugares = Object.keys(linha).map((_, i) => `$${i + 1}`);
          const insert = `insert into ${escapeIdentifier(tabela)} (${colunas}) values (${lugares.join(", ")}) returning id`;
          await ler("select set_config('app.ator', 'sistema', false)");
          const [criada] = await ler<{ id: number }>(insert, Object.values(linha));
          return criada!.id;
        },
      });
      await pool.end();
    },
    { scope: "worker" },
  ],

  senhaHash: [async ({}, provide) => provide(await hashSenha(SENHA)), { scope: "worker" }],

  queixas: [
    async ({}, provide) => {
      const ouvidas: string[] = [];
      const toleradas: RegExp[] = [];
      let ouvindo = true;
      const ouvir = (queixa: string) => ouvindo && ouvidas.push(queixa);
      await provide({
        vigiar(context) {
          context.on("console", (message) => {
            if (message.type() === "error") ouvir(`${message.text()} (${message.location().url})`);
          });
          context.on("weberror", (error) => ouvir(error.error().message));
        },
        tolerar: (queixa) => void toleradas.push(queixa),
        calar: () => (ouvindo = false),
      });
      expect(ouvidas.filter((queixa) => !toleradas.some((tolerada) => tolerada.test(queixa)))).toEqual([]);
    },
    { auto: true },
  ],

  entrar: async ({ banco, baseURL }, provide) =>
    provide(async (context, usuarioId) => {
      const [sessao] = await banco.ler<{ id: string }>(
        `insert into sessoes (usuario_id, dispositivo, descricao, endereco)
         values ($1, 'teste', 'Navegador de teste', '127.0.0.1') returning id`,
        [usuarioId],
      );
      const value = await encode({ token: { sessaoId: sessao!.id }, secret: process.env.E2E_SEGREDO! });
      // Both that signing in leaves; without the second the first action would set it and bring the whole page anew.
      await context.addCookies([
        { name: "next-auth.session-token", value, url: baseURL, httpOnly: true },
        { name: "aparelho", value: crypto.randomUUID(), url: baseURL, httpOnly: true },
      ]);
    }),

  novaPessoa: async ({ banco, senhaHash }, provide) =>
    provide(async (linha) => {
      const nome = unico("Bruna Sales");
      const email = `${nome.toLowerCase().replaceAll(" ", ".")}@exemplo.com.br`;
      const id = await banco.criar("usuarios", { nome, email, tipo: "restrito", senha_hash: senhaHash, ...linha });
      return { id, nome, email };
    }),

  outroAparelho: async ({ browser, queixas }, provide) => {
    const abertos: BrowserContext[] = [];
    await provide(async () => {
      const context = await browser.newContext();
      abertos.push(context);
      queixas.vigiar(context);
      return context.newPage();
    });
    await Promise.all(abertos.map((context) => context.close()));
  },

  context: async ({ context, queixas, entrar, quem, banco }, provide) => {
    queixas.vigiar(context);
    if (quem) {
      const [pessoa] = await banco.ler<{ id: number }>("select id from usuarios where email = $1", [
        `${quem}@exemplo.com.br`,
      ]);
      await entrar(context, pessoa!.id);
    }
    await provide(context);
  },
});
