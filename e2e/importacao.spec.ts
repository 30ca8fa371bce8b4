import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test, titulo, unico } from "./fixtures";

const escolher = (page: Page, texto: string, name = "clientes.csv") =>
  page.getByLabel("Escolher arquivo CSV").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(texto) });

const mostrar = (page: Page, parte: RegExp) => page.getByText(parte).click();

/** A Brazilian mobile that no other test has, with its ninth digit; what begins with 7 is no mobile without it. */
const celular = () =>
  `11 9${String(Math.floor(Math.random() * 1e8))
    .padStart(8, "0")
    .replace(/^[0-57]/, "8")}`;

test(
  "confere antes de gravar, grava as boas, e da segunda vez não há nada de novo",
  { tag: "@celular" },
  async ({ page, banco }) => {
    const nome = unico("Iara Lima");
    const numero = celular();
    const semNove = numero.replace("11 9", "11 ");
    const arquivo = `Nome;Celular;Cor\n${nome};${numero};azul\n"${nome}\nde novo";${semNove};\nSem sentido;123;\n`;
    const gravados = () => banco.ler("select id from usuarios where nome = $1", [nome]);

    await page.goto("/clientes");
    await page.getByRole("link", { name: "Importar" }).click();
    await expect(titulo(page, "Importar clientes")).toBeVisible();
    await escolher(page, arquivo);
    await expect(page.getByText("Ficam de fora: Cor.")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Linha 5" })).toContainText("Confira o telefone com DDD");
    await mostrar(page, /^Já existem \(1\)$/);
    await expect(page.getByRole("listitem").filter({ hasText: "Linha 3" })).toContainText("Repete a linha 2");
    await mostrar(page, /^Novos \(1\)$/);
    await expect(page.getByRole("listitem").filter({ hasText: "Linha 2" })).toContainText(nome);
    expect(await gravados()).toHaveLength(0);

    await page.getByRole("button", { name: "Importar só as boas (1 cliente novo)" }).click();
    await expect(page.getByText("1 cliente novo gravado.")).toBeVisible();
    expect(await gravados()).toHaveLength(1);

    await page.getByRole("button", { name: "Importar outro arquivo" }).click();
    await escolher(page, arquivo);
    await expect(page.getByText("Novos (0)")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Importar/ })).toHaveCount(0);
  },
);

test(
  "mostra até onde foi, e diz quando a conexão cai no meio",
  { tag: ["@computador", "@longo"] },
  async ({ page, queixas }) => {
    queixas.tolerar(/Failed to load resource|net::ERR/);
    const linhas = Array.from({ length: 5_000 }, () => `${unico("Multidão")};${"x".repeat(400)}\n`).join("");
    await page.goto("/clientes/importar");
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const bar = document.querySelector("main [role=progressbar]");
        if (bar) seen.push(`${bar.getAttribute("aria-label")} ${bar.getAttribute("aria-valuenow")}`);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await escolher(page, `nome;obs\n${linhas}`);
    await expect(page.getByText("Novos (5.000)")).toBeVisible();
    await page.getByRole("button", { name: "Mostrar mais" }).click();
    await page.getByRole("button", { name: "Importar 5.000 clientes novos" }).click();
    await expect(page.getByText("5.000 clientes novos gravados.")).toBeVisible({ timeout: 25_000 });
    const vistos = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    for (const fase of ["Enviando o arquivo", "Lendo as linhas", "Gravando os clientes"]) {
      expect(vistos.some((visto) => visto.startsWith(fase))).toBe(true);
    }

    await page.getByRole("button", { name: "Importar outro arquivo" }).click();
    await page.route("**/api/clientes/importar**", (route) => route.abort("connectionreset"));
    await escolher(page, "nome\nAna\n");
    await expect(page.getByText("A conexão caiu no meio. Tente de novo.")).toBeVisible();
  },
);

test(
  "o que se exporta é o que o filtro mostra, e importado de volta não tem ninguém novo",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    const nome = unico("Rosa Mendes");
    const numero = celular().replaceAll(" ", "");
    await banco.criar("usuarios", {
      nome,
      tipo: "cliente",
      telefone: `+55${numero}`,
      observacoes: '=1+1; "ela"\ne eu',
    });
    await page.goto(`/clientes?busca=${encodeURIComponent(nome)}`);
    await page.getByRole("button", { name: "Exportar" }).click();
    const [arquivo] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Baixar CSV" }).click(),
    ]);
    expect(arquivo.suggestedFilename()).toBe("clientes.csv");
    const texto = await readFile(await arquivo.path(), "utf8");
    expect(texto).toContain(`"'=1+1; ""ela""\ne eu"`);
    expect(texto.split("\r\n")).toHaveLength(3);
    const [ato] = await banco.ler<{ depois: object }>(
      "select depois from log_auditoria where ato = 'cliente.exportar' and depois ->> 'filtro' = $1",
      [`busca: ${nome}`],
    );
    expect(ato!.depois).toMatchObject({ formato: "CSV", linhas: 1 });

    await page.goto("/clientes/importar");
    await escolher(page, texto);
    await expect(page.getByText("Novos (0)")).toBeVisible();
    await mostrar(page, /^Já existem \(1\)$/);
    await expect(page.getByRole("listitem").filter({ hasText: nome })).toContainText("pelo telefone");
  },
);

test(
  "a rota só grava o que foi conferido, e só de uma página da casa",
  { tag: "@computador" },
  async ({ page, baseURL }) => {
    const enviar = async (query: string, data: Buffer, headers: Record<string, string> = { origin: baseURL! }) => {
      const answer = await page.request.post(`/api/clientes/importar${query}`, {
        data,
        headers: { "content-type": "text/csv", ...headers },
      });
      return { status: answer.status(), text: await answer.text() };
    };
    const arquivo = Buffer.from(`nome\n${unico("Nunca Gravada")}\n`);
    expect(await enviar(`?gravar=boas&sha256=${"0".repeat(64)}`, arquivo)).toMatchObject({
      status: 200,
      text: expect.stringContaining("O arquivo não é mais o que você conferiu."),
    });
    expect((await enviar("?gravar=boas", arquivo)).text).toContain("não é mais o que você conferiu");
    expect((await enviar("?gravar=tudo", arquivo)).status).toBe(422);
    expect((await enviar("", arquivo, { origin: "https://exemplo.com" })).status).toBe(403);
    expect((await enviar("", Buffer.alloc(16 * 1024 * 1024 + 1, "x"))).status).toBe(413);
    expect((await enviar("", Buffer.alloc(0))).text).toContain("O arquivo está vazio.");
  },
);
