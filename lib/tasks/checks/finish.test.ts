import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "node-html-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadContent } from "../../content/load";
import { cspProblems } from "./csp-check";
import { sizes } from "./sizes";
import { finish } from "../export/finish";
import { writePack } from "../export/precache";

const root = mkdtempSync(join(tmpdir(), "lastbyte-finish-"));
const app = join(root, "app");
const out = join(root, "out");
const HASH = "0123456789ab";

function write(file: string, text = ""): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const read = (page: string) => readFileSync(join(out, page), "utf8");

/**
 * A page as the framework exports it: scripts that it names, scripts in the page, and what it fetches
 * early.
 */
const exported = (title: string, main: string, head = "") => `<!DOCTYPE html><html lang="en"><head>
<link rel="stylesheet" href="/_next/static/a.css"><link rel="preload" as="script" href="/_next/static/a.js">
<script src="/_next/static/a.js" async=""></script><title>${title}</title>${head}</head>
<body><main id="main"><h1>${title}</h1><pre><span class="word">async</span></pre>${main}</main>
<script src="/_next/static/b.js"></script><script>self.__next_f=[]</script></body></html>`;

/** Rules for what stands in the pages, for what only a script makes, and for what nobody has. */
const SHEET = `main,.nowhere{color:red}pre .word{color:teal}:root{--read:red;--unread:blue}p{color:var(--read)}i{--unread:red}dialog.seek{color:green}.nowhere p,[data-nobody]{color:blue}@media print{.nowhere{color:black}}`;
const LEFT =
  "main{color:red}pre .word{color:teal}:root{--read:red}p{color:var(--read)}dialog.seek{color:green}";

const DESK = ["index.html", "trace/index.html"];
const DOCUMENTS = ["causes/index.html", "causes/slow/index.html", "limits/index.html", "404.html"];
const EXCERPTS = '<meta name="excerpts" content="/excerpts/slow.1.json">';

