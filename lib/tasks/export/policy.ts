/** What each HTML file of the export lets a browser do: only what is ours. */
import { createHash } from "node:crypto";
import type { HTMLElement } from "node-html-parser";
import type { PageKind } from "./pages";

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
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

/** The policy of a page; the scripts that stand in one of the desk are named by their hash. */
export function policyOf(kind: PageKind, root: HTMLElement): string {
  if (kind === "document") return meta([...POLICY, "script-src 'self'"]);
  const inline = root.querySelectorAll("script").filter((script) => script.getAttribute("src") === undefined);
  const hashes = inline.map(
    (script) => `'sha256-${createHash("sha256").update(script.rawText).digest("base64")}'`,
  );
  return meta([...POLICY, `script-src ${["'self'", ...new Set(hashes)].join(" ")}`]);
}

export const fragmentPolicy = (): string => meta(FRAGMENT_POLICY);
