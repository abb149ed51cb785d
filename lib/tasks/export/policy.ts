/** What each HTML file of the export lets a browser do: only what is ours. */
import { createHash } from "node:crypto";
import type { HTMLElement } from "node-html-parser";
import { AHEAD_RULE } from "../../offline/ahead";
import type { PageKind } from "./pages";

const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Whoever opens a fragment by itself reads it, and nothing in it runs or loads. */
const FRAGMENT_POLICY = [
  "default-src",
  "script-src",
  "style-src",
  "worker-src",
  "base-uri",
  "form-action",
].map((name) => `${name} 'none'`);

/** The element that states a policy; it has to be the first of the head. */
const meta = (policy: readonly string[]): string =>
  `<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A list of sources: our own files, and what stands in a page, named by its hash. */
const sources = (name: string, texts: readonly string[]): string =>
  [name, "'self'", ...new Set(texts.map(hashOf))].join(" ");

/**
 * The policy of a page. What may stand in it is named by its hash: its styles, the rule for pages that are fetched ahead,
 * and the scripts of the desk.
 */
export function policyOf(kind: PageKind, root: HTMLElement): string {
  const inline =
    kind === "document"
      ? []
      : root.querySelectorAll("script").filter((script) => script.getAttribute("src") === undefined);
  return meta([
    ...POLICY,
    sources(
      "style-src",
      root.querySelectorAll("style").map((style) => style.rawText),
    ),
    sources("script-src", [AHEAD_RULE, ...inline.map((script) => script.rawText)]),
  ]);
}

export const fragmentPolicy = (): string => meta(FRAGMENT_POLICY);