beforeAll(async () => {
  // The second page of the desk is named by its place alone.
  for (const file of [
    "(desk)/page.tsx",
    "(desk)/trace/page.tsx",
    "(documents)/causes/page.tsx",
    "(documents)/causes/[id]/page.tsx",
    "(documents)/limits/page.tsx",
  ])
    write(join(app, file));
  for (const file of ["a.js", "b.js"]) write(join(out, "_next/static", file), file);
  write(join(out, "_next/static/a.css"), SHEET);
  for (const page of [...DESK, ...DOCUMENTS])
    write(join(out, page), exported(page, '<p data-fragment="causes/slow/stop">Stop.</p>'));
  write(join(out, "causes/slow/index.html"), exported("Slow", '<p data-fragment="a">Stop.</p>', EXCERPTS));
  write(join(out, "limits/index.html"), exported("Limits", "<table></table>", EXCERPTS));
  // Without most of the content there are few pictures to draw.
  await finish(out, HASH, { ...loadContent("content"), causes: [], guides: [] }, app);
  writePack(out);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

describe("a page is what its route group says", () => {
  test.each(DESK)("%s keeps the application, and gets its policy", (page) => {
    const before = parse(exported(page, ""));
    const after = parse(read(page));
    const scripts = (html: typeof after) => html.querySelectorAll("script").map(({ outerHTML }) => outerHTML);
    expect(scripts(after)).toEqual(scripts(before));
    expect(after.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(
      /script-src 'self' 'sha256-[^']+' 'sha256-[^']+'$/,
    );
    expect(after.querySelector("link[rel=stylesheet]")).not.toBeNull();
  });

  test.each(DOCUMENTS)("%s has our script and no other", (page) => {
    const html = parse(read(page));
    expect(html.querySelectorAll("script").map((script) => script.outerHTML)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/_site\/document\.\w+\.js"><\/script>$/),
    ]);
    expect(html.querySelector("link[rel=preload]")).toBeNull();
    expect(html.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(
      /script-src 'self' 'sha256-[^']+'$/,
    );
  });

  test.each(DOCUMENTS)("%s carries the styles that it or a script has a use for", (page) => {
    const html = parse(read(page));
    expect(html.querySelector("link[rel=stylesheet]")).toBeNull();
    expect(html.querySelectorAll("style").map(({ rawText }) => rawText)).toEqual([LEFT]);
  });

  test("fragments are cut out of documents only, and say where the excerpts of theirs are", () => {
    const parts = parse(readFileSync(join(out, "f", HASH, "causes/slow.html"), "utf8"));
    expect(parts.querySelector("head > meta[name=excerpts]")?.outerHTML).toBe(EXCERPTS);
    expect(parts.querySelectorAll("body > *").map((part) => part.outerHTML)).toEqual([
      '<p data-fragment="a">Stop.</p>',
    ]);
    for (const name of ["trace", "limits"])
      expect(() => readFileSync(join(out, "f", HASH, `${name}.html`)), name).toThrow("ENOENT");
  });

  test("the checks of an export see the same kinds", () => {
    expect(cspProblems(out, app)).toEqual([]);
    const { report } = sizes(out, 1, app);
    const desk = report.slice(report.indexOf("desk:") + 1).map((line) => line.split(":")[0]);
    expect(desk.sort()).toEqual(DESK);
  });
});

describe("the check of the sizes refuses", () => {
  // What does not repeat itself does not become smaller on the wire.
  const noise = (bytes: number) => randomBytes(bytes).toString("base64");
  test.each([
    ["guides/slow/index.html", noise(48_000), "with what it fetches by itself, and may weigh 46.0 kB"],
    ["limits/index.html", `<tr id="a"><td>${noise(8_000)}`, "and may weigh 8.4 kB with its 1 rows"],
  ])("%s that is too heavy", (page, text, says) => {
    const whole = page.startsWith("limits") ? read(page) : null;
    write(join(out, page), exported("Heavy", `<table>${text}</table>`));
    const { problems } = sizes(out, 36, app);
    if (whole === null) rmSync(join(out, page));
    else write(join(out, page), whole);
    expect(problems.join("\n")).toContain(says);
    expect(sizes(out, 36, app).problems).toEqual([]);
  });
});

describe("the check of the policy refuses", () => {
  const page = "causes/index.html";
  test.each([
    ["an inline script", "<script>track()</script>", "a script that is not ours: track()"],
    ["data in a script", '<script type="application/ld+json">{}</script>', "a script that is not ours: {}"],
    [
      "a script of the framework",
      '<script src="/_next/static/a.js"></script>',
      "not ours: /_next/static/a.js",
    ],
    [
      "a script of another host",
      '<script src="https://x.example/a.js"></script>',
      "not ours: https://x.example",
    ],
    [
      "a script of ours that is no document's",
      '<SCRIPT src="/_site/search.1.js"></SCRIPT>',
      "/_site/search.1.js",
    ],
    ["ours with words in it", '<script src="/_site/document.1.js">x()</script>', "/_site/document.1.js"],
    ["ours twice", '<script type="module" src="/_site/document.1.js"></script>', "a document has 2 scripts"],
  ])("%s in a document", (_, script, says) => {
    const whole = read(page);
    write(join(out, page), whole.replace("</body>", `${script}</body>`));
    const problems = cspProblems(out, app);
    write(join(out, page), whole);
    expect(problems.join("\n")).toContain(`${page}: a document has `);
    expect(problems.join("\n")).toContain(says);
  });

  test("a document without our script, and a script of the desk that its policy does not know", () => {
    const whole = read(page);
    write(join(out, page), whole.replace(/<script.*?<\/script>/, ""));
    const desk = read("trace/index.html");
    write(join(out, "trace/index.html"), desk.replace("</body>", "<script>late()</script></body>"));
    const problems = cspProblems(out, app);
    write(join(out, page), whole);
    write(join(out, "trace/index.html"), desk);
    expect(problems).toEqual([
      `${page}: a document has 0 scripts, and needs exactly one`,
      "trace/index.html: its policy lacks the hash of an inline script: late()",
    ]);
  });
});
