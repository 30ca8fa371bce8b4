import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

type Lista = {
  caminho: string;
  /** The size on which it is walked; how a list behaves is the same for all. */
  lado: "@celular" | "@computador";
  busca?: string;
  /** Each filter by its label, and the choice as a person reads it. */
  filtros: Record<string, string>;
  endereco: RegExp[];
};

const listas: Lista[] = [
  {
    caminho: "/clientes",
    lado: "@celular",
    busca: "a",
    filtros: { Situação: "Só ativos", "Última visita": "Nunca veio", Consentimento: "Aceita WhatsApp" },
    endereco: [/busca=a/, /ativo=sim/, /visita=nunca/, /consentimento=whatsapp/],
  },
  {
    caminho: "/funcionarios",
    lado: "@computador",
    busca: "a",
    filtros: { Situação: "Só ativos", Cargo: "Manicure" },
    endereco: [/busca=a/, /ativo=sim/, /cargo=\d+/],
  },
  { caminho: "/cargos", lado: "@computador", busca: "a", filtros: {}, endereco: [/busca=a/] },
  {
    caminho: "/auditoria",
    lado: "@celular",
    filtros: { Área: "Cargos", Ato: "Editou o cargo" },
    endereco: [/area=cargo/, /ato=cargo.editar/],
  },
];

const campoDeBusca = (page: Page) => page.getByRole("main").getByRole("textbox", { name: /^Buscar/ });

/** Phones fold the filters, computers all but the first two of many. */
async function abrirFiltros(page: Page, isMobile: boolean) {
  const porta = page.getByRole("button", { name: isMobile ? /^Filtros/ : /^Pesquisa avançada/ });
  await expect(porta).toBeVisible();
  if ((await porta.getAttribute("aria-expanded")) === "false") await porta.click();
}

for (const { caminho, lado, busca, filtros, endereco } of listas) {
  test(
    `a pesquisa de ${caminho} fica no endereço: resiste a recarregar e a voltar`,
    { tag: [lado, "@longo"] },
    async ({ page, isMobile }) => {
      await page.goto(caminho);
      if (busca) await campoDeBusca(page).fill(busca);
      if (Object.keys(filtros).length) await abrirFiltros(page, isMobile);
      for (const [nome, escolha] of Object.entries(filtros))
        await page.getByRole("combobox", { name: nome, exact: true }).selectOption({ label: escolha });
      for (const parte of endereco) await expect(page).toHaveURL(parte);
      const pesquisa = new URL(page.url()).search;

      async function continua() {
        await expect.poll(() => new URL(page.url()).search).toBe(pesquisa);
        if (busca) await expect(campoDeBusca(page)).toHaveValue(busca);
        if (Object.keys(filtros).length) await abrirFiltros(page, isMobile);
        for (const [nome, escolha] of Object.entries(filtros))
          await expect(page.getByRole("combobox", { name: nome, exact: true }).locator("option:checked")).toHaveText(
            escolha,
          );
      }

      await page.reload();
      await continua();
      await page.goto("/conta");
      await page.goBack();
      await continua();
    },
  );
}
