/** What the report escapes, read back by a real reader of Markdown. */
import fc from "fast-check";
import { parse } from "node-html-parser";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { expect, test } from "vitest";
import { knowledgeOf } from "@/lib/content/knowledge";
import { loadContent } from "@/lib/content/load";
import { prepare } from "@/lib/diagnosis/prepared";
import { letOut } from "@/lib/state/policy";
import { byHand } from "@/lib/model/finding";
import { diagnose } from "@/lib/diagnosis/diagnose";
import { cases, FIXED } from "@/lib/diagnosis/fixtures/cases";
import { headlineOf } from "@/lib/diagnosis/words";
import { md, mdCode, mdLink, mdSays } from "@/lib/report/markdown";
import { reportOf } from "@/lib/report/report";

const read = (markdown: string) =>
  parse(renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, markdown)));
const tagsIn = (markdown: string) =>
  read(markdown)
    .querySelectorAll("*")
    .map(({ rawTagName }) => rawTagName);
const squeezed = (text: string) => text.replaceAll(/\s+/g, " ").trim();

const HOSTILE = [
  "# x",
  "## x",
  "- x",
  "+ x",
  "* x",
  "1. x",
  "12) x",
  "> x",
  "---",
  "===",
  "```",
  "~~~",
  "`code`",
  "``",
  "**b**",
  "__b__",
  "_i_",
  "~~s~~",
  "[a](https://x)",
  "![a](https://x)",
  "<b>x</b>",
  "<script>alert(1)</script>",
  "<!-- x",
  "&lt;b&gt;",
  "&#35;",
  "https://evil.example/x",
  "www.evil.example",
  "a@b.example",
  "| a | b |",
  "a\n\nb",
  "a\n# b",
  "a  \nb",
  "\\",
  "\\*x*",
  "    indented",
  "\tx",
  "[^1]",
  "[ ] x",
  "- [x] done",
  "$x$",
  "a\u0000b\u0007c",
  "\u202eabc",
  "a\u2028b",
  "x\r\ny",
  "1.",
  "=",
  ": x",
  "https://x.example/_a_*b*",
];
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE, " ", "\n", "`", "*", "_", "[", "](", "<", "\\"),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 8 },
  )
  .map((all) => all.join(""));

/** What stays of a text that goes through as one line. */
const plain = (text: string) => squeezed(read(text).textContent);

test.each(HOSTILE)("%j stands in a list, a heading and a paragraph as itself", (text) => {
  for (const [before, tags] of [
    ["", ["p"]],
    ["- ", ["ul", "li"]],
    ["# ", ["h1"]],
  ] as const) {
    const escaped = md(text);
    expect(tagsIn(`${before}${escaped}`).filter((tag) => tag !== "code")).toEqual(tags);
    expect(escaped).not.toMatch(/[\n\r\u0000-\u001f]/);
  }
});

test("any text is read as one paragraph of that text", () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const escaped = md(text);
      expect(tagsIn(escaped).filter((tag) => tag !== "code")).toEqual(escaped === "" ? [] : ["p"]);
      expect(tagsIn(`**${md(`x ${text} x`)}**`).filter((tag) => tag !== "code")).toEqual(["p", "strong"]);
    }),
    { ...FIXED, numRuns: 2_000 },
  );
}, 60_000);

test("what can be seen of a text is still there", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{0,40}$/), (text) => {
      expect(parse(plain(md(text))).textContent).toBe(
        parse(squeezed(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"))
          .textContent,
      );
    }),
    FIXED,
  );
}, 60_000);

test("any text in a code span stays in it", () => {
  fc.assert(
    fc.property(pieces, (text) => {
      const code = mdCode(text);
      expect(tagsIn(code)).toEqual(code === "" ? [] : ["p", "code"]);
    }),
    { ...FIXED, numRuns: 1_000 },
  );
}, 60_000);

test("a sentence of the knowledge keeps its code spans", () => {
  expect(read(mdSays("`proxy_read_timeout` is 60 s")).innerHTML).toBe(
    "<p><code>proxy_read_timeout</code> is 60 s</p>",
  );
  expect(read(mdSays("It is `a` or `b`.")).innerHTML).toBe("<p>It is <code>a</code> or <code>b</code>.</p>");
});

test("a link goes to its address and nowhere else", () => {
  expect(
    read(mdLink("x](https://evil.example)", "https://x.example/#a=b&c=(d)"))
      .querySelectorAll("a")
      .map((a) => a.getAttribute("href")),
  ).toEqual(["https://x.example/#a=b&c=(d)"]);
  for (const address of ["javascript:alert(1)", "https://x y", "//x", "data:text/html,x"])
    expect(tagsIn(mdLink("x", address))).toEqual(["p", "code"]);
});

test("a report of any case has the parts that it should have, and no others", () => {
  const knowledge = knowledgeOf(loadContent("content"));
  const prepared = prepare(knowledge);
  const allowed = new Set(["h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "a", "code"]);
  fc.assert(
    fc.property(cases(knowledge), (answers) => {
      const verdict = diagnose(byHand(answers), prepared);
      const text = reportOf({
        ...letOut("report", { answers, times: {} }),
        findings: [],
        verdict,
        headline: headlineOf(verdict, answers, prepared),
        prepared,
        link: "https://x.example/#symptom=late",
        site: "https://x.example",
        made: "2026-11-21T17:40:00.000Z",
        revision: "abc",
      });
      expect(tagsIn(text).filter((tag) => !allowed.has(tag))).toEqual([]);
      expect(
        read(text)
          .querySelectorAll("a")
          .every((a) => a.getAttribute("href")?.startsWith("https://x.example/")),
      ).toBe(true);
    }),
    { ...FIXED, numRuns: 15 },
  );
}, 30_000);
