/**
 * What happens to the export after the framework has written it: documents lose the framework's scripts and
 * get ours, and their styles stand in them, fragments for the desk are cut out of documents, and every page gets its policy.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HTMLElement } from "node-html-parser";
import type { Content } from "../../content/load";
import { baseOf } from "./base";
import { bundleParts } from "./bundle";
import { cutFragments } from "./fragments";
import { writeEvidence } from "./evidence";
import { writeHeaderFiles } from "./headers";
import { writeForMachines } from "./machines";
import { pageKinds, pagesOf } from "./pages";
import { policyOf } from "./policy";
import { writeSearch } from "./search-index";
import { siteUrl } from "./site";
import { cards, socialTags, writePictures } from "./social";
import { stylesInto } from "./styles";
import { parsePage } from "../page";

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
  const base = baseOf(out);
  // One script for every document.
  const { name, texts } = await bundleParts("components/enhance/document.ts", base, join(out, "_site"), {
    entry: "document",
    part: "[name]",
  });
  const search = await writeSearch(out, content);
  const evidence = await writeEvidence(out, content);
  const styleIn = stylesInto(out, [...texts, search.code]);
  const home = siteUrl() + base;
  const pictures = cards(content);
  const names = new Set(pictures.keys());
  for (const page of pagesOf(out)) {
    const file = join(out, page);
    const html = readFileSync(file, "utf8");
    const root = parsePage(html);
    if (kindOf(page) === "document") {
      strip(root, `${base}/_site/${name}`);
      styleIn(root);
    }
    const meta = `${policyOf(kindOf(page), root)}${search.meta}`;
    // At the end: the character set has to stand in the first kilobyte.
    const shared = socialTags(page, root, names, home);
    if (kindOf(page) === "desk") {
      // React compares this page with what it would have written: nothing else may change.
      writeFileSync(
        file,
        html.replace("<head>", `<head>${meta}${evidence}`).replace("</head>", () => `${shared}</head>`),
      );
      continue;
    }
    cutFragments(root, page, out, hash);
    root.querySelector("head")?.insertAdjacentHTML("afterbegin", meta);
    root.querySelector("head")?.insertAdjacentHTML("beforeend", shared);
    // HTML lets the end of a cell go without saying: there are thousands of them.
    writeFileSync(
      file,
      root
        .toString()
        .replace(/<\/t[dr]>/g, "")
        .replaceAll("&#x27;", "'"),
    );
  }
  dropPayloads(out);
  await writePictures(out, pictures);
  writeForMachines(out, pagesOf(out), content, home);
  writeHeaderFiles(out);
  console.log(`finished ${pagesOf(out).length} pages`);
}
