import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { fragmentFile } from "../export/fragments";
import { policyOf } from "../export/policy";
import { cspProblems } from "./csp-check";

/** What is said of an export that holds one file. */
function problemsOf(name: string, html: string): string[] {
  const out = mkdtempSync(join(tmpdir(), "lastbyte-policy-"));
  try {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), html);
    return cspProblems(out);
  } finally {
    rmSync(out, { recursive: true });
  }
}

const PART = `<section data-fragment="fix"><h3>Fix</h3><p>Turn it off.</p></section>`;
const DOCUMENT = `<html><head><title>Buffers &amp; more</title></head><body>${PART}${PART}</body></html>`;
const FILE = fragmentFile(parse(DOCUMENT)) ?? "";
const NAMES = ["f/0123/causes/proxy-buffering.html", "f/x.HTML", "f/a/b/c/d.htm", "f/x.xhtml"];

it.each([...NAMES, "causes/x/index.html", "index.html", "404.html", "elsewhere/of-nobody.html"])(
  "%s without a policy is named",
  (name) => {
    const [first] = problemsOf(name, DOCUMENT);
    expect(first).toBe(`${name}: it has 0 policies, and needs exactly one`);
  },
);

it.each([
  ["style-src 'none'", "style-src 'unsafe-inline'"],
  ["script-src 'none'", "script-src https://example.com"],
  ["script-src 'none'; ", ""],
  ["<head>", "<head><base href='/'>"],
  ["<p>", "<p onclick='x()'>"],
  ["<p>", "<p style='color: red'>"],
  ["<p>", "<pre><i style='color: red'></i></pre><p>"],
  ["<p>", "<style>p { color: red }</style><p>"],
  ["<p>", "<script src='/_site/document.js'></script><p>"],
])("a fragment in which %s has become %s is named", (what, other) => {
  expect(FILE).toContain(what);
  expect(problemsOf(NAMES[0]!, FILE.replace(what, other))).not.toEqual([]);
});

it("a fragment as the build writes it has its policy, says what it is, and holds every part", () => {
  expect(problemsOf(NAMES[0]!, FILE)).toEqual([]);
  const root = parse(FILE);
  expect(root.querySelector("title")?.text).toBe("Parts of Buffers & more");
  expect(root.querySelector("html")?.getAttribute("lang")).toBe("en");
  expect(root.querySelectorAll("body > [data-fragment]").map((part) => part.outerHTML)).toEqual([PART, PART]);
  expect(fragmentFile(parse("<html><body></body></html>"))).toBeNull();
});

it("a page as the build writes it has its policy, with the hash of what stands in it", () => {
  const page = (name: string, body: string) => {
    const html = `<html><head></head><body>${body}</body></html>`;
    const kind = name === "index.html" ? "desk" : "document";
    return problemsOf(name, html.replace("<head>", `<head>${policyOf(kind, parse(html))}`));
  };
  expect(page("index.html", '<script>begin()</script><script src="/_next/x.js"></script>')).toEqual([]);
  expect(page("causes/index.html", '<script src="/_site/document.1.js"></script>')).toEqual([]);
  expect(page("causes/index.html", "<script>begin()</script>")).toHaveLength(1);
  const styled = '<style>p { color: red }</style><script src="/_site/document.1.js"></script>';
  expect(page("causes/index.html", styled)).toEqual([]);
});
