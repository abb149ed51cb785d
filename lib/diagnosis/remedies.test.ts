import { byHand } from "../model/finding";
import { describe, expect, test } from "vitest";
import { prepare } from "./prepared";
import { knowledge } from "./fixtures/knowledge";
import { fill } from "../text/fill";
import { pairFor, remediesOf } from "./remedies";
import type { Answers } from "../model/answers";
import { situationIn, verdictOf } from "./fixtures/said";

const prepared = prepare(knowledge);
const remedies = (answers: Answers) => remediesOf(verdictOf(answers, prepared), byHand(answers), prepared);

describe("pairs", () => {
  test.each<[string, string | undefined, string | null]>([
    ["joined", "weave", "weave/pieces"],
    ["joined", "loom", "serving/pieces"],
    ["joined", undefined, "serving/pieces"],
    ["held", "weave", "serving/relay"],
    ["idle-cut", "loom", "loom/beat"],
    ["idle-cut", "weave", null],
    ["idle-cut", undefined, null],
    ["no-such-cause", "weave", null],
  ])("%s with %s: %s", (cause, framework, pair) => {
    const answers: Answers = framework === undefined ? {} : { framework: [framework] };
    expect(pairFor(cause, situationIn(answers, knowledge), prepared)).toBe(pair);
  });

  test("the pair of the first cause that has one, among the first three", () => {
    expect(remedies({ framework: ["weave"], symptom: ["late"], handler: ["joined"] }).pair).toEqual({
      id: "weave/pieces",
      cause: "joined",
    });
    expect(remedies({ framework: ["other"], symptom: ["late"], handler: ["joined"] }).pair).toEqual({
      id: "serving/pieces",
      cause: "joined",
    });
    expect(
      remedies({ framework: ["weave"], hosting: ["box"], proxy: ["balance", "gate"], symptom: ["cut"] }).pair,
    ).toBeNull();
  });
});

describe("configs", () => {
  test("those of the products on the path, the one that cures the first cause first", () => {
    const answers = { hosting: ["box"], proxy: ["balance", "gate"], symptom: ["cut"], silence: ["60"] };
    expect(remedies(answers).configs.map(({ id, cures }) => [id, cures])).toEqual([
      ["gate", true],
      ["box", false],
      ["balance", false],
    ]);
    expect(remedies({ symptom: ["cut"] }).configs).toEqual([]);
  });

  test("raising one idle limit warns of the others on the path, the shortest first", () => {
    expect(remedies({ proxy: ["balance", "gate"], symptom: ["cut"], silence: ["60"] }).nextHops).toEqual([
      { name: "BALANCE", setting: "idle wait", seconds: 400 },
    ]);
    expect(
      remedies({ hosting: ["box"], proxy: ["gate"], symptom: ["cut"], after: ["300"] }).nextHops,
    ).toEqual([]);
  });
});

describe("headlines", () => {
  const text = "{product} cut it after {after}, {silence} silent";
  test.each<[Answers, string]>([
    [{}, "GATE cut it after a fixed time, a while silent"],
    [{ after: ["60"] }, "GATE cut it after 60\u00a0s, up to 60\u00a0s silent"],
    [{ after: ["90"], silence: ["60"] }, "GATE cut it after 90\u00a0s, 60\u00a0s silent"],
    [{ after: ["unknown"] }, "GATE cut it after a fixed time, a while silent"],
  ])("%j", (answers, says) => expect(fill(text, answers, "GATE")).toBe(says));
});
