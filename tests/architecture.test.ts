import type { Node } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { atos, rotas, type CaminhoRota } from "@/lib/domain/permissoes";
import { codeOf, exportedCalls, readSources, walk, type Import, type Source } from "./support/source";

const sources = readSources();
const scripts = readSources(["scripts", "bench"]);
const paths = new Set(sources.map(({ path }) => path));

const LAYERS = ["db", "server", "area", "components", "app"] as const;
type Layer = (typeof LAYERS)[number] | "domain";

/** The floor of a file; background jobs stand, like pages, above the areas, and the border to Meta below them. */
function layerOf(path: string): Layer {
  const [top, second = ""] = path.split("/");
  if (top === "components") return top;
  // What the package says of itself lies below everything, as the schema does.
  if (top === "db" || top === "drizzle" || top === "package.json") return "db";
  if (top !== "lib" || second === "jobs") return "app";
  if (second === "whatsapp") return "server";
  return second === "domain" || second === "server" ? second : "area";
}

const areaOf = (path: string) => (layerOf(path) === "area" ? path.split("/")[1] : undefined);
const nameOf = (path: string) =>
  path
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "");
const routeOf = (path: string) =>
  path
    .replace(/^app/, "")
    .replace(/\/\([^)]*\)/g, "")
    .replace(/\/(page|route)\.tsx?$/, "") || "/";

/** Every import for which `refuse` gives a reason, as "file -> module: reason". */
function refused(refuse: (source: Source, imported: Import) => string | false, among = sources): string[] {
  return among.flatMap((source) =>
    source.imports.flatMap((imported) => {
      const reason = refuse(source, imported);
      return reason ? [`${source.path} -> ${imported.from}: ${reason}`] : [];
    }),
  );
}

const offenders = (among: Source[], wrong: (source: Source) => boolean) => among.filter(wrong).map(({ path }) => path);

function findings(source: Source, of: (node: Node) => string | undefined): string[] {
  const found: string[] = [];
  walk(source.ast, (node) => {
    const name = of(node);
    if (name) found.push(`${source.path}: ${name}`);
  });
  return found;
}

const ours = (imported: Import) => !imported.package;
const isDirective = (node: Node | undefined, text: string) =>
  node?.type === "ExpressionStatement" && "directive" in node && node.directive === text;

