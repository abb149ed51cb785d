/**
 * What happens to the export after the framework has written it: documents lose the framework's scripts and
 * get ours, fragments for the desk are cut out of documents, and every page gets its policy.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { parse, type HTMLElement } from "node-html-parser";
import type { Content } from "../../content/load";
import { cutFragments } from "./fragments";
import { writeHeaderFiles } from "./headers";
import { writeForMachines } from "./machines";
import { pageKinds, pagesOf } from "./pages";
import { policyOf } from "./policy";
import { writeSearch } from "./search-index";
import { siteUrl } from "./site";
import { cards, socialTags, writePictures } from "./social";

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
    const meta = `${policyOf(kindOf(page), root)}${search}`;
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
