import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingKey, type Answers } from "../model/answers";
import type { Finding } from "../model/finding";
import { diagnose } from "./diagnose";
import { cases, FIXED } from "./fixtures/cases";
import { knowledge } from "./fixtures/knowledge";
import { situationIn, verdictOf } from "./fixtures/said";
import { labelOf, labelsOfAnswers, labelsOfCauses } from "./labels";
import { prepare } from "./prepared";
import { headlineOf, settingsSaid } from "./words";
import { byHand } from "../model/finding";
import type { Knowledge } from "../model/knowledge";

const prepared = prepare(knowledge);
const CUT: Answers = { symptom: ["cut"], proxy: ["gate"], silence: ["60"] };
const against = (answers: Answers, id: string) =>
  verdictOf(answers, prepared).causes.find((cause) => cause.id === id)?.against ?? [];
const first = (answers: Answers) => verdictOf(answers, prepared).causes[0]?.id;

describe("the same product twice", () => {
  test("stands on the path twice, each hop with a key and a name of its own", () => {
    const { path } = verdictOf({ ...CUT, proxy: ["gate", "balance", "gate.2"] }, prepared);
    expect(path.map(({ key }) => key).filter((key) => /gate|balance/.test(key))).toEqual([
      "gate.2",
      "balance",
      "gate",
    ]);
    expect(path.find(({ key }) => key === "gate.2")?.name).toBe("GATE (2)");
  });

  test("a product that is named again without a number gets one", () => {
    expect(situationIn({ proxy: ["gate", "gate"] }, knowledge).path.map(({ key }) => key)).toEqual([
      "gate.2",
      "gate",
    ]);
  });

  test("rules read it as its product", () => {
    const rule = { when: { proxy: ["gate"] }, weight: 4 as const, says: "Gates do this." };
    const more: Knowledge = {
      ...knowledge,
      causes: knowledge.causes.map((cause) =>
        cause.id === "joined" ? { ...cause, evidence: [rule] } : cause,
      ),
    };
    const found = verdictOf({ proxy: ["balance", "gate.2"] }, prepare(more)).causes.find(
      ({ id }) => id === "joined",
    );
    expect(found?.for.map(({ says }) => says)).toContain("Gates do this.");
  });
});