describe("direção dos imports", () => {
  test("app -> components -> lib/<área> -> lib/server -> db, e todos usam lib/domain", () => {
    const rank = (layer: Layer) => LAYERS.findIndex((one) => one === layer);
    expect(
      refused((source, imported) => {
        const [from, to] = [layerOf(source.path), layerOf(imported.from)];
        if (imported.package || to === "domain") return false;
        return (from === "domain" || rank(from) < rank(to)) && `${from} não usa ${to}`;
      }),
    ).toEqual([]);
  });

  test("o produto não importa scripts nem testes", () => {
    expect(
      refused((_, imported) => ours(imported) && /^(scripts|tests|e2e|bench)\//.test(imported.from) && "de fora"),
    ).toEqual([]);
  });

  test("componentes só usam schema, actions e tipos de uma área", () => {
    expect(
      refused((source, imported) => {
        if (layerOf(source.path) !== "components" || !ours(imported) || !areaOf(imported.from)) return false;
        return (
          !imported.types && !["schema", "actions"].includes(nameOf(imported.from)) && "não é schema, actions nem tipo"
        );
      }),
    ).toEqual([]);
  });

  test("components/ui não conhece área nenhuma", () => {
    expect(
      refused((source, imported) => {
        if (!source.path.startsWith("components/ui/") || !ours(imported)) return false;
        return !/^(components\/ui|lib\/domain)\//.test(imported.from) && "não é components/ui nem lib/domain";
      }),
    ).toEqual([]);
  });

  test("uma área não usa commands nem actions de outra", () => {
    expect(
      refused((source, imported) => {
        const [from, to] = [areaOf(source.path), ours(imported) && areaOf(imported.from)];
        return (
          !!from && !!to && from !== to && ["commands", "actions"].includes(nameOf(imported.from)) && "é de outra área"
        );
      }),
    ).toEqual([]);
  });

  test("páginas e componentes não falam com o banco", () => {
    const screens = sources.filter(({ path }) => /^(app|components)\//.test(path));
    expect(refused((_, { from }) => /^(drizzle-orm|pg|db)(\/|$)/.test(from) && "fala com o banco", screens)).toEqual(
      [],
    );
  });

  test("só query e command entregam o banco: nenhuma área o abre sozinha", () => {
    expect(
      refused(
        (source, { from, types }) =>
          layerOf(source.path) === "area" && from === "db/client" && !types && "abre o banco",
      ),
    ).toEqual([]);
  });
});

describe("lib/domain", () => {
  const domain = sources.filter(({ path }) => layerOf(path) === "domain");

  test("não conhece framework, banco nem Node", () => {
    const framework = /^(next|next-auth|react|react-dom|drizzle-orm|pg|pino|graphile-worker|node:.*)(\/|$)/;
    expect(refused((_, { from }) => framework.test(from) && "não é puro", domain)).toEqual([]);
  });

  test("só mensagens.ts importa o zod, que ali fala português", () => {
    expect(
      refused(
        ({ path }, { from }) => from === "zod" && path !== "lib/domain/mensagens.ts" && "use @/lib/domain/mensagens",
        domain,
      ),
    ).toEqual([]);
  });

  test("não lê relógio, acaso nem ambiente", () => {
    const ambient = ["Date.now", "performance.now", "Math.random", "process.env", "crypto.randomUUID"];
    const impure = (source: Source) =>
      findings(source, (node) => {
        if (node.type === "NewExpression" && codeOf(source, node.callee) === "Date" && !node.arguments.length)
          return "new Date()";
        if (node.type !== "MemberExpression") return undefined;
        const code = codeOf(source, node);
        return ambient.includes(code) || code.startsWith("Temporal.Now") ? code : undefined;
      });
    expect(domain.flatMap(impure)).toEqual([]);
  });
});

describe("a casa de cada área", () => {
  const inAreas = sources.filter(({ path }) => areaOf(path));
  const actions = inAreas.filter(({ path }) => nameOf(path) === "actions");

  test("só tem schema, queries, commands e actions", () => {
    const rooms = ["schema.ts", "queries.ts", "commands.ts", "actions.ts"];
    expect(offenders(inAreas, ({ path }) => !rooms.includes(path.split("/").slice(2).join("/")))).toEqual([]);
  });

  test("actions.ts só tem ações feitas de commands da própria área", () => {
    const makers = ({ path }: Source) => (areaOf(path) === "acesso" ? ["action", "formAction"] : ["action"]);
    const wrong = actions.flatMap((source) => {
      const [first, ...rest] = source.ast.body;
      const calls = exportedCalls(source);
      const other = rest.filter(({ type }) => type !== "ImportDeclaration").length - calls.length;
      const odd = calls.filter(
        ({ callee, name, args }) => !makers(source).includes(callee) || name !== `${args[0]}Action`,
      );
      return [
        !isDirective(first, "use server") && `${source.path}: não começa com "use server"`,
        other !== 0 && `${source.path}: ${other} coisas além de ações`,
        ...odd.map(({ name, callee }) => `${source.path}: ${name} = ${callee}(…)`),
      ].filter(Boolean);
    });
    expect(wrong).toEqual([]);
  });

  test('"use server" só existe em actions.ts', () => {
    const inline = (node: Node) => (isDirective(node, "use server") ? '"use server"' : undefined);
    expect(sources.filter((source) => !actions.includes(source)).flatMap((source) => findings(source, inline))).toEqual(
      [],
    );
  });

  test("cada ato de uma pessoa pertence a um só command, ou só ao registro de atos", () => {
    const used = new Map<string, number>();
    const recorded = new Set<string>();
    for (const source of sources) {
      walk(source.ast, (node) => {
        if (node.type !== "CallExpression") return;
        const [first, second] = node.arguments;
        const callee = codeOf(source, node.callee);
        if (callee === "recordAct" && second?.type === "Literal") recorded.add(String(second.value));
        if (callee !== "command" || first?.type !== "ObjectExpression") return;
        for (const property of first.properties) {
          if (property.type !== "Property" || codeOf(source, property.key) !== "act") continue;
          const key = codeOf(source, property.value).slice(1, -1);
          used.set(key, (used.get(key) ?? 0) + 1);
        }
      });
    }
    const personal = Object.entries(atos).filter(([, { exige }]) => exige !== "sistema");
    const wrong = personal.filter(([ato]) => (used.get(ato) ?? (recorded.has(ato) ? 1 : 0)) !== 1);
    expect(wrong.map(([ato]) => `${ato}: ${used.get(ato) ?? 0} commands`)).toEqual([]);
    expect([...used.keys(), ...recorded].filter((ato) => !(ato in atos))).toEqual([]);
  });
});

describe("portas", () => {
  const doors = sources.filter(({ path }) => /^app\/.*\/(page|route)\.tsx?$|^app\/page\.tsx$/.test(path));

  test("toda página e toda rota está no catálogo, e só elas", () => {
    expect(doors.map(({ path }) => routeOf(path)).sort()).toEqual(Object.keys(rotas).sort());
  });

  test("toda página que pede alguém pergunta à política pela sua própria rota", () => {
    const isOwn = (path: string, argument: string | undefined) => argument === JSON.stringify(routeOf(path));
    const askers = ["route", "upload"];
    const asks = (source: Source) => {
      const { path, ast } = source;
      if (nameOf(path) === "route") {
        const handlers = exportedCalls(source);
        return (
          handlers.length > 0 && handlers.every(({ callee, args }) => askers.includes(callee) && isOwn(path, args[0]))
        );
      }
      const page = ast.body.find(({ type }) => type === "ExportDefaultDeclaration");
      const screen = page?.type === "ExportDefaultDeclaration" && page.declaration;
      if (!screen || screen.type !== "CallExpression" || codeOf(source, screen.callee) !== "screen") return false;
      const [first] = screen.arguments;
      return !!first && isOwn(path, codeOf(source, first));
    };
    const open = ({ path }: Source) =>
      ["publico", "sistema"].includes(String(rotas[routeOf(path) as CaminhoRota]?.exige));
    expect(offenders(doors, (source) => !open(source) && !asks(source))).toEqual([]);
  });
});

describe("tamanho e forma", () => {
  const all = [...sources, ...scripts];
  const linesOf = ({ text }: Source) => text.trimEnd().split("\n").length;

  test("não há barris além de db/schema/index.ts", () => {
    const isBarrel = ({ ast, imports }: Source) => {
      const reexports = imports.filter(({ reexport }) => reexport).length;
      const onlyPasses = (node: Node) =>
        node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && !node.declaration);
      return reexports > 1 && ast.body.every(onlyPasses);
    };
    expect(offenders(all, isBarrel)).toEqual(["db/schema/index.ts"]);
  });

  test("nenhum arquivo passa de 300 linhas", () => {
    const sizes = all.map(linesOf).sort((a, b) => a - b);
    const at = (share: number) => sizes[Math.floor(sizes.length * share)];
    console.log(
      `${sizes.length} arquivos: mediana de ${at(0.5)} linhas, 90 % até ${at(0.9)}, o maior com ${sizes.at(-1)}`,
    );
    expect(offenders(all, (source) => linesOf(source) > 300)).toEqual([]);
  });

  test("todo import nosso leva a um arquivo que existe", () => {
    const endings = ["", ".ts", ".tsx", ".mjs", "/index.ts"];
    const reaches = ({ from }: Import) =>
      endings.some((ending) => paths.has(from + ending)) || /\.(css|json|svg)$/.test(from);
    expect(
      refused(
        (_, imported) => ours(imported) && !/^(\.|drizzle)/.test(imported.from) && !reaches(imported) && "não existe",
      ),
    ).toEqual([]);
  });
});
