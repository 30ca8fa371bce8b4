import { quartaDistante } from "./dias";
import { expect, inteira, ouve, test as base, unico } from "./fixtures";
import type { Locator, Page } from "@playwright/test";

export { expect };

export type Pessoa = { id: number; nome: string };
export type Marcado = { id: number; cliente: string };

type Linha = Record<string, unknown>;

type Salao = {
  /** A working Wednesday far from the demonstration's days. */
  dia: string;
  /** Somebody who works from 9:00 to 12:00 and from 13:00 to 18:00, and cuts hair. */
  profissional: (nome: string) => Promise<Pessoa>;
  /** Books a cut on `dia`: `marcar(ana, "14:00", 45)`. `linha`: more columns, as the database names them. */
  marcar: (quem: Pessoa, hora: string, minutos: number, linha?: Linha) => Promise<Marcado>;
};

/** An instant of the company's day. */
export const em = (dia: string, hora: string) => new Date(`${dia}T${hora}:00-03:00`);

/** Nobody who came so long ago is among the recent. */
export const HA_ANOS = "2015-01-01";

const PRECO = 9_000;

const TURNOS = [
  [540, 720],
  [780, 1_080],
];

export const test = base.extend<{ salao: Salao }>({
  salao: async ({ banco, queixas }, provide) => {
    const dia = quartaDistante();
    const criados: number[] = [];
    const [servico] = await banco.ler<{ id: number }>("select id from servicos where nome = 'Corte feminino'");

    await provide({
      dia,
      async profissional(nome) {
        const apelido = unico(nome);
        const [cargo] = await banco.ler<{ id: number }>("select id from cargos where nome = 'Cabeleireira'");
        const id = await banco.criar("funcionarios", { nome: apelido, apelido, cargo_id: cargo!.id, cor: "violeta" });
        criados.push(id);
        const semana = JSON.stringify(Array.from({ length: 7 }, () => TURNOS));
        await banco.criar("funcionario_servicos", { funcionario_id: id, servico_id: servico!.id });
        await banco.criar("expedientes", { funcionario_id: id, semana });
        return { id, nome: apelido };
      },
      async marcar(quem, hora, minutos, linha) {
        const cliente = unico("Célia");
        const cliente_id = await banco.criar("usuarios", { nome: cliente, tipo: "cliente", criado_em: HA_ANOS });
        const inicio = em(dia, hora);
        const fim = new Date(inicio.getTime() + minutos * 60_000);
        const lugar = { funcionario_id: quem.id, cliente_id, inicio, fim, livre_em: fim, origem: "painel" };
        const id = await banco.criar("agendamentos", { ...lugar, valor_centavos: PRECO, ...linha });
        const feito = { agendamento_id: id, ordem: 1, servico_id: servico!.id, duracao_minutos: minutos };
        await banco.criar("agendamento_servicos", { ...feito, preco_centavos: PRECO });
        return { id, cliente };
      },
    });

    // A page that is still open may ask for somebody who is gone.
    queixas.calar();
    // Nobody of a test stays as a column on other screens. A form that closes may still be giving a place back or taking it.
    const deles = "(select id from agendamentos where funcionario_id = any($1))";
    await expect(async () => {
      for (const parte of ["agendamento_servicos", "mensagens"])
        await banco.ler(`delete from ${parte} where agendamento_id in ${deles}`, [criados]);
      for (const tabela of ["agendamentos", "reservas", "bloqueios", "expedientes", "funcionario_servicos"])
        await banco.ler(`delete from ${tabela} where funcionario_id = any($1)`, [criados]);
      await banco.ler("delete from funcionarios where id = any($1)", [criados]);
    }).toPass({ timeout: 5_000 });
  },
});

/** Whether it is the agenda of a phone, or that of a desktop. */
export const noCelular = (page: Page) => page.viewportSize()!.width < 768;

/** Opens the agenda and waits until it hears a touch. */
export async function abrirAgenda(page: Page, endereco = "/agenda") {
  await page.goto(endereco);
  await ouve(page, "[data-coluna]");
  await inteira(page);
}

export const abrirDia = (page: Page, dia: string, { id }: Pessoa) =>
  abrirAgenda(page, `/agenda?dia=${dia}&profissional=${id}`);

/** The column of the only professional on the screen. */
export const grade = (page: Page) => page.locator("[data-coluna]");

/** A point of that column, which begins an hour before the salon opens at nine. */
export const as = (page: Page, hora: number) => ({ x: 120, y: (hora - 8) * (noCelular(page) ? 180 : HORA_PX) + 20 });

export const folha = (page: Page) => page.getByRole("dialog");

/** What a moment's notice says. */
export const aviso = (page: Page, texto: string | RegExp) => page.getByRole("listitem").filter({ hasText: texto });

/** The free times of the first day that has any. */
export const livres = (page: Page) =>
  folha(page)
    .getByRole("group", { name: /^Horários livres/ })
    .first()
    .getByRole("button");

/** A service that anybody of the house performs, but nobody of a test, who may be gone when it is confirmed. */
export const servicoDaCasa = (page: Page) =>
  folha(page)
    .getByRole("group", { name: "Serviços" })
    .getByRole("button", { disabled: false })
    .filter({ hasNotText: /Corte feminino|Escova \w{8}/ })
    .first();

export const comecaAs = (page: Page, marcado: Pick<Marcado, "id">, hora: string) =>
  expect(bloco(page, marcado)).toHaveAccessibleName(new RegExp(`, ${hora} às `));

/** The block of an appointment in the grid. */
export const bloco = (page: Page, { id }: Pick<Marcado, "id">) => page.locator(`[data-agendamento="${id}"]`);

/** The column of a professional. */
export const coluna = (page: Page, { nome }: Pessoa) => page.getByRole("group", { name: nome, exact: true });

/** The middle of something on the screen. */
export async function meio(alvo: Locator) {
  const caixa = (await alvo.boundingBox())!;
  return { x: caixa.x + caixa.width / 2, y: caixa.y + caixa.height / 2 };
}

/** The same after it was scrolled to where nothing is near an edge, at which the grid scrolls along. */
export async function aoMeio(alvo: Locator) {
  await alvo.evaluate((elemento) => elemento.scrollIntoView({ block: "center", inline: "nearest" }));
  return meio(alvo);
}

/** So many pixels are an hour. */
export const HORA_PX = 96;

/** Drags from one point by so much, in steps as a hand does. */
export async function arrastar(page: Page, de: { x: number; y: number }, por: { x?: number; y?: number }) {
  await page.mouse.move(de.x, de.y);
  await page.mouse.down();
  await page.mouse.move(de.x + (por.x ?? 0), de.y + (por.y ?? 0), { steps: 8 });
  await page.mouse.up();
}