describe("a known setting takes the place of a default", () => {
  test("a clock that is set longer than the cut is cleared in words, and its cause is out where nothing else can do it", () => {
    const set = { ...CUT, "set.gate.gate-read": ["3600"] };
    expect(first(CUT)).toBe("idle-cut");
    expect(first(set)).not.toBe("idle-cut");
    expect(against(set, "idle-cut")[0]).toMatchObject({ weight: "rules-out", about: "clock" });
    expect(verdictOf(set, prepared).clearedSettings).toEqual([
      {
        hop: "gate",
        limit: "gate-read",
        because: "“read wait” of GATE is set to 3600 s, longer than the 60 s of silence.",
      },
    ]);
  });

  test("that clock, and not the whole hop: another hop of the product stays in play", () => {
    const set = { ...CUT, proxy: ["gate", "gate.2"], "set.gate.gate-read": ["3600"] };
    expect(first(set)).toBe("idle-cut");
    expect(verdictOf(set, prepared).path.find(({ state }) => state === "suspect")?.key).toBe("gate.2");
  });

  test("a hop that nobody could name leaves the cause in play, more softly", () => {
    const set = { ...CUT, proxy: ["gate", "other"], "set.gate.gate-read": ["3600"] };
    expect(against(set, "idle-cut").find(({ about }) => about === "clock")?.weight).toBe(-2);
  });

  test("a clock that is set to what was seen speaks as loudly as a default", () => {
    const set = { ...CUT, silence: ["25"], "set.gate.gate-read": ["25"] };
    const found = verdictOf(set, prepared).causes.find(({ id }) => id === "idle-cut");
    expect(found?.for.find(({ about }) => about === "clock")).toMatchObject({
      weight: 4,
      says: "25 s of silence: “read wait” of GATE is set to 25 s.",
    });
  });

  test("a clock that is set shorter than what was seen would have fired earlier", () => {
    const set = { ...CUT, "set.gate.gate-read": ["25"] };
    expect(against(set, "idle-cut").find(({ about }) => about === "clock")?.says).toBe(
      "GATE fires at 25 s, as it is set; you see 60 s.",
    );
    expect(verdictOf(set, prepared).clearedSettings).toEqual([]);
  });

  test("a limit without a default counts once it is set", () => {
    const set = { ...CUT, proxy: ["none"], server: ["plate"], "set.plate.plate-wait": ["60"] };
    const found = verdictOf(set, prepared).causes.find(({ id }) => id === "idle-cut");
    expect(found?.for.some(({ says }) => says.includes("“wait” of PLATE"))).toBe(true);
  });

  test.each(["off", "none"])("%s is no limit at all", (value) => {
    expect(verdictOf({ ...CUT, "set.gate.gate-read": [value] }, prepared).clearedSettings[0]?.because).toBe(
      "“read wait” of GATE is switched off, so it does not fire.",
    );
  });

  test("buffering that is off takes the hop from what can hold tokens back", () => {
    const late = { symptom: ["late"], proxy: ["gate"] };
    const off = { ...late, "set.gate.gate-buffer": ["off"] };
    expect(first(late)).toBe("held");
    expect(first(off)).toBe("joined");
    expect(against(off, "held").find(({ about }) => about === "carrier")?.says).toBe(
      "“hold” of GATE is off, and nothing else on the path does this.",
    );
    expect(verdictOf(off, prepared).clearedSettings).toEqual([
      { hop: "gate", limit: "gate-buffer", because: "“hold” of GATE is off." },
    ]);
  });

  test("no setting of a hop that is not on the path, and none of another product's limit, says anything", () => {
    const plain = verdictOf(CUT, prepared);
    for (const key of [
      "set.gate.2.gate-read",
      "set.balance.balance-idle",
      "set.gate.balance-idle",
      "set.gate.nothing",
    ])
      expect(verdictOf({ ...CUT, [key]: ["3600"] }, prepared).causes).toEqual(plain.causes);
  });

  test("is said in words, in the order of the path", () => {
    const set = {
      ...CUT,
      "set.gate.gate-read": ["3600"],
      "set.gate.gate-buffer": ["off"],
      "set.balance.balance-idle": ["1"],
    };
    expect(settingsSaid(set, prepared)).toEqual([
      { key: "set.gate.gate-read", hop: "GATE", setting: "read wait", value: "3600 s" },
      { key: "set.gate.gate-buffer", hop: "GATE", setting: "hold", value: "off" },
    ]);
  });

  test("a value that was set longer than anything seen never raises the score of its cause", () => {
    fc.assert(
      fc.property(cases(knowledge), fc.constantFrom("gate-read", "balance-idle"), (answers, limit) => {
        const hop = limit === "gate-read" ? "gate" : "balance";
        const cause = limit === "gate-read" ? "idle-cut" : "edge-cut";
        const score = (said: Answers) =>
          verdictOf(said, prepared).causes.find(({ id }) => id === cause)?.score ?? 0;
        const key = settingKey({ hop, limit });
        expect(score({ ...answers, [key]: ["none"] })).toBeLessThanOrEqual(score(answers));
      }),
      FIXED,
    );
  });
});

