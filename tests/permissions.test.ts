import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  atos,
  chavesPermissao,
  pode,
  rotas,
  type Autorizado,
  type CaminhoRota,
  type Exigencia,
} from "@/lib/domain/permissoes";
import { addressOf, builtActions, builtRoutes, declaredActions, methodOf, type ServerAction } from "./support/actions";
import { backstage, SESSION_COOKIE, type Backstage } from "./support/backstage";
import { entradas } from "./support/entradas";
import { formArguments, plainForm, visitor, type ActionAnswer, type Visitor } from "./support/visitor";
import { startApp } from "./setup/app";

type Person = Extract<Autorizado, { tipo: "usuario" }>;
type Role = { nome: string; quem: Autorizado; cadastro?: { ativo?: boolean } & Partial<Person> };

const restrito = (permissoes: Person["permissoes"]): Person => ({
  tipo: "usuario",
  master: false,
  permissoes,
  deveTrocarSenha: false,
});
const master: Person = { tipo: "usuario", master: true, permissoes: [], deveTrocarSenha: false };
const temporario: Person = { ...master, deveTrocarSenha: true };
const anonimo = { tipo: "anonimo" } as const;

const roles: Role[] = [
  { nome: "anônimo", quem: anonimo },
  { nome: "master inativo", quem: anonimo, cadastro: { ...master, ativo: false } },
  { nome: "restrito sem permissão", quem: restrito([]), cadastro: restrito([]) },
  ...chavesPermissao.map((chave) => {
    const quem = restrito([chave]);
    return { nome: `restrito com ${chave}`, quem, cadastro: quem };
  }),
  { nome: "master", quem: master, cadastro: master },
  { nome: "master com senha temporária", quem: temporario, cadastro: temporario },
];

const actions = builtActions();
const declared = await declaredActions();
const actOf = ({ file, name }: ServerAction) => declared.find((one) => one.file === file && one.name === name)!.act;
const isForm = ({ file, name }: ServerAction) =>
  declared.some((one) => one.file === file && one.name === name && one.form);

test("toda página e toda rota está no catálogo, e só elas", () => {
  const withPage = builtRoutes();
  expect(withPage.sort()).toEqual(Object.keys(rotas).sort());
});

test("de toda ação com dados se sabe o que o seu formulário envia", () => {
  const acts = declared.filter(({ form }) => !form).map(({ act }) => act);
  expect(Object.keys(entradas).sort()).toEqual(acts.sort());
});

test("toda ação escrita responde, e nenhuma outra", () => {
  const key = ({ file, name }: { file: string; name: string }) => `${file} ${name}`;
  expect(actions.map(key).sort()).toEqual(declared.map(key).sort());
});

/** The first of these routes whose demand is met by the most people. */
function mostOpen(pages: CaminhoRota[]): CaminhoRota {
  const admitted = (rota: CaminhoRota) => roles.filter(({ quem }) => pode(quem, rotas[rota].exige)).length;
  return pages.toSorted((a, b) => admitted(b) - admitted(a))[0]!;
}

type Outcome = "permitido" | "negado" | `quebrado: ${string}`;
const LOCKED_OUT = ["/entrar", "/trocar-senha"];

function outcomeOfVisit(response: Response, rota: CaminhoRota): Outcome {
  const { status, headers } = response;
  const location = headers.get("location");
  const target = location ? new URL(location, "http://casa").pathname : "";
  if (status === 401 || status === 403) return "negado";
  if (LOCKED_OUT.includes(target) && rotas[rota].exige !== "publico") return "negado";
  if (location || status === 200 || (status === 404 && rota.includes("["))) return "permitido";
  // Let in, and told what is missing: a file, what is searched for; without its token UploadThing's door is not there.
  if (rota.startsWith("/api/") && [400, 404, 422].includes(status)) return "permitido";
  return `quebrado: ${status} ${location ?? ""}`;
}

function outcomeOfCall({ status, redirect, result, text }: ActionAnswer): Outcome {
  if (status === 401 || status === 403) return "negado";
  if (redirect) return "permitido";
  const code = (result as { error?: { code: string } } | undefined)?.error?.code;
  if (code === "sem_permissao" || code === "nao_autenticado") return "negado";
  if (code === "invalido" || (result as { ok?: boolean } | undefined)?.ok) return "permitido";
  return `quebrado: ${status} ${text.slice(0, 200)}`;
}

/** Signing in or out shows in the session cookie; whatever else a form did shows on the page that comes back. */
async function outcomeOfForm(response: Response, rota: CaminhoRota): Promise<Outcome> {
  if (response.headers.getSetCookie().some((line) => line.startsWith(SESSION_COOKIE))) return "permitido";
  const html = await response.text();
  if (/não tem permissão|sessão terminou/.test(html)) return "negado";
  return outcomeOfVisit(response, rota);
}

