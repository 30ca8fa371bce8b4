import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { checkArchive, fileName } from "@/db/backup/archive";
import { db } from "@/db/client";
import { carregarDemonstracao } from "@/db/demo/carregar";
import type { Achado } from "@/lib/domain/saude";
import { fazerBackup } from "@/lib/jobs/backup";
import { verFaltaDeBackup, verificarDados, verSaude } from "@/lib/saude/queries";
import { sistema, type Usuario } from "@/lib/server/actor";
import { pedirBackup } from "@/lib/sistema/commands";
import { contratar } from "../support/people";
import { usando } from "../support/sql";

let celia: Usuario;
let pasta: string;
beforeAll(async () => {
  pasta = await mkdtemp(path.join(os.tmpdir(), "hora-marcada-saude-"));
  process.env.BACKUP_PASTA = pasta;
  await db().transaction((tx) => carregarDemonstracao(tx, "x", { clientes: 40, seed: 3 }));
  celia = await contratar("Dona Célia");
  return () => rm(pasta, { recursive: true });
});

const errados = (achados: Achado[]) =>
  achados.filter(({ estado }) => estado === "errado").map(({ assunto }) => assunto);

/** Changes rows behind the back of every trigger, looks, and puts them back. */
async function estragando(sqls: string[], olhar: () => Promise<void>, desfazer: string[]) {
  const tudo = (client: Client, textos: string[]) =>
    textos.reduce((antes, texto) => antes.then(() => client.query(texto)), Promise.resolve<unknown>(null));
  const tabelas = ["agendamentos", "agendamento_servicos", "pagamentos", "usuarios", "arquivos", "cargos"];
  const gatilhos = (estado: string) => tabelas.map((tabela) => `alter table ${tabela} ${estado} trigger user`);
  await usando("dono", async (client) => {
    await tudo(client, [...gatilhos("disable"), ...sqls, ...gatilhos("enable")]);
    try {
      await olhar();
    } finally {
      await tudo(client, [...gatilhos("disable"), ...desfazer, ...gatilhos("enable")]);
    }
  });
}

describe("os dados", () => {
  test("da demonstração estão todos certos, e cada linha diz o que foi conferido", async () => {
    const achados = await verificarDados(sistema);
    expect(achados.map(({ estado }) => estado)).toEqual(achados.map(() => "certo"));
    for (const { frase } of achados) expect(frase).toMatch(/^[A-Z].+\.$/);
  });

  const copia = "create temp table guardado as select * from";
  const volta = (tabela: string, coluna: string) =>
    `update ${tabela} t set ${coluna} = g.${coluna} from guardado g where g.id = t.id`;
  test.each([
    [
      "Valores",
      "agendamentos",
      "valor_centavos",
      "update agendamentos set valor_centavos = valor_centavos + 1 where id = (select min(id) from agendamentos)",
    ],
    [
      "Clientes",
      "usuarios",
      "ultima_visita_em",
      "update usuarios set ultima_visita_em = null where id = (select min(cliente_id) from agendamentos where situacao = 'concluido')",
    ],
  ])("%s: um só registro estragado aparece", (assunto, tabela, coluna, estrago) =>
    estragando(
      [`${copia} ${tabela}`, estrago],
      async () => {
        const achados = await verificarDados(sistema);
        expect(errados(achados)).toEqual([assunto]);
        expect(achados.find((um) => um.assunto === assunto)!.frase).toMatch(/: 1\.$/);
      },
      [volta(tabela, coluna), "drop table guardado"],
    ),
  );

  test("Contagens: um total que os gatilhos não viram mudar", () =>
    estragando(
      [
        "update contagens set agendamentos = agendamentos + 1 where funcionario_id = (select min(funcionario_id) from contagens)",
      ],
      async () => expect(errados(await verificarDados(sistema))).toEqual(["Contagens"]),
      [
        "update contagens set agendamentos = agendamentos - 1 where funcionario_id = (select min(funcionario_id) from contagens)",
      ],
    ));

  test("Serviços, Contagens e Trilha: um agendamento sem serviço, que ninguém marcou", () =>
    estragando(
      [
        `insert into agendamentos (funcionario_id, inicio, fim, livre_em, origem)
         values ((select min(id) from funcionarios), '2031-01-01 10:00Z', '2031-01-01 11:00Z', '2031-01-01 11:00Z', 'painel')`,
      ],
      async () => expect(errados(await verificarDados(sistema))).toEqual(["Serviços", "Contagens", "Trilha"]),
      ["delete from agendamentos where inicio = '2031-01-01 10:00Z'"],
    ));

  test("Agenda: sem a restrição, dois no mesmo lugar aparecem", () =>
    estragando(
      [
        "create temp table guardado as select pg_get_constraintdef(oid) as def from pg_constraint where conname = 'sem_sobreposicao'",
        "alter table agendamentos drop constraint sem_sobreposicao",
        `create temp table par as select a.id, a.inicio, a.fim, a.livre_em, b.inicio as i, b.fim as f, b.livre_em as l
         from agendamentos a join agendamentos b on a.funcionario_id = b.funcionario_id and a.id < b.id
         where a.situacao = 'agendado' and b.situacao = 'agendado' and not a.encaixe and not b.encaixe limit 1`,
        "update agendamentos t set inicio = i, fim = f, livre_em = l from par where par.id = t.id",
      ],
      async () => expect(errados(await verificarDados(sistema))).toEqual(["Agenda"]),
      [
        "update agendamentos t set inicio = par.inicio, fim = par.fim, livre_em = par.livre_em from par where par.id = t.id",
        "do $$ begin execute (select 'alter table agendamentos add constraint sem_sobreposicao ' || def from guardado); end $$",
        "drop table guardado",
        "drop table par",
      ],
    ));

  test("Pagamentos: um que ninguém concluiu", () =>
    estragando(
      [
        `insert into pagamentos (agendamento_id, forma, valor_centavos, recebido_em, criado_em)
         select id, 'pix', 100, now(), '2000-01-01' from agendamentos where situacao = 'agendado' limit 1`,
      ],
      async () => expect(errados(await verificarDados(sistema))).toEqual(["Pagamentos"]),
      ["delete from pagamentos where criado_em = '2000-01-01'"],
    ));

  test("Visitas e Ligações: duas pessoas em uma visita, um arquivo sem dono", () =>
    estragando(
      [
        `create temp table guardado as select id, visita from agendamentos where cliente_id in
          (select distinct cliente_id from agendamentos where cliente_id is not null order by 1 limit 2)`,
        "update agendamentos set visita = '00000000-0000-4000-8000-000000000001' where id in (select id from guardado)",
        `insert into arquivos (nome, tipo, tamanho_bytes, deposito, conteudo, criado_em)
         values ('00000000-0000-4000-8000-000000000002', 'image/webp', 1, 'local', '\\x00', '2000-01-01')`,
      ],
      async () => expect(errados(await verificarDados(sistema))).toEqual(["Visitas", "Ligações"]),
      [
        "update agendamentos t set visita = g.visita from guardado g where g.id = t.id",
        "drop table guardado",
        "delete from arquivos where nome = '00000000-0000-4000-8000-000000000002'",
      ],
    ));

  test("Gatilhos: um desligado aparece", () =>
    estragando(
      ["alter table servicos disable trigger auditar"],
      async () => expect(errados(await verificarDados(sistema))).toEqual(["Gatilhos"]),
      ["alter table servicos enable trigger auditar"],
    ));
});

