/**
 * What happens to the export after the framework has written it: documents lose the framework's scripts and
 * get ours, fragments for the desk are cut out of documents, and every page gets its policy.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { parse, type HTMLElement } from "node-html-parser";
import type { Content } from "../../content/load";
import { writeHeaderFiles } from "./headers";
import { writeForMachines } from "./machines";
import { pageKinds, pagesOf, type PageKind } from "./pages";
import { writeSearch } from "./search-index";
import { siteUrl } from "./site";
import { cards, socialTags, writePictures } from "./social";

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

/**
 * One script for every document; what it imports later stands in files of its own, each under a name that
 * changes with it.
 */
async function bundleDocumentScript(out: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["components/enhance/document.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    charset: "utf8",
    splitting: true,
    outdir: join(out, "_site"),
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
  });
  mkdirSync(join(out, "_site"), { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  return `/_site/${outputFiles.map(({ path }) => basename(path)).find((name) => name.startsWith("document.")) ?? ""}`;
}

function policy(kind: PageKind, root: HTMLElement): string {
  if (kind === "document") return [...POLICY, "script-src 'self'"].join("; ");
  const inline = root.querySelectorAll("script").filter((script) => script.getAttribute("src") === undefined);
  const hashes = inline.map(
    (script) => `'sha256-${createHash("sha256").update(script.rawText).digest("base64")}'`,
  );
  return [...POLICY, `script-src ${["'self'", ...new Set(hashes)].join(" ")}`].join("; ");
}

function strip(root: HTMLElement, script: string): void {
  for (const element of root.querySelectorAll(
    "script, link[rel=preload][as=script], link[rel=modulepreload]",
  ))
    element.remove();
  // The framework's markers for its own hydration say nothing to a reader.
  root
    .querySelector("head")
    ?.insertAdjacentHTML("beforeend", `<script type="module" src="${script}"></script>`);
}

/** The parts that a verdict shows, and where the excerpts of the document are. */
function cutFragments(root: HTMLElement, page: string, out: string, hash: string): void {
  if (root.querySelector("[data-fragment]") === null) return;
  const parts = root.querySelectorAll("meta[name=excerpts], [data-fragment]");
  const file = join(out, "f", hash, `${dirname(page)}.html`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, parts.map((part) => part.outerHTML).join("\n"));
}

/**
 * Files that the framework writes for its own navigation; documents have none, and the desk links plainly.
 */
function dropPayloads(out: string): void {
  for (const file of readdirSync(out, { recursive: true, encoding: "utf8" })) {
    if (
      /\.txt$/.test(file) &&
      (file.startsWith("__next") || /(^|\/)(index|__next[^/]*)\.txt$/.test(file) || file.includes("__next."))
    )
      rmSync(join(out, file), { force: true });
  }
}

/**
 * Finish an export in place.
 * @param out path of the export
 * @param hash content hash that the desk was built with; the fragments' folder is named by it
 * @param content what the export shows
 * @param app folder of the routes, which say of what kind each page is
 */
export async function finish(out: string, hash: string, content: Content, app = "app"): Promise<void> {
  const kindOf = pageKinds(app);
  const script = await bundleDocumentScript(out);
  const search = await writeSearch(out, content);
  const site = siteUrl();
  const pictures = cards(content);
  const names = new Set(pictures.keys());
  for (const page of pagesOf(out)) {
    const file = join(out, page);
    const html = readFileSync(file, "utf8");
    const root = parse(html, {
      comment: false,
      blockTextElements: { script: true, style: true, pre: true, noscript: true },
    });
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(kindOf(page), root)}">${search}`;
    // At the end: the character set has to stand in the first kilobyte.
    const shared = socialTags(page, root, names, site);
    if (kindOf(page) === "desk") {
      // React compares this page with what it would have written: nothing else may change.
      writeFileSync(
        file,
        html.replace("<head>", `<head>${meta}`).replace("</head>", () => `${shared}</head>`),
      );
      continue;
    }
    strip(root, script);
    cutFragments(root, page, out, hash);
    root.querySelector("head")?.insertAdjacentHTML("afterbegin", meta);
    root.querySelector("head")?.insertAdjacentHTML("beforeend", shared);
    writeFileSync(file, root.toString());
  }
  dropPayloads(out);
  await writePictures(out, pictures);
  writeForMachines(out, pagesOf(out), content, site);
  writeHeaderFiles(out);
  console.log(`finished ${pagesOf(out).length} pages`);
}
