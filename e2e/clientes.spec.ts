import type { Page } from "@playwright/test";
import { expect, recado, test, titulo, unico } from "./fixtures";

/** A Brazilian mobile that no other test has, without country and ninth digit. */
const oitoDigitos = () => `8${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}`;

const salvar = (page: Page) => page.getByRole("button", { name: "Salvar cliente" }).click();

test(
  "cadastra como a pessoa fala, com o que ela autoriza, e o segundo com o mesmo telefone leva ao primeiro",
  { tag: "@celular" },
  async ({ page }) => {
    const [nome, numero] = [unico("Iolanda Reis"), oitoDigitos()];
    await page.goto("/clientes");
    await page.getByRole("link", { name: "Novo cliente" }).click();
    await page.getByRole("textbox", { name: "Nome", exact: true }).fill(nome);
    await page.getByRole("textbox", { name: "Telefone" }).fill(`11 ${numero}`);
    const email = page.getByRole("textbox", { name: "E-mail" });
    await email.fill(`IOLANDA.${numero}@gmial.com`);
    await email.blur();
    await page.getByRole("button", { name: /^Você quis dizer .*@gmail\.com\?$/ }).click();
    await page.getByText("Aceita mensagens por WhatsApp").click();
    await salvar(page);

    await expect(titulo(page, nome)).toBeVisible();
    const ficha = page.getByRole("main");
    await expect(ficha).toContainText(`(11) 9${numero.slice(0, 4)}-${numero.slice(4)}`);
    await expect(ficha).toContainText(`iolanda.${numero}@gmail.com`);
    await expect(ficha).toContainText("Autorizado");
    const endereco = page.url();

    await page.goto("/clientes/novo");
    await page.getByRole("textbox", { name: "Nome", exact: true }).fill("Outra pessoa");
    await page.getByRole("textbox", { name: "Telefone" }).fill(`+55 (11) 9${numero}`);
    await salvar(page);
    await expect(
      recado(page)
        .filter({ hasText: `${nome} já tem este telefone.` })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Nome", exact: true })).toHaveValue("Outra pessoa");
    await expect(page.getByRole("link", { name: `Abrir ${nome}` }).first()).toHaveAttribute(
      "href",
      new URL(endereco).pathname,
    );
  },
);

test(
  "um campo só acha por nome, pedaço do telefone, e-mail e CPF",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    const [nome, numero] = [unico("Zuleica Ávila"), oitoDigitos()];
    const cpf = cpfDe(numero);
    const email = `zu.${numero}@exemplo.com.br`;
    await banco.criar("usuarios", { nome, tipo: "cliente", telefone: `+55119${numero}`, email, cpf });
    await page.goto("/clientes");
    const busca = page.getByRole("textbox", { name: /^Buscar por nome/ });
    const codigo = nome.split(" ").at(-1)!;
    for (const texto of [
      `zuleica avila ${codigo}`,
      `(11) 9${numero}`,
      `${numero.slice(0, 4)}-${numero.slice(4)}`,
      email.toUpperCase(),
      cpf,
    ]) {
      await busca.fill(texto);
      await expect(page.getByRole("main").getByRole("link", { name: nome }), texto).toBeVisible();
      await expect(page.getByText(/^1 cliente$/), texto).toBeVisible();
    }
  },
);

/** A CPF with right check digits whose first nine begin with `comeco`. */
function cpfDe(comeco: string): string {
  const digitos = [...`${comeco}0`.slice(0, 9)].map(Number);
  for (const peso of [10, 11]) {
    const soma = digitos.reduce((total, digito, i) => total + digito * (peso - i), 0);
    digitos.push(((soma * 10) % 11) % 10);
  }
  return digitos.join("");
}

test(
  "imprimir a ficha fica na trilha, pelo botão e pelo menu do navegador",
  { tag: ["@computador", "@longo"] },
  async ({ page, banco }) => {
    const id = await banco.criar("usuarios", { nome: unico("Papel Passado"), tipo: "cliente" });
    const impressoes = async () =>
      (await banco.ler("select 1 from log_auditoria where ato = 'cliente.imprimir' and entidade_id = $1", [id])).length;
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await page.goto(`/clientes/${id}`);
    await page.getByRole("button", { name: "Imprimir" }).click();
    await expect.poll(impressoes).toBe(1);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect.poll(impressoes).toBe(2);
  },
);

test.describe("quem só agenda", () => {
  test.use({ quem: null });

  test(
    "acha e lê clientes, sem como mudá-los",
    { tag: "@celular" },
    async ({ page, context, entrar, novaPessoa, queixas }) => {
      queixas.tolerar(/status of 403/);
      await entrar(context, (await novaPessoa({ pode_agendar: true })).id);
      await page.goto("/clientes");
      await expect(page.getByRole("link", { name: /^(Novo cliente|Importar)$/ })).toHaveCount(0);
      await expect(page.getByRole("button", { name: /^(Exportar|Ações)$/ })).toHaveCount(0);
      await page.goto("/clientes/10");
      await expect(page.getByRole("button", { name: "Imprimir" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Editar" })).toHaveCount(0);
      await page.goto("/clientes/10/editar");
      await expect(recado(page).or(page.getByRole("main"))).toContainText("permissão");
    },
  );
});
