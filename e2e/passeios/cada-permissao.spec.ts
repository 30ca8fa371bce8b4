import type { Page } from "@playwright/test";
import { chavesPermissao, menuDe, permissoes, type Permissao } from "@/lib/domain/permissoes";
import { expect, test } from "../fixtures";

test.use({ quem: null });

const restrito = (permissao: Permissao) =>
  ({ tipo: "usuario", master: false, deveTrocarSenha: false, permissoes: [permissao] }) as const;

/** The addresses inside the house that a screen offers. */
const ofertas = (page: Page) =>
  page
    .locator("a[href^='/']")
    .filter({ visible: true })
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!))]);

test.describe("quem só tem uma permissão vê só o que pode, e nada do que vê falha", () => {
  for (const permissao of chavesPermissao)
    test(permissoes[permissao].rotulo, async ({ page, context, entrar, novaPessoa }) => {
      const { id } = await novaPessoa({ [permissao]: true });
      await entrar(context, id);
      const menu = page.getByRole("navigation", { name: "Menu" });
      await page.goto("/");
      await expect(menu.getByRole("link")).toHaveText(menuDe(restrito(permissao)).map(({ rotulo }) => rotulo));

      // Every kind of screen once: of a list's records the first stands for all.
      const molde = (endereco: string) => new URL(endereco, "http://casa").pathname.replace(/\d+/g, "n");
      const vistos = new Set<string>();
      const aVer = ["/", "/conta"];
      for (let endereco = aVer.shift(); endereco; endereco = aVer.shift()) {
        if (vistos.has(molde(endereco)) || endereco.startsWith("/api/")) continue;
        vistos.add(molde(endereco));
        const resposta = await page.goto(endereco);
        expect(resposta!.status(), endereco).toBe(200);
        await expect(page.getByRole("main")).not.toContainText("Carregando");
        await expect(page.getByRole("main")).not.toContainText(/não tem permissão|Algo deu errado|Não encontramos/);
        aVer.push(...(await ofertas(page)));
      }
      expect(vistos.size).toBeGreaterThan(2);
    });
});