describe("findings", () => {
  const finding = (more: Partial<Finding>): Finding => ({
    rule: "made-up",
    origin: { kind: "text", piece: 0, line: 12 },
    speaks: [],
    implies: {},
    ...more,
  });
  const with_ = (answers: Answers, ...findings: Finding[]) => diagnose({ answers, findings }, prepared);

  test("what a finding says counts as a reason, once for each subject", () => {
    const says = { cause: "joined", about: "handler", weight: 2 as const, says: "Line 12 joins." };
    const one = with_({ symptom: ["late"] }, finding({ speaks: [says] }));
    expect(one.causes[0]?.for.map((reason) => reason.says)).toContain("Line 12 joins.");
    expect(
      with_({ symptom: ["late"] }, finding({ speaks: [says] }), finding({ speaks: [says] })).causes,
    ).toEqual(one.causes);
  });

  test("answers and settings that it implies count where nothing was said", () => {
    const read = finding({ implies: { proxy: ["gate"], "set.gate.gate-read": ["3600"] } });
    const verdict = with_({ symptom: ["cut"], silence: ["60"] }, read);
    expect(verdict.path.some(({ key }) => key === "gate")).toBe(true);
    expect(verdict.clearedSettings).toHaveLength(1);
  });

  test("an answer by hand beats a reading, and the contradiction is named", () => {
    const verdict = with_({ symptom: ["cut"], proxy: ["none"] }, finding({ implies: { proxy: ["gate"] } }));
    expect(verdict.path.some(({ key }) => key === "gate")).toBe(false);
    expect(verdict.contradictions).toEqual([
      "Your answer to “the proxy” and line 12 of what you gave disagree. Your answer counts.",
    ]);
  });

  test("“don’t know” is no contradiction", () => {
    const verdict = with_({ proxy: ["unknown"] }, finding({ implies: { proxy: ["gate"] } }));
    expect(verdict.contradictions).toEqual([]);
    expect(verdict.path.some(({ key }) => key === "gate")).toBe(true);
  });
});

describe("kinds of labels", () => {
  const refined: Knowledge = {
    ...knowledge,
    symptoms: [
      ...knowledge.symptoms,
      { id: "slow-cut", label: "A slow cut", what: "One.", break: "cut", refines: "cut" },
    ],
    causes: [
      ...knowledge.causes,
      { ...knowledge.causes[4]!, id: "joined-late", refines: "joined", prior: 1 },
      { ...knowledge.causes[4]!, id: "new", refines: "none", prior: 1 },
    ],
    products: {
      ...knowledge.products,
      server: [
        ...knowledge.products["server"]!,
        { id: "dish", name: "DISH", layer: "server", traits: [], refines: "plate" },
      ],
    },
  };

  test("a kind of a symptom counts as its parent where a cause does not list it", () => {
    const score = (symptom: string) =>
      verdictOf({ symptom: [symptom] }, prepare(refined))
        .causes.map(({ id, score: bits }) => ({ id, bits }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(score("slow-cut")).toEqual(score("cut"));
  });

  test("a label is itself, a kind is its label, and what has none is nothing", () => {
    expect(labelOf({ id: "cut" })).toBe("cut");
    expect(labelOf({ id: "slow-cut", refines: "cut" })).toBe("cut");
    expect(labelOf({ id: "new", refines: "none" })).toBeNull();
  });

  test("ranked causes as labels, each once", () => {
    expect(labelsOfCauses(["joined-late", "new", "held", "joined"], refined)).toEqual(["joined", "held"]);
  });

  test("answers as labels", () => {
    const answers = {
      symptom: ["slow-cut"],
      server: ["dish"],
      proxy: ["gate.2", "gate"],
      after: ["60"],
      "check.times": ["burst"],
    };
    expect(labelsOfAnswers(answers, refined)).toEqual({
      symptom: ["cut"],
      server: ["plate"],
      proxy: ["gate"],
      after: ["60"],
    });
  });
});

test("one more question that is answered with a product is one more object", () => {
  const more: Knowledge = {
    ...knowledge,
    questions: [
      ...knowledge.questions,
      {
        id: "relay",
        ask: "Which relay?",
        short: "the relay",
        kind: "product",
        effort: 1,
        first: true,
        options: [],
      },
    ],
    products: {
      ...knowledge.products,
      relay: [{ id: "baton", name: "BATON", layer: "model-client", traits: ["timed"] }],
    },
  };
  const answers = { symptom: ["cut"], relay: ["baton"], framework: ["weave"], silence: ["60"] };
  const verdict = verdictOf(answers, prepare(more));
  expect(verdict.path.map(({ key }) => key).slice(0, 3)).toEqual(["provider", "baton", "weave"]);
  expect(
    verdict.causes.find(({ id }) => id === "idle-cut")?.for.some(({ says }) => says.startsWith("BATON")),
  ).toBe(true);
  expect(headlineOf(verdict, byHand(answers).answers, prepare(more))).not.toBe("");
});
