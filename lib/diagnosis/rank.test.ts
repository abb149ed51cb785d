import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepare } from "./prepared";
import { ENOUGH_SHARE } from "./judge";
import { cases, FIXED } from "./fixtures/cases";
import { knowledge } from "./fixtures/knowledge";
import { bits, reasonsOf, rank, scoreOf, sharesOf } from "./rank";
import type { Answers } from "../model/answers";
import type { EngineCause, Knowledge } from "../model/knowledge";
import { verdictOf, situationIn } from "./fixtures/said";

const prepared = prepare(knowledge);
const of = (answers: Answers, id: string, known: Knowledge = knowledge) => {
  const found = rank(situationIn(answers, known), prepare(known)).find((cause) => cause.id === id);
  if (!found) throw new Error(`no cause ${id}`);
  return found;
};
const withCause = (id: string, change: (cause: EngineCause) => EngineCause): Knowledge => ({
  ...knowledge,
  causes: knowledge.causes.map((cause) => (cause.id === id ? change(cause) : cause)),
});

describe("which cause comes first", () => {
  test.each<[string, Answers, string]>([
    [
      "a buffering hop and everything late",
      { proxy: ["gate"], symptom: ["late"], direct: ["only-through"] },
      "held",
    ],
    ["a handler that joins", { symptom: ["late"], handler: ["joined"] }, "joined"],
    ["a cut at the hop's idle limit", { proxy: ["gate"], symptom: ["cut"], silence: ["60"] }, "idle-cut"],
    [
      "a cut at the edge's idle limit",
      { proxy: ["balance", "gate"], symptom: ["cut"], silence: ["400"] },
      "edge-cut",
    ],
    ["a cut at the platform's cap", { hosting: ["box"], symptom: ["cut"], after: ["300"] }, "total-cut"],
    ["a cap, and nothing in front", { hosting: ["box"], proxy: ["none"], symptom: ["cut"] }, "total-cut"],
  ])("%s", (_, answers, first) => {
    expect(verdictOf(answers, prepared).causes[0]?.id).toBe(first);
  });

  test("of equals, the order of the knowledge", () => {
    expect(verdictOf({}, prepared).causes.map(({ id }) => id)).toEqual(knowledge.causes.map(({ id }) => id));
  });
});

describe("what a piece is worth", () => {
  test("the same thing said twice counts once, by the strongest", () => {
    const cause = of({ framework: ["weave"], "check.times": ["burst"] }, "joined");
    expect(cause.for.filter((piece) => piece.about === "pace").map(({ weight }) => weight)).toEqual([2]);
    expect(cause.score).toBe(2);
  });

  test("a rule without a subject of its own is about its keys, in any order", () => {
    const twice = withCause("held", (cause) => ({
      ...cause,
      evidence: [
        { when: { weather: ["rain"], handler: ["joined"] }, weight: 1, says: "one way round" },
        { when: { handler: ["joined"], weather: ["rain"] }, weight: 2, says: "the other way round" },
      ],
    }));
    expect(
      of({ weather: ["rain"], handler: ["joined"] }, "held", twice).score - of({}, "held", twice).score,
    ).toBe(2);
  });

  test.each<[string, string, string[], number]>([
    ["listed for it", "held", ["late"], 2],
    ["listed against it", "joined", ["cut"], -1],
    ["listed as saying nothing", "joined", ["odd"], 0],
    ["not listed", "held", ["odd"], -2],
    ["not known", "held", ["unknown"], 0],
    ["no symptom of ours", "held", ["nonsense"], 0],
  ])("a symptom %s", (_, id, symptom, score) => {
    expect(of({ symptom }, id).score).toBe(score);
  });

  test.each<[string, Answers, number]>([
    ["a carrier on the path", { proxy: ["gate"] }, 2],
    ["no carrier on a settled path", { proxy: ["balance"] }, -2],
    ["another product than ours", { proxy: ["other"] }, 0],
    ["a path that is not known", { proxy: ["unknown"] }, 0],
    ["a carrier among several", { proxy: ["balance", "gate"] }, 2],
  ])("%s", (_, answers, score) => {
    expect(of(answers, "held").score).toBe(score);
  });

  test("evidence of a layer speaks about its causes and no others", () => {
    const change = (id: string) => of({ direct: ["only-through"] }, id).score - of({}, id).score;
    expect(knowledge.causes.map(({ id }) => [id, change(id)])).toEqual([
      ["held", 2],
      ["idle-cut", 2],
      ["edge-cut", 2],
      ["total-cut", 0],
      ["joined", 0],
    ]);
  });

  test("reasons stand under for and against, the strongest first", () => {
    const cause = of({ symptom: ["late"], handler: ["joined"], "check.times": ["burst"] }, "joined");
    expect(cause.for.map(({ weight }) => weight)).toEqual([4, 2, 2]);
    expect(cause.against).toEqual([]);
  });

  test("what is missing is asked about only while it can be asked, and at most two at a time", () => {
    expect(of({}, "joined").missing.map(({ question }) => question)).toEqual(["handler", "framework"]);
    expect(of({ symptom: ["cut"] }, "joined").missing.map(({ question }) => question)).toEqual(["framework"]);
    expect(of({ symptom: ["cut"] }, "total-cut").missing[0]?.question).toBe("after");
    expect(
      of({ symptom: ["cut"], proxy: ["gate"] }, "idle-cut").missing.map(({ question }) => question),
    ).toContain("silence");
  });
});

