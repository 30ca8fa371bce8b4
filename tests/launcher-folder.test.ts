import { spawn } from "node:child_process";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { tryLock } from "@/scripts/launcher/lock.mjs";
import { prepareCluster } from "@/scripts/launcher/postgres/cluster.mjs";
import { runningServer } from "@/scripts/launcher/postgres/pid-file.mjs";
import { canReach } from "@/scripts/launcher/postgres/user.mjs";
import { isAlive, startOf, startsOf } from "@/scripts/launcher/process.mjs";
import { becomeTheOne } from "@/scripts/launcher/state.mjs";
import { temporaryFolder, write } from "./setup/launcher";

/** A process that waits until the end of the test, with these words in its command line. */
function bystander(...words: string[]): number {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", ...words], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid!;
}

const NO_PROCESS = 2 ** 31 - 1;

describe("uma partida por pasta", () => {
  test("quem chega depois fica sabendo de quem já está", () => {
    const file = path.join(temporaryFolder(), "estado.json");
    expect(tryLock(file)).toMatchObject({ mine: true });
    expect(tryLock(file)).toMatchObject({ mine: false, owner: { pid: process.pid } });
  });

  test.each([
    ["de um processo que morreu", NO_PROCESS],
    ["com um número que hoje é de outro programa", 1],
  ])("toma o lugar %s, com o que ele deixou", (_, pid) => {
    const file = write(temporaryFolder(), "estado.json", { pid, children: [7] });
    expect(tryLock(file)).toEqual({ mine: true, previous: { pid, children: [7] } });
    expect(JSON.parse(readFileSync(file, "utf8")).pid).toBe(process.pid);
  });

  test("não toma por dono a cópia de outra pasta que tem hoje o número dele", () => {
    const pid = bystander("scripts/start.mjs");
    const noted = (starts?: object) => tryLock(write(temporaryFolder(), "estado.json", { pid, starts })).mine;
    expect(noted({ [pid]: startOf(process.pid) })).toBe(true);
    expect(noted(startsOf(pid))).toBe(false);
    // As versions before noted it.
    expect(noted()).toBe(false);
  });

  test("nem a si mesma, quando o número se repete depois que a máquina foi ligada de novo", () => {
    const starts = { [process.pid]: startOf(process.pid)!.replace(/^\w/, (first) => (first === "0" ? "1" : "0")) };
    const file = write(temporaryFolder(), "estado.json", { pid: process.pid, starts });
    expect(tryLock(file)).toMatchObject({ mine: true });
  });

  test("encerra o que uma partida morta deixou, e não um estranho que tem hoje o número", async () => {
    const [stranger, left, leftByOld] = [bystander("server.js"), bystander("server.js"), bystander("server.js")];
    const starts = { ...startsOf(left), [stranger]: startOf(process.pid) };
    const data = temporaryFolder();
    write(data, "estado.json", { pid: NO_PROCESS, children: [stranger, left], starts });
    expect(await becomeTheOne(data)).toBeUndefined();
    expect([stranger, left, leftByOld].map(isAlive)).toEqual([true, false, true]);
    write(data, "estado.json", { pid: NO_PROCESS, children: [leftByOld] });
    expect(await becomeTheOne(data)).toBeUndefined();
    expect(isAlive(leftByOld)).toBe(false);
  });

  test("uma anotação cortada ao meio não prende ninguém", () => {
    expect(tryLock(write(temporaryFolder(), "estado.json", '{"pid": 12'))).toMatchObject({ mine: true });
  });
});

describe("banco embutido", () => {
  test("um postmaster.pid com o número de um estranho não impede o banco de ligar", () => {
    const home = temporaryFolder();
    const file = write(home, "postmaster.pid", `${process.pid}\n/pg\n1\n5432\n\n127.0.0.1\n123 456\nready   \n`);
    expect(runningServer(home)).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe(`${NO_PROCESS}\n/pg\n1\n5432\n\n127.0.0.1\n123 456\nready   \n`);
  });

  test("só o servidor desta pasta é o dela, e não o de outra nem um processo dele", () => {
    const home = temporaryFolder();
    const found = (...words: string[]) => {
      const pid = bystander(...words);
      write(home, "postmaster.pid", `${pid}\n/pg\n1\n5432\n\n127.0.0.1\n123 456\nready   \n`);
      return runningServer(home)?.pid === pid;
    };
    expect(found("bin/postgres", "--", "-D", `${home}2`, "-p", "5432")).toBe(false);
    expect(found("postgres: checkpointer")).toBe(false);
    expect(found("bin/postgres", "--", "-D", home, "-p", "5432")).toBe(true);
  });

  test("o que uma partida morta deixou de um banco novo sai, com a senha; o de uma que ainda roda fica", async () => {
    const data = temporaryFolder();
    const place = path.join(data, "pg");
    write(place, "PG_VERSION", "18\n");
    const living = `pg.novo-${bystander()}`;
    for (const draft of [`pg.novo-${NO_PROCESS}`, `pg.novo-${process.pid}`, living]) {
      write(data, `${draft}/PG_VERSION`, "18\n");
      write(data, `${draft}.senha`, "senha");
    }
    await prepareCluster({ place, native: "", user: {}, password: "", log: "" });
    expect(readdirSync(data).sort()).toEqual(["pg", living, `${living}.senha`]);
  });

  test("sabe quando o usuário do banco não passa por uma pasta fechada", () => {
    const folder = temporaryFolder();
    const file = write(folder, "casa/fechada/pg", "");
    const stranger = { uid: 54321, gid: 54321 };
    expect(canReach(file, stranger)).toBe(true);
    chmodSync(path.join(folder, "casa"), 0o700);
    expect(canReach(file, stranger)).toBe(false);
    expect(canReach(file, {})).toBe(true);
  });
});
