/** Programs in JavaScript, linted: ESLint's rules, and TypeScript's reading of what they import and call. */
import { join, relative } from "node:path";
import { ESLint, type Linter } from "eslint";
import ts from "typescript";
import type { Pair } from "../../../lib/content/load";
import { modulesOf } from "../machine/environments";
import { sideIn } from "./side-in";

/** A broken side has its mistake; beside it, names are used and every line is reached. */
const BROKEN: Linter.RulesRecord = {
  "no-cond-assign": "error",
  "no-dupe-keys": "error",
  "no-unreachable": "error",
  "no-unused-vars": "error",
  "prefer-const": "error",
  "valid-typeof": "error",
};
/** What production code is held to beside that. */
const FIXED: Linter.RulesRecord = {
  ...BROKEN,
  eqeqeq: "error",
  "no-async-promise-executor": "error",
  "no-empty": "error",
  "no-promise-executor-return": "error",
  "no-unmodified-loop-condition": "error",
  "no-unreachable-loop": "error",
  "no-unsafe-finally": "error",
  "no-var": "error",
  "require-atomic-updates": "error",
};

async function eslint(files: readonly string[], rules: Linter.RulesRecord): Promise<string[]> {
  const linter = new ESLint({ overrideConfigFile: true, ignore: false, overrideConfig: { rules } });
  const results = await linter.lintFiles([...files]);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, message }) => `${relative(".", filePath)}:${line}: ${message}`),
  );
}

/** @param modules the packages of the environment that the programs run in */
function typescript(files: readonly string[], modules: string): string[] {
  const program = ts.createProgram([...files], {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    // Nothing is annotated here.
    noImplicitAny: false,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: ["node"],
    paths: { "*": [join(modules, "*"), join(modules, "@types", "*")] },
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const where = file
      ? `${relative(".", file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}: `
      : "";
    return `${where}${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

/** @returns what was found, a line each; nothing where all is well */
export async function lintJavaScript(pairs: readonly Pair[]): Promise<string[]> {
  const fixed = pairs.map((pair) => sideIn(pair, "fixed"));
  const broken = pairs.map((pair) => sideIn(pair, "broken"));
  const types = [...new Set(pairs.map(({ environment }) => environment))].flatMap((environment) =>
    typescript(
      pairs.filter((pair) => pair.environment === environment).map((pair) => sideIn(pair, "fixed")),
      modulesOf(environment),
    ),
  );
  return pairs.length === 0
    ? []
    : [...(await eslint(fixed, FIXED)), ...(await eslint(broken, BROKEN)), ...types];
}
