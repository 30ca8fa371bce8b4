import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

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

export type Source = { path: string; text: string; ast: ts.SourceFile; imports: Import[] };

function resolve(specifier: string, importer: string): Pick<Import, "from" | "package"> {
  if (specifier.startsWith("@/")) return { from: specifier.slice(2), package: false };
  if (specifier.startsWith(".")) {
    return { from: path.posix.join(path.posix.dirname(importer), specifier), package: false };
  }
  return { from: specifier, package: true };
}

function onlyTypes(clause: ts.ImportDeclaration["importClause"]): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** Calls `visit` for a node and everything in it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf(file: string, ast: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, types: boolean, reexport = false) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ ...resolve(specifier.text, file), types, reexport });
  };
  walk(ast, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
  });
  return found;
}

function read(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const kind = file.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TSX;
  const ast = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith(".ts") ? undefined : kind);
  return { path: file, text, ast, imports: importsOf(file, ast) };
}

/** Every code file of the product itself, parsed; `folders` names others. Paths are relative and use slashes. */
export function readSources(folders = FOLDERS): Source[] {
  const inside = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")),
  );
  const beside = readdirSync(ROOT).filter((name) => ["proxy.ts", "instrumentation.ts"].includes(name));
  return [...inside, ...beside].filter((file) => CODE.test(file)).map(read);
}

/** The exported constants of a module that are made by a call: `export const name = callee(...args)`. */
export function exportedCalls({ ast }: Source): { name: string; callee: string; args: readonly ts.Expression[] }[] {
  return ast.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isCallExpression(initializer)
        ? [{ name: name.getText(), callee: initializer.expression.getText(), args: initializer.arguments }]
        : [],
    );
  });
}