describe("how sure the verdict is", () => {
  test("nothing answered is no verdict", () => {
    for (const answers of [{}, { symptom: ["unknown"] }, { framework: [] }])
      expect(verdictOf(answers, prepared).status).toBe("empty");
  });

  test("below the declared share there is not enough to tell", () => {
    const many: Knowledge = {
      ...knowledge,
      causes: Array.from({ length: 20 }, (_, at) => ({ ...knowledge.causes[4]!, id: `c${at}` })),
    };
    const verdict = verdictOf({ symptom: ["late"] }, prepare(many));
    expect(verdict.status).toBe("unsure");
    expect(verdict.causes[0]?.share).toBeLessThan(ENOUGH_SHARE);
    expect(verdict.path.some((stop) => stop.state === "suspect")).toBe(false);
  });

  test("two causes within half a bit are level", () => {
    expect(verdictOf({ symptom: ["late"] }, prepared).level).toBe(true);
    expect(verdictOf({ symptom: ["late"], handler: ["joined"] }, prepared).level).toBe(false);
  });

  test("a cause that is ruled out is level with nothing", () => {
    const two: Knowledge = {
      ...knowledge,
      causes: knowledge.causes
        .filter(({ id }) => id === "joined" || id === "held")
        .map((cause) => ({ ...cause, prior: cause.id === "held" ? 14 : 0 })),
    };
    const verdict = verdictOf({ proxy: ["none"], symptom: ["late"] }, prepare(two));
    expect(verdict.causes.map(({ id }) => id)).toEqual(["joined", "held"]);
    expect(verdict.level).toBe(false);
  });

  test("a cause that is ruled out stays last, however much speaks for it", () => {
    const loved = withCause("held", (cause) => ({
      ...cause,
      evidence: ["weather", "handler", "gap", "server"].map((key) => ({
        when: { [key]: ["yes"] },
        weight: 4 as const,
        says: "Very much so.",
      })),
    }));
    const ranked = rank(
      situationIn(
        { proxy: ["none"], weather: ["yes"], handler: ["yes"], gap: ["yes"], server: ["yes"] },
        loved,
      ),
      prepare(loved),
    );
    const out = ranked.map(({ ruledOut }) => ruledOut);
    expect(out).toEqual([...out].sort((a, b) => Number(a) - Number(b)));
    expect(ranked.find(({ id }) => id === "held")?.ruledOut).toBe(true);
  });
});

