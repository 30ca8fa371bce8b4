import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { usando } from "../support/sql";

const server = inject("server");

test("o banco embutido só escuta esta máquina, sem arquivo de socket, e guarda senhas como se deve", async () => {
  await usando("dono", async (client) => {
    const { rows } = await client.query(
      `select current_setting('listen_addresses') as listens, current_setting('password_encryption') as passwords,
         current_setting('server_version_num')::int / 10000 as major`,
    );
    expect(rows).toEqual([{ listens: "127.0.0.1", passwords: "scram-sha-256", major: 18 }]);
  });
  const superuser = new Client({ connectionString: server.superUrl });
  await superuser.connect();
  const { rows } = await superuser.query(
    "select current_setting('unix_socket_directories') as sockets, array_agg(distinct auth_method) as asks from pg_hba_file_rules",
  );
  await superuser.end();
  expect(rows).toEqual([{ sockets: "", asks: ["scram-sha-256"] }]);
});

test("quem não sabe a senha não entra, nem como administrador", async () => {
  for (const user of ["postgres", "teste_app", "teste_dono"]) {
    const client = new Client({ connectionString: `postgres://${user}:outra@127.0.0.1:${server.port}/postgres` });
    await expect(client.connect(), user).rejects.toMatchObject({ code: "28P01" });
  }
});

test("a língua é a nossa, seja qual for a da máquina: UTF-8, e a ordem do dicionário", async () => {
  await usando("app", async (client) => {
    const { rows } = await client.query(
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
       from pg_database where datname = current_database()`,
    );
    expect(rows).toEqual([{ encoding: "UTF8", provider: "i", locale: "pt-BR" }]);
    const { rows: words } = await client.query<{ word: string }>(
      "select word from unnest(array['Banana', 'água', 'abacate', 'Zebra', 'Ábaco', 'Água']) word order by word",
    );
    expect(words.map(({ word }) => word)).toEqual(["abacate", "Ábaco", "água", "Água", "Banana", "Zebra"]);
  });
});
