/** Knowledge is data: no product and no cause is named in the logic of lib/. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** Ids that are answers rather than products. */
const GENERIC = new Set(["other", "none", "local", "vm"]);
/** Ids that are ordinary words or protocols too: these count only as they are written as a name. */
const WORDS = new Set(["render", "fly", "railway", "uwsgi"]);
/** A product that has given its name to a protocol: the protocol is written small. */
const AND_PROTOCOL = ["uWSGI"];
/** Products that are parts of a row, or that no row has. */
const MORE = [
  "Gunicorn",
  "Uvicorn",
  "Hypercorn",
  "Daphne",
  "FastAPI",
  "Starlette",
  "OpenAI",
  "Anthropic",
  "httpx",
  "aiohttp",
  "LiteLLM",
  "Ollama",
  "vLLM",
  "Fargate",
  "AWS",
  "Azure",
];

interface Product {
  id: string;
  name: string;
}

const products = readdirSync("content/products")
  .flatMap((file) => parse(readFileSync(join("content/products", file), "utf8")) as Product[])
  .filter(({ id }) => !GENERIC.has(id));
const causes = readdirSync("content/causes")
  .filter((file) => file.endsWith(".mdx"))
  .map((file) => file.replace(/\.mdx$/, ""));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const asWord = (texts: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![a-z0-9_])(?:${texts.map(escaped).join("|")})(?![a-z0-9_])`, flags);

const ANY_CASE = asWord(
  [...products.flatMap(({ id, name }) => (WORDS.has(id) ? [] : [id, name])), ...MORE, ...causes],
  "i",
);
const AS_WRITTEN = asWord(
  [...AND_PROTOCOL, ...products.filter(({ id }) => WORDS.has(id)).map(({ name }) => name)],
  "",
);

/** Every piece of text in a file's code: literals, templates, patterns; comments may say what they like. */
function textsOf(file: string, source: string): { line: number; text: string }[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const texts: { line: number; text: string }[] = [];
  const walk = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isRegularExpressionLiteral(node)
    ) {
      texts.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    } else if (
      ts.isPropertyName(node) &&
      ts.isIdentifier(node) &&
      (ts.isPropertyAssignment(node.parent) || ts.isPropertyAccessExpression(node.parent))
    ) {
      texts.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    }
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return texts;
}

const named = (file: string, source: string): string[] =>
  textsOf(file, source).flatMap(({ line, text }) => {
    const name = ANY_CASE.exec(text)?.[0] ?? AS_WRITTEN.exec(text)?.[0];
    return name === undefined ? [] : [`${file}:${line} names "${name}"`];
  });

test("the logic of lib/ names no product and no cause", () => {
  // Readers of a product's own format (lib/evidence), the list of keys that are told by their form, and the tooling are exempt.
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      file.endsWith(".ts") &&
      !/\.test\.ts$|^(tasks|evidence)\/|^text\/redact\/secrets\.ts$|(^|\/)fixtures?\//.test(
        file.replaceAll("\\", "/"),
      ),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap((file) => named(join("lib", file), readFileSync(join("lib", file), "utf8")))).toEqual(
    [],
  );
});

test("a name is seen in every kind of literal, and not in a comment or inside a word", () => {
  const name = products.find(({ id }) => !WORDS.has(id))?.id ?? "";
  for (const code of [
    `"${name}"`,
    `'x ${name} y'`,
    `\`\${1} ${name}\``,
    `/${name}/i`,
    `x = { ${name.replaceAll("-", "_")}: 1 }`,
  ])
    expect(named("x.ts", `let x: unknown = 0;\nx = ${code};`), code).toHaveLength(1);
  expect(named("x.ts", `// ${name}\nconst x = "un${name}ed render fly";`)).toEqual([]);
});
