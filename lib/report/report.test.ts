import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepare } from "../diagnosis/prepared";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import type { Answers } from "../model/answers";
import { headlineOf } from "../diagnosis/words";
import { letOut, type Times } from "../state/policy";
import { reportOf, type ReportInput } from "./report";
import { MAX_SENTENCE, wrongVerdict } from "./wrong";
import { verdictOf } from "../diagnosis/fixtures/said";

const prepared = prepare(knowledge);

function input(answers: Answers, times: Times = {}): ReportInput {
  const verdict = verdictOf(answers, prepared);
  return {
    ...letOut("report", { answers, times }),
    findings: [],
    verdict,
    headline: headlineOf(verdict, answers, prepared),
    prepared,
    link: "https://x.example/#symptom=late",
    site: "https://x.example",
    made: "2026-11-21T17:40:59.123Z",
    revision: "abc123",
  };
}
const wrong = (answers: Answers, really: string) =>
  wrongVerdict({ ...input(answers), fragment: "symptom=late", really });

const CASE: Answers = {
  framework: ["weave"],
  proxy: ["balance", "gate"],
  symptom: ["late"],
  handler: ["unknown"],
  "check.bypass": ["streams"],
  "check.times": ["spread"],
};

describe("the report", () => {
  const text = reportOf(
    input(CASE, {
      "check.times=spread": "2026-11-21T10:05:00.000Z",
      "check.bypass=streams": "2026-11-21T09:55:00.000Z",
    }),
  );
  const part = (title: string) => text.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";

  test("begins with the verdict, the time and the link, and ends with both and the version", () => {
    expect(text.split("\n")[0]).toBe("# GATE did held after a fixed time, a while silent");
    expect(text).toContain(
      "Hand-over report, 2026-11-21 17:40 UTC. [Open this case](<https://x.example/#symptom=late>).",
    );
    expect(
      text.trimEnd().endsWith("knowledge `abc123`. The case as a link:\n\n<https://x.example/#symptom=late>"),
    ).toBe(true);
  });

  test("says what was answered, in words and in the order of the questions", () => {
    expect(part("What is known").trim().split("\n")).toEqual([
      "- the framework: **WEAVE**",
      "- the proxy: **BALANCE, then GATE**",
      "- the symptom: **It is late**",
      "- the handler: **Don’t know**",
    ]);
  });

  test("walks the path with its states", () => {
    expect(part("The path of a token")).toContain("**GATE**: tokens seem to be held back here");
    expect(part("The path of a token")).toContain("**BALANCE**: after the break");
  });

  test("ranks the causes, with what speaks for and against them and what is missing", () => {
    const ranked = part("Causes, the likeliest first");
    expect(ranked).toMatch(/^\n### 1\. The held \(\d+ % of the odds\)/);
    expect(ranked).toContain("  - GATE is on your path and can do this.");
    expect(ranked).toContain("- Against it:");
    expect(ranked).toContain("[Stop the bleeding now](<https://x.example/causes/held/#stop>)");
    expect(ranked).not.toContain("The joined");
  });

  test("a cause with next to no share is named and not told, and its share is not nothing", () => {
    const told = input(CASE);
    const causes = told.verdict.causes.map((cause, at) =>
      at === 1 ? { ...cause, ruledOut: false, share: 0.001 } : cause,
    );
    const ranked = reportOf({ ...told, verdict: { ...told.verdict, causes } });
    expect(ranked).toContain(`${causes[1]!.title} (under 1 %)`);
    expect(ranked).not.toContain(`2. ${causes[1]!.title}`);
  });

  test("says what was ruled out, and by what", () => {
    expect(part("Ruled out or cleared")).toContain(
      "The pieces leave one by one. That rules out: The joined.",
    );
  });

  test("tells what was tried in the order of time", () => {
    expect(part("What was tried").trim().split("\n")).toEqual([
      "- 2026-11-21 09:55 UTC: Try bypass: **It streams**",
      "- 2026-11-21 10:05 UTC: Try times: **One by one**",
    ]);
  });

  test("a result without a time says so, and comes last", () => {
    const lines = reportOf(input(CASE, { "check.times=spread": "2026-11-21T10:05:00.000Z" }))
      .split("\n")
      .filter((line) => line.includes("Try "))
      .slice(0, 2);
    expect(lines).toEqual([
      "- 2026-11-21 10:05 UTC: Try times: **One by one**",
      "- Time not known: Try bypass: **It streams**",
    ]);
  });

  test("names the next check with its page, or says that none is left", () => {
    expect(reportOf(input({ symptom: ["late"] }))).toMatch(
      /- \*\*Try (bypass|times)\*\*, about 1 min\. \[How to run it\]\(<https:\/\/x\.example\/checks\/#(bypass|times)>\)/,
    );
    expect(text).toContain("- Every check that could tell more is done.");
  });

  test("an empty case, and one that is not enough to tell, say so", () => {
    expect(reportOf(input({}))).toContain("# Nothing is known yet");
    expect(
      reportOf({
        ...input({ symptom: ["odd"] }),
        verdict: { ...input({ symptom: ["odd"] }).verdict, status: "unsure" },
      }),
    ).toContain("No cause stands out yet");
  });

  test("an address that is none cannot end a line or open a tag", () => {
    const hostile = reportOf({
      ...input(CASE),
      link: "javascript:alert(1)\n# x",
      site: 'https://x.example/"><script>',
    });
    expect(hostile).not.toMatch(/^# x$/m);
    expect(hostile).not.toContain("<script>");
    expect(hostile).not.toContain("(<javascript");
  });

  test("any case gives a report of the same shape, the same each time", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const made = reportOf(input(answers));
        expect(reportOf(input(answers))).toBe(made);
        const known = Object.keys(answers).filter((key) => !key.startsWith("check.")).length;
        expect(made.split("## What is known")[1]?.split("\n## ")[0]?.match(/^- /gm)?.length ?? 0).toBe(known);
        expect(made).not.toMatch(/undefined|NaN|\[object/);
      }),
      FIXED,
    );
  }, 30_000);
});

describe("the text for the tracker", () => {
  test("holds answers, results, verdict, version and the case, and asks for the sentence", () => {
    const text = wrong(CASE, "");
    for (const held of [
      "# Wrong verdict: GATE did held",
      "(one sentence, please)",
      "**WEAVE**",
      "- Try bypass: **It streams**",
      "1. The held, `held`, ",
      "Knowledge `abc123`",
      "`/#symptom=late`",
    ])
      expect(text).toContain(held);
    expect(text).not.toMatch(/UTC|Time not known/);
  });

  test("takes the sentence as text: no mention, no heading, no second paragraph, and not a whole log", () => {
    expect(wrong(CASE, "# It was *us*, @ops\n\n## and <b>#12</b>")).toContain(
      "**What it really was:** \\# It was \\*us\\*, `@ops` \\#\\# and \\<b\\>\\#12\\</b\\>\n",
    );
    expect(wrong(CASE, "x".repeat(9_000)).length - wrong(CASE, "x").length).toBe(MAX_SENTENCE - 1);
  });
});