let cells = 0;
afterAll(() => console.log(`Matriz de permissões: ${cells} células`));

/** Without the proxy every page and every action has to refuse by itself; `--mode longo` knocks at the house as it runs, with it. */
const semProxy = import.meta.env.MODE !== "longo";

describe(semProxy ? "sem o proxy" : "com o proxy", () => {
  let app: Awaited<ReturnType<typeof startApp>>;
  let back: Backstage;
  const ids = new Map<Role, number>();
  const forms = new Map<ServerAction, { page: CaminhoRota; fields: Record<string, string> }>();

  beforeAll(async () => {
    app = await startApp({ vazio: true, semProxy });
    back = await backstage(app);
    for (const role of roles) {
      if (!role.cadastro) continue;
      const { master = false, permissoes = [], deveTrocarSenha, ativo } = role.cadastro;
      const tipo = master ? "master" : "restrito";
      ids.set(role, await back.person({ nome: role.nome, tipo, pode: permissoes, ativo, deveTrocarSenha }));
    }
    // The form of the first access is there only before it, that of the sign-in only after it.
    await findForms();
    await back.rows("insert into configuracao_empresa (nome) values ('Salão da Ana')");
    await findForms();
    expect(new Set(forms.keys())).toEqual(new Set(actions.filter(isForm)));
  });

  afterAll(async () => {
    await back.close();
    await app.stop();
  });

  const arrive = async (role: Role): Promise<Visitor> =>
    ids.has(role) ? back.signedIn(ids.get(role)!) : visitor(app.url);

  async function findForms() {
    const doors = new Set(actions.filter(isForm).flatMap(({ pages }) => pages));
    for (const page of doors) {
      for (const who of [visitor(app.url), await arrive(roles.find(({ quem }) => quem === master)!)]) {
        const html = await (await who.get(addressOf(page))).text();
        for (const action of actions.filter(isForm)) {
          if (!forms.has(action) && html.includes(action.id))
            forms.set(action, { page, fields: plainForm(html, action.id) });
        }
      }
    }
  }

  type Door = { nome: string; exige: Exigencia[]; knock: (who: Visitor) => Promise<Outcome> };

  /**
   * Knocks at every door, in a session of its own each time: first at those that have to stay shut, after all of which the
   * data has to be what it was.
   *
   * @returns what went otherwise, in words
   */
  async function wrongs(role: Role, doors: Door[]): Promise<string[]> {
    const wrong: string[] = [];
    const knock = async (these: Door[], expected: Outcome) => {
      for (const { nome, knock } of these) {
        cells += 1;
        const outcome = await knock(await arrive(role));
        if (outcome !== expected) wrong.push(`${nome}: ${outcome}, devia ser ${expected}`);
      }
    };
    const opens = ({ exige }: Door) => exige.every((one) => pode(role.quem, one));
    const before = await back.fingerprint();
    await knock(
      doors.filter((door) => !opens(door)),
      "negado",
    );
    if (before !== (await back.fingerprint())) wrong.push("tudo foi negado, mas os dados mudaram");
    await knock(doors.filter(opens), "permitido");
    return wrong;
  }

  const pages: Door[] = (Object.keys(rotas) as CaminhoRota[]).map((rota) => ({
    nome: rota,
    exige: [rotas[rota].exige],
    knock: async (who) => outcomeOfVisit(await who.send(methodOf(rota), addressOf(rota)), rota),
  }));

  const calls: Door[] = actions.map((action) => {
    const page = addressOf(mostOpen(action.pages));
    const args = () => (isForm(action) ? formArguments() : [{}]);
    return {
      nome: action.name,
      exige: [atos[actOf(action)].exige],
      knock: async (who) => outcomeOfCall(await who.call(page, action.id, args())),
    };
  });

  const submits = (): Door[] =>
    [...forms].map(([action, { page, fields }]) => ({
      nome: `${action.name} em ${page}`,
      // Without the proxy the action has answered before the page is asked.
      exige: [atos[actOf(action)].exige, ...(semProxy ? [] : [rotas[page].exige])],
      knock: async (who) => outcomeOfForm(await who.submit(addressOf(page), fields), page),
    }));

  describe.each(roles)("$nome", (role) => {
    test("abre só as páginas e rotas que pode", async () => {
      expect(await wrongs(role, pages)).toEqual([]);
    });

    test("chama só as ações que pode", async () => {
      expect(await wrongs(role, calls)).toEqual([]);
    });

    test("sem JavaScript envia só os formulários que pode", async () => {
      expect(await wrongs(role, submits())).toEqual([]);
    });
  });
});
