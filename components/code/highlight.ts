/** Shiki at build time, with classes in place of inline colours (the policy allows no style attribute). */
import { createCssVariablesTheme, createHighlighter, type BundledLanguage, type Highlighter } from "shiki";

const LANGS: readonly BundledLanguage[] = [
  "python",
  "nginx",
  "yaml",
  "bash",
  "json",
  "toml",
  "apache",
  "terraform",
  "ini",
  "javascript",
  "typescript",
  "docker",
  "http",
  "go",
  "xml",
];
const ALIASES: Readonly<Record<string, string>> = {
  sh: "bash",
  shell: "bash",
  conf: "nginx",
  hcl: "terraform",
  tf: "terraform",
  py: "python",
  js: "javascript",
  ts: "typescript",
  dockerfile: "docker",
  yml: "yaml",
};
const theme = createCssVariablesTheme({ name: "tk", variablePrefix: "--tk-", fontStyle: false });
const CLASSES: Readonly<Record<string, string>> = {
  "var(--tk-token-keyword)": "tk-keyword",
  "var(--tk-token-string)": "tk-string",
  "var(--tk-token-string-expression)": "tk-string",
  "var(--tk-token-comment)": "tk-comment",
  "var(--tk-token-constant)": "tk-number",
  "var(--tk-token-function)": "tk-function",
};

/** `=`, `->`, `|` and their like: Shiki calls them keywords, and a page that colours each is heavy and restless. */
const SIGNS = /^[^\w"'`]+$/;

let highlighter: Promise<Highlighter> | null = null;

export interface Token {
  text: string;
  kind: string | undefined;
}

/** Lines of tokens. A language that Shiki is not given here is shown plain. */
export async function tokens(code: string, lang: string): Promise<Token[][]> {
  highlighter ??= createHighlighter({ themes: [theme], langs: [...LANGS] });
  const name = ALIASES[lang] ?? lang;
  const known = (LANGS as readonly string[]).includes(name);
  const { tokens: lines } = (await highlighter).codeToTokens(code.replace(/\n$/, ""), {
    lang: known ? (name as BundledLanguage) : "text",
    theme: "tk",
    // Without it a line that takes long, as on a busy machine, is left plain from there on.
    tokenizeTimeLimit: 0,
  });
  return lines.map((line) =>
    line.reduce<Token[]>((joined, token) => {
      const found = CLASSES[token.color ?? ""];
      const kind = found === "tk-keyword" && SIGNS.test(token.content) ? undefined : found;
      const last = joined.at(-1);
      if (last && last.kind === kind) last.text += token.content;
      else joined.push({ text: token.content, kind });
      return joined;
    }, []),
  );
}
