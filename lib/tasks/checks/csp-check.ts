/** Every HTML file of the export carries a strict policy, and keeps it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../files";
import { within } from "../../model/address";
import { baseOf } from "../export/base";
import { isFragment, pageKinds, type PageKind } from "../export/pages";
import { parsePage } from "../page";

const META = /<meta\b[^>]*http-equiv="?content-security-policy"?[^>]*>/gi;
/** The one script of a document, from the root of the site. */
const OURS = /^\/_site\/document\.\w+\.js$/;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;
/** Sources that a policy may name. */
const SOURCE = /^'(self|none)'$|^'sha(256|384|512)-[A-Za-z0-9+/=]+'$|^data:$/;

function policyProblems(policy: string): string[] {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  const problems = directives.flatMap(([name = "", ...sources]) =>
    sources
      .filter((source) => !SOURCE.test(source) || (source === "data:" && name !== "img-src"))
      .map((source) => `its policy names ${source} in ${name}`),
  );
  const names = new Set(directives.map(([name]) => name));
  const needed = ["default-src", "script-src", "style-src", "base-uri", "form-action", "worker-src"];
  return [
    ...problems,
    ...needed.filter((name) => !names.has(name)).map((name) => `its policy has no ${name}`),
  ];
}

/** What no file may hold, whatever its policy. */
function inlineProblems(html: string): string[] {
  return parsePage(html)
    .querySelectorAll("*")
    .flatMap((element) => {
      const tag = `<${element.rawTagName}>`;
      const names = Object.keys(element.attributes).map((name) => name.toLowerCase());
      return [
        ...names
          .filter((name) => name.startsWith("on"))
          .map((name) => `${tag} has the inline handler ${name}`),
        ...(names.includes("style") ? [`${tag} has a style attribute`] : []),
        ...(/^\s*javascript:/i.test(element.getAttribute("href") ?? "")
          ? [`${tag} has a javascript: address`]
          : []),
      ];
    });
}

/** A style element is named by its hash, and no policy lets any other one in. */
function styleProblems(html: string, policy: string): string[] {
  return [...html.matchAll(STYLE)]
    .filter(
      ([, body = ""]) => !policy.includes(`'sha256-${createHash("sha256").update(body).digest("base64")}'`),
    )
    .map(([, body = ""]) => `its policy lacks the hash of a <style> element: ${body.slice(0, 60)}`);
}

/** A document has one script, which is ours. */
function documentProblems(html: string, base: string): string[] {
  const scripts = [...html.matchAll(SCRIPT)].map(([, attributes = "", body = ""]) => ({
    src: /\bsrc="([^"]*)"/.exec(attributes)?.[1],
    body,
  }));
  return [
    ...scripts
      .filter(({ src = "", body }) => !OURS.test(within(base, src) ?? "") || body !== "")
      .map(({ src, body }) => `a document has a script that is not ours: ${src ?? body.slice(0, 60)}`),
    ...(scripts.length === 1 ? [] : [`a document has ${scripts.length} scripts, and needs exactly one`]),
  ];
}

function deskProblems(html: string, policy: string): string[] {
  return [...html.matchAll(SCRIPT)].flatMap(([, attributes = "", body = ""]) => {
    const src = /\bsrc="([^"]*)"/.exec(attributes)?.[1];
    if (src !== undefined) return /^\/(?!\/)/.test(src) ? [] : [`it has a script of another host: ${src}`];
    const hash = createHash("sha256").update(body).digest("base64");
    return policy.includes(`'sha256-${hash}'`)
      ? []
      : [`its policy lacks the hash of an inline script: ${body.slice(0, 60)}`];
  });
}

/** In a fragment nothing runs. */
const fragmentProblems = (html: string): string[] =>
  [...html.matchAll(SCRIPT)].map(([script]) => `a fragment has a script: ${script.slice(0, 60)}`);

/** What a file is, and the base of the export that it is of. */
interface File {
  kind: PageKind | "fragment";
  base: string;
}

/** The scripts of a file, by what the file is. */
function scriptProblems({ kind, base }: File, html: string, policy: string): string[] {
  if (kind === "fragment") return fragmentProblems(html);
  return kind === "document" ? documentProblems(html, base) : deskProblems(html, policy);
}

function fileProblems(is: File, html: string): string[] {
  const metas = html.match(META) ?? [];
  if (metas.length !== 1) return [`it has ${metas.length} policies, and needs exactly one`];
  const first = parsePage(html)
    .querySelector("head")
    ?.childNodes.find((node) => node.rawText.trim() !== "" || "rawTagName" in node);
  const policy =
    /\bcontent="([^"]*)"/i.exec(metas[0])?.[1]?.replaceAll("&#x27;", "'").replaceAll("&#39;", "'") ?? "";
  return [
    ...(first?.toString() === metas[0] ? [] : ["its policy is not the first element of its head"]),
    ...policyProblems(policy),
    ...styleProblems(html, policy),
    ...scriptProblems(is, html, policy),
  ];
}

/**
 * Problems with the policies of an export, as sentences.
 * @param app folder of the routes, which say of what kind each page is
 */
export function cspProblems(out: string, app = "app"): string[] {
  const kindOf = pageKinds(app);
  const base = baseOf(out);
  return filesIn(out)
    .filter((file) => /\.x?html?$/i.test(file))
    .flatMap((file) => {
      const html = readFileSync(join(out, file), "utf8");
      const own = fileProblems({ kind: isFragment(file) ? "fragment" : kindOf(file), base }, html);
      return [...new Set([...own, ...inlineProblems(html)])].map((problem) => `${file}: ${problem}`);
    });
}
