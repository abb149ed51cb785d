import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { known, matches, seconds, situationOf } from "./situation";
import { FIXED } from "./fixtures/cases";
import { knowledge } from "./fixtures/knowledge";
import { answersOf } from "./record";
import { prepare } from "./prepared";
import { scoreOf } from "./rank";
import type { Answers } from "../model/answers";
import type { Finding } from "../model/finding";
import { verdictOf, situationIn } from "./fixtures/said";

describe("seconds", () => {
  test.each<[string, number | null]>([
    ["0", 0],
    ["60", 60],
    ["59.9", 59.9],
    ["86400", 86_400],
    ["86401", null],
    ["-1", null],
    ["1e3", null],
    ["", null],
    [" 60", null],
    ["sixty", null],
    ["unknown", null],
    ["0x10", null],
    ["1.2345", null],
    ["١٢", null],
    ["Infinity", null],
  ])("“%s” is %s", (text, value) => expect(seconds({ after: [text] }, "after")).toBe(value));
});

describe("answers", () => {
  test("“don't know” counts as not answered", () => {
    expect(known({ proxy: ["unknown", "gate"] }, "proxy")).toEqual(["gate"]);
    expect(known({}, "proxy")).toEqual([]);
    expect([...situationIn({ proxy: ["unknown"] }, knowledge).settled]).toEqual([]);
  });

  test("proxies are given from the caller's side and passed the other way round", () => {
    const { path } = situationIn(
      { proxy: ["balance", "gate"], hosting: ["box"], framework: ["weave"], server: ["plate"] },
      knowledge,
    );
    expect(path.map(({ product }) => product.id)).toEqual(["weave", "plate", "box", "gate", "balance"]);
  });

  test("“other” and “nothing” are no stops; only “other” leaves the path unsettled", () => {
    expect(situationIn({ proxy: ["none"] }, knowledge)).toMatchObject({
      path: [],
      settled: new Set(["proxy"]),
    });
    expect(situationIn({ proxy: ["gate", "other"] }, knowledge).settled.has("proxy")).toBe(false);
  });

  test("every key of a condition must fit, one value of each is enough", () => {
    const facts = situationIn({ symptom: ["late"], proxy: ["balance", "gate"] }, knowledge);
    expect(matches(Object.entries({ symptom: ["cut", "late"], proxy: ["gate"] }), facts)).toBe(true);
    expect(matches(Object.entries({ symptom: ["late"], handler: ["joined"] }), facts)).toBe(false);
    expect(matches(Object.entries({ trait: ["buffers"] }), facts)).toBe(true);
    expect(matches(Object.entries({ trait: ["capped"] }), facts)).toBe(false);
    expect(
      matches(Object.entries({ symptom: ["unknown"] }), situationIn({ symptom: ["unknown"] }, knowledge)),
    ).toBe(false);
  });
});

describe("readings", () => {
  const prepared = prepare(knowledge);
  const reading = (rule: string, implies: Answers, more: Partial<Finding> = {}): Finding => ({
    rule,
    origin: { kind: "kept" },
    speaks: [],
    implies,
    ...more,
  });
  const answersIn = (findings: readonly Finding[]) =>
    situationOf({ answers: {}, findings }, prepared).answers;

  test("which of two counts is the order of their rules, whichever was read first", () => {
    const findings = [
      reading("one", { symptom: ["cut"] }, { order: 2 }),
      reading("other", { symptom: ["late"] }, { order: 1 }),
    ];
    expect(answersIn(findings)).toEqual({ symptom: ["late"] });
    expect(answersIn(findings.toReversed())).toEqual({ symptom: ["late"] });
  });

  test("what a finding answers is nothing against the cause that it speaks for", () => {
    const cause = knowledge.causes.find(({ id }) => id === "joined")!;
    const speaks = [{ cause: "joined", about: "line", weight: 1 as const, says: "So it is." }];
    const score = (findings: readonly Finding[], answers: Answers = {}) =>
      scoreOf(cause, situationOf({ answers, findings }, prepared), prepared);
    const cut = { symptom: ["cut"] };
    expect(score([reading("one", cut)])).toBe(-1);
    expect(score([reading("one", cut), reading("other", cut, { speaks })])).toBe(1);
    expect(score([], cut)).toBe(-1);
  });
});

describe("results of checks", () => {
  test("a result answers the question that it measures", () => {
    const facts = situationIn({ "check.bypass": ["streams"] }, knowledge);
    expect(facts.answers["direct"]).toEqual(["only-through"]);
    expect(facts.contradictions).toEqual([]);
  });

  test("measuring and being told are the same to the ranking", () => {
    const prepared = prepare(knowledge);
    const scores = (answers: Answers) =>
      verdictOf(answers, prepared).causes.map(({ id, score }) => [id, score]);
    expect(scores({ symptom: ["late"], "check.bypass": ["streams"] })).toEqual(
      scores({ symptom: ["late"], direct: ["only-through"] }),
    );
  });

  test("a result that contradicts an answer counts, and the disagreement is named", () => {
    const facts = situationIn({ direct: ["also-direct"], "check.bypass": ["streams"] }, knowledge);
    expect(facts.answers["direct"]).toEqual(["only-through"]);
    expect(facts.contradictions).toEqual([
      "Your answer to “the direct” and the check “Try bypass” disagree. The check counts.",
    ]);
    expect(
      verdictOf({ direct: ["also-direct"], "check.bypass": ["streams"] }, prepare(knowledge)).contradictions,
    ).toHaveLength(1);
  });

  test("“don't know” is contradicted by nothing", () => {
    expect(situationIn({ direct: ["unknown"], "check.bypass": ["same"] }, knowledge)).toMatchObject({
      contradictions: [],
      answers: { direct: ["also-direct"] },
    });
  });

  test("a result that no check has is passed over", () => {
    expect(
      situationIn({ "check.bypass": ["maybe"], "check.none": ["same"] }, knowledge).answers["direct"],
    ).toBeUndefined();
  });
});

describe("incident records", () => {
  test("labels become answers; what gives the answer away is never looked at", () => {
    expect(
      answersOf({
        framework: "weave",
        hosting: null,
        proxy: ["balance", "gate"],
        symptom: "cut",
        cut_after_s: 60,
        gold: "held",
        why: "because",
        title: "gate",
        server: "",
      }),
    ).toEqual({ framework: ["weave"], proxy: ["balance", "gate"], symptom: ["cut"], after: ["60"] });
    expect(answersOf({ proxy: "gate", cut_after_s: 0 })).toEqual({ proxy: ["gate"], after: ["0"] });
  });

  test("a malformed record never throws and never invents an answer", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("framework", "hosting", "server", "proxy", "symptom", "cut_after_s", "__proto__"),
          fc.anything(),
        ),
        (record) => {
          for (const values of Object.values(answersOf(record)))
            expect(
              values.length > 0 && values.every((value) => typeof value === "string" && value !== ""),
            ).toBe(true);
          expect(() => verdictOf(answersOf(record), prepare(knowledge))).not.toThrow();
        },
      ),
      FIXED,
    );
    for (const cut of [Number.NaN, -1, Infinity, "60", null])
      expect(answersOf({ cut_after_s: cut })).toEqual({});
  });
});
