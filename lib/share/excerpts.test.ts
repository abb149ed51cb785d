import { describe, expect, test } from "vitest";
import { loadContent } from "../content/load";
import { asMarkdown, asStep, placedOn } from "./excerpt";
import { excerptsByDocument } from "./excerpts";

const content = loadContent("content");
const documents = excerptsByDocument(content);
const SITE = "https://lastbyte.example";

describe("what the documents hold to be copied", () => {
  test("every check, every limit, and each cause with the checks that prove it", () => {
    expect(Object.keys(documents.get("checks") ?? {})).toEqual(
      content.checks.map(({ id }) => `/checks/#${id}`),
    );
    expect(Object.keys(documents.get("limits") ?? {})).toEqual(
      content.limits.map(({ id }) => `/limits/#${id}`),
    );
    for (const { id, prove } of content.causes)
      expect(Object.keys(documents.get(`causes/${id}`) ?? {})).toEqual([
        `/causes/${id}/`,
        ...prove.map((check) => `/checks/#${check}`),
      ]);
    expect(documents.size).toBe(content.causes.length + 2);
  });

  test("all of it is data: it comes back whole from its file", () => {
    for (const excerpts of documents.values()) expect(JSON.parse(JSON.stringify(excerpts))).toEqual(excerpts);
  });

  test("each becomes Markdown and a step with its link, without a gap, and without an address that is not whole", () => {
    for (const excerpt of [...documents.values()].flatMap((excerpts) => Object.values(excerpts))) {
      const placed = placedOn(SITE, excerpt);
      expect(placed.href).toBe(SITE + excerpt.href);
      for (const text of [asMarkdown(placed), asStep(placed)]) {
        expect(text).toContain(`](${placed.href})`);
        expect(text.replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, "code")).not.toMatch(
          /\n{3}|undefined|\]\(\/|: \n/,
        );
      }
    }
  });
});

test("a cause says how to prove it, what stops the bleeding with its price, and how to verify, each in its language", () => {
  const cause = content.causes.find(({ verify, mitigate }) => verify.lang === "python" && mitigate.run);
  const own = cause ?? content.causes.find(({ mitigate }) => mitigate.run)!;
  const excerpt = documents.get(`causes/${own.id}`)?.[`/causes/${own.id}/`];
  expect(excerpt?.commands.map(({ title }) => title)).toEqual(
    own.prove.map((id) => content.checks.find((check) => check.id === id)?.title),
  );
  expect(excerpt?.then.map(([first]) => first)).toEqual([
    { strong: `${own.mitigate.title}.` },
    { strong: "Risk:" },
    { strong: "Undo:" },
  ]);
  expect(excerpt?.thenRun).toEqual([{ code: own.mitigate.run, lang: "sh" }]);
  expect(excerpt?.verify[0]?.block).toEqual({ code: own.verify.run, lang: own.verify.lang });
});

test("a limit tells its plan, its maximum, where it is from, and that nobody has verified it", () => {
  const [limit] = content.limits;
  const made = excerptsByDocument({
    causes: [],
    checks: [],
    limits: [
      {
        ...limit!,
        id: "gate-read",
        product: "Gate",
        plan: "Free",
        setting: "read_timeout",
        value: "60 s",
        max: "1 h",
        kind: "idle",
        counts: "Silence. Each `byte` resets it.",
        sees: "`504`",
        cause: "gate-cut",
        source: "https://gate.example/docs",
        sourceKind: "docs",
        date: "2026-01",
        version: "1.2",
        verified: false,
      },
    ],
  }).get("limits")?.["/limits/#gate-read"];
  expect(asMarkdown(placedOn(SITE, made!))).toBe(
    [
      `## [Gate Free: read_timeout](${SITE}/limits/#gate-read)`,
      "Silence. Each `byte` resets it.",
      [
        "- **Default:** 60 s max 1 h",
        "- **Kind:** idle",
        `- **Cause:** [gate-cut](${SITE}/causes/gate-cut/)`,
        "- **Source:** [docs](https://gate.example/docs), 2026-01, 1.2 · **not verified**",
      ].join("\n"),
      "Look at: `504`\n",
    ].join("\n\n"),
  );
});