describe("properties", () => {
  const anything = fc.dictionary(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...knowledge.questions.map(({ id }) => id),
        "check.times",
        "check.bypass",
        "__proto__",
        "constructor",
        "trait",
      ),
    ),
    fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          "unknown",
          "none",
          "other",
          "gate",
          "late",
          "cut",
          "60",
          "1e9",
          "-1",
          "NaN",
          "__proto__",
        ),
      ),
      { maxLength: 4 },
    ),
  );

  test("diagnose never throws, and every cause is ranked exactly once", () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const { causes } = verdictOf(answers, prepared);
        expect(causes.map(({ id }) => id).sort()).toEqual(knowledge.causes.map(({ id }) => id).sort());
        expect(causes.every(({ score, share }) => Number.isFinite(score) && Number.isFinite(share))).toBe(
          true,
        );
      }),
      FIXED,
    );
  });

  test("the order of keys does not change the verdict", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        expect(verdictOf(turned, prepared)).toEqual(verdictOf(answers, prepared));
      }),
      FIXED,
    );
  });

  test("an answer that no rule mentions changes nothing", () => {
    fc.assert(
      fc.property(cases(knowledge), fc.constantFrom("rain", "sun"), (answers, weather) => {
        const { weather: _, ...rest } = answers;
        const ranked = (given: Answers) =>
          rank(situationIn(given, knowledge), prepared).map(({ id, score, share }) => ({ id, score, share }));
        expect(ranked({ ...rest, weather: [weather] })).toEqual(ranked(rest));
      }),
      FIXED,
    );
  });

  test("more evidence for a cause never lowers its score, more against it never raises it", () => {
    const weights = fc.constantFrom(1 as const, 2 as const, 4 as const);
    const abouts = fc.option(fc.constantFrom("pace", "symptom", "clock", "carrier", "handler", "new"), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        cases(knowledge),
        fc.nat(knowledge.causes.length - 1),
        weights,
        abouts,
        fc.boolean(),
        (answers, at, weight, about, against) => {
          const cause = knowledge.causes[at]!;
          // 4 is the strongest that speaks for a cause; against it the scale has 1 and 2.
          const signed = against ? (weight === 1 ? -1 : -2) : weight;
          const more = withCause(cause.id, (own) => ({
            ...own,
            evidence: [
              ...own.evidence,
              { when: { extra: ["yes"] }, weight: signed, says: "And this.", about },
            ],
          }));
          const score = (given: Answers) =>
            scoreOf(more.causes[at]!, situationIn(given, more), prepare(more));
          const change = score({ ...answers, extra: ["yes"] }) - score(answers);
          expect(change * Math.sign(signed)).toBeGreaterThanOrEqual(0);
        },
      ),
      FIXED,
    );
  });

  test("shares sum to 1", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        expect(verdictOf(answers, prepared).causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(
          1,
          9,
        );
      }),
      FIXED,
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1 }), (scores) => {
        expect(sharesOf(scores).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
      FIXED,
    );
  });

  test("what is ruled out stays last; the others stand by their score", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const { causes } = verdictOf(answers, prepared);
        const key = causes.map(({ ruledOut, score }) => (ruledOut ? -1000 : 0) + score);
        expect(key).toEqual([...key].sort((a, b) => b - a));
      }),
      FIXED,
    );
  });

  test("a score is the prior and its pieces, one for each subject", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const facts = situationIn(answers, knowledge);
        for (const cause of knowledge.causes) {
          const pieces = reasonsOf(cause, facts, prepared);
          expect(new Set(pieces.map(({ about }) => about)).size).toBe(pieces.length);
          expect(scoreOf(cause, facts, prepared)).toBe(
            pieces.reduce((sum, { weight }) => sum + bits(weight), cause.prior),
          );
        }
      }),
      FIXED,
    );
  });
});