describe("a instalação", () => {
  const backup = async () => (await verSaude(celia)).achados.find(({ assunto }) => assunto === "Backup")!;
  const naFila = () =>
    usando("dono", (client) => client.query("select task_identifier from graphile_worker.jobs where key = 'backup'"));

  test("o da madrugada grava, tira os velhos e aparece; quem pede um agora o põe na fila, uma vez só", async () => {
    expect(await backup()).toMatchObject({ estado: "atencao" });
    expect(await verFaltaDeBackup(celia)).toBe(false);
    const velho = path.join(pasta, fileName(new Date(Date.now() - 15 * 86_400_000)));
    await writeFile(velho, "");
    const { file } = await fazerBackup();
    expect(await readdir(pasta)).toEqual([path.basename(file)]);
    expect(await checkArchive(file)).not.toHaveProperty("segredo");
    expect(await backup()).toMatchObject({ estado: "certo" });
    expect((await verSaude(celia)).arquivo).toBe(path.basename(file));
    await pedirBackup({ actor: celia }, {});
    await pedirBackup({ actor: celia }, {});
    expect((await naFila()).rows).toEqual([{ task_identifier: "backup" }]);
  });

  test("depois de 48 horas sem um, o master é avisado", async () => {
    await usando("dono", (client) =>
      client.query("update log_auditoria set em = em - interval '49 hours' where ato = 'sistema.backup'"),
    );
    expect(await verFaltaDeBackup(celia)).toBe(true);
    expect(await backup()).toMatchObject({ estado: "errado" });
  });

  test("a fila conta o que desistiu e o que ninguém pega", async () => {
    await usando("dono", (client) =>
      client.query(`select graphile_worker.add_job('despachar', run_at => now() - interval '20 minutes')`),
    );
    const fila = (await verSaude(celia)).achados.find(({ assunto }) => assunto === "Fila de tarefas")!;
    expect(fila).toMatchObject({ estado: "errado", frase: expect.stringContaining("parece parado") });
  });

  test("só o master a vê", async () => {
    const ana = await contratar("Ana");
    await expect(verSaude(ana)).rejects.toMatchObject({ code: "sem_permissao" });
    await expect(pedirBackup({ actor: ana }, {})).rejects.toMatchObject({ code: "sem_permissao" });
  });
});
