import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, visitorKeys, type EcmaScriptModule, type Node, type Program } from "oxc-parser";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDERS = ["app", "components", "db", "lib"];
const CODE = /(?<!\.d)\.(tsx?|mjs)$/;

export type Import = {
  /** What is imported: a path of the project without extension, or the name of a package. */
  from: string;
  package: boolean;
  /** Only types: nothing of it remains when the code runs. */
  types: boolean;
  /** Not an import but `export … from`. */
  reexport: boolean;
};

export type Source = { path: string; text: string; ast: Program; imports: Import[] };

function resolve(specifier: string, importer: string): Pick<Import, "from" | "package"> {
  if (specifier.startsWith("@/")) return { from: specifier.slice(2), package: false };
  if (specifier.startsWith(".")) {
    return { from: path.posix.join(path.posix.dirname(importer), specifier), package: false };
  }
  return { from: specifier, package: true };
}

/** Calls `visit` for a node and everything in it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  const parts = node as unknown as Record<string, Node | null | (Node | null)[]>;
  for (const child of (visitorKeys[node.type] ?? []).flatMap((key) => parts[key])) if (child) walk(child, visit);
}

/** The code of a node, as it is written. */
export const codeOf = ({ text }: { text: string }, { start, end }: { start: number; end: number }) =>
  text.slice(start, end);

function importsOf(file: string, text: string, ast: Program, module: EcmaScriptModule): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, types: boolean, reexport = false) =>
    found.push({ ...resolve(specifier, file), types, reexport });
  const onlyTypes = (names: { isType: boolean }[]) => names.length > 0 && names.every(({ isType }) => isType);

  for (const { moduleRequest, entries } of module.staticImports) add(moduleRequest.value, onlyTypes(entries));
  for (const { entries } of module.staticExports) {
    const [first] = entries;
    if (first?.moduleRequest) add(first.moduleRequest.value, onlyTypes(entries), true);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const [, literal] = codeOf({ text }, moduleRequest).match(/^["'`]([^$]*)["'`]$/) ?? [];
    if (literal) add(literal, false);
  }
  walk(ast, (node) => {
    if (node.type === "TSImportType") add(node.source.value, true);
  });
  return found;
}

function read(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const { program: ast, module, errors } = parseSync(file, text, { preserveParens: false });
  if (errors.length) throw new Error(`${file}: ${errors[0]!.message}`);
  return { path: file, text, ast, imports: importsOf(file, text, ast, module) };
}

/** Every code file of the product itself, parsed; the options name others. Paths are relative and use slashes. */
export function readSources(folders = FOLDERS, names = CODE): Source[] {
  const inside = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")),
  );
  const beside = readdirSync(ROOT).filter((name) => ["proxy.ts", "instrumentation.ts"].includes(name));
  return [...inside, ...beside].filter((file) => names.test(file)).map(read);
}

/** The exported constants of a module that are made by a call, `export const name = callee(...args)`, as they are written. */
export function exportedCalls(source: Source): { name: string; callee: string; args: string[] }[] {
  return source.ast.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "VariableDeclaration") return [];
    return statement.declaration.declarations.flatMap(({ id, init }) =>
      init?.type === "CallExpression"
        ? [
            {
              name: codeOf(source, id),
              callee: codeOf(source, init.callee),
              args: init.arguments.map((argument) => codeOf(source, argument)),
            },
          ]
        : [],
    );
  });
}
