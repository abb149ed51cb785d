import { describe, expect, test } from "vitest";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { prepare } from "../diagnosis/prepared";
import { verdictOf } from "../diagnosis/fixtures/said";
import { headlineOf } from "../diagnosis/words";
import { asMarkdown, asStep, type Excerpt } from "./excerpt";
import { standingOf } from "./standing";
import { verdictExcerpt } from "./verdict";

const NONE = { why: [], details: [], commands: [], then: [], thenRun: [], verify: [] };
const prepared = prepare(knowledge);
const answers = { symptom: ["cut"], proxy: ["gate"], after: ["60"] };
const verdict = verdictOf(answers, prepared);
const top = verdict.causes[0]!;
const cause: Excerpt = {
  ...NONE,
  title: top.title,
  href: `https://x.example/causes/${top.id}/`,
  why: [["The lead of its page."]],
  commands: [{ title: "A check of the page", look: ["x"], outcomes: [] }],
  then: [[{ strong: "Raise it." }, " By a reload."]],
  thenRun: [{ code: "reload", lang: "sh" }],
  verify: [{ title: "Check that it worked", look: ["It goes on."], outcomes: [] }],
};
const check: Excerpt = {
  ...NONE,
  title: "Call it directly",
  href: "https://x.example/checks/#direct",
  commands: [{ block: { code: "curl", lang: "sh" }, look: ["The times."], outcomes: [["They move on"]] }],
};
const parts = {
  headline: headlineOf(verdict, answers, prepared),
  href: "https://x.example/#symptom=cut",
  verdict,
  top,
  answers,
  knowledge,
  cause,
  check,
};

describe("a verdict to be copied", () => {
  const text = asMarkdown(verdictExcerpt(parts));

  test("its headline and link, how things stand, and its reasons", () => {
    const layer = knowledge.layers.find(({ id }) => id === top.layer)!.name;
    expect(
      text.startsWith(
        `## [${parts.headline.replaceAll("\u00a0", " ")}](${parts.href})\n\n${standingOf(verdict)}: ${layer}\n\n`,
      ),
    ).toBe(true);
    expect(top.for.length).toBeGreaterThan(0);
    for (const { says } of top.for) expect(text).toContain(`- For it: ${says}`);
    for (const { says } of top.against) expect(text).toContain(`- Against it: ${says}`);
    for (const { short } of top.missing) expect(text).toContain(`- Not known: ${short}`);
  });

  test("the answers in words, in the order of the questions, and the cause with its page", () => {
    const names = verdictExcerpt(parts).details.map(({ name }) => name);
    const asked = knowledge.questions.filter(({ id }) => id in answers).map(({ short }) => short);
    expect(names).toEqual([...asked, "Cause"]);
    expect(text).toContain(`- **Cause:** [${top.id}](${cause.href})`);
  });

  test("the next check under its title, then what to do about the cause; not the words of its page", () => {
    expect(text).toContain(
      "### Call it directly\n\n```sh\ncurl\n```\n\nLook at: The times.\n\n- They move on",
    );
    expect(text).toContain("### Then\n\n**Raise it.** By a reload.\n\n```sh\nreload\n```");
    expect(text).toContain("### Check that it worked");
    expect(text).not.toContain("The lead of its page.");
    expect(text).not.toContain("A check of the page");
    expect(asStep(verdictExcerpt(parts))).toContain("**Run:** Call it directly\n");
  });

  test("while nothing stands out it says so, and names no layer", () => {
    const open = verdictExcerpt({ ...parts, verdict: { ...verdict, status: "unsure" } });
    expect(open.why[0]).toEqual(["Open"]);
  });

  test("without a check that is left, nothing is run", () => {
    const done = verdictExcerpt({ ...parts, check: null });
    expect(done.commands).toEqual([]);
    expect(asStep(done)).not.toContain("**Run:**");
  });
});

test.each([
  ["unsure", 0.1, "cut", "Open"],
  ["unsure", 0.1, "held", "Open"],
  ["ranked", 0.39, "cut", "Open"],
  ["ranked", 0.39, "held", "Open"],
  ["ranked", 0.4, "cut", "Cut"],
  ["ranked", 0.4, "held", "Held"],
] as const)(
  "a verdict that is %s, its first cause with %s of the odds, and %s stands as %s",
  (status, share, held, words) => {
    expect(standingOf({ status, causes: [{ ...top, share }], break: held })).toBe(words);
  },
);
