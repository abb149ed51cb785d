import { describe, expect, test } from "vitest";
import { clockReason, fires } from "./clocks";
import { knowledge, limit } from "./fixtures/knowledge";
import type { Answers } from "../model/answers";
import type { EngineLimit } from "../model/knowledge";
import { situationIn } from "./fixtures/said";

const causeOf = (id: string) => knowledge.causes.find((cause) => cause.id === id)!;
const piece = (id: string, answers: Answers, limits: readonly EngineLimit[] = knowledge.limits) =>
  clockReason(
    causeOf(id),
    limits.filter((limit) => limit.cause === id),
    situationIn(answers, knowledge),
    false,
  );

describe("a limit fires at its value or a little later", () => {
  test.each([
    [60, 60, true],
    [60, 59, true],
    [60, 58, false],
    [60, 61, true],
    [60, 64, true],
    [60, 65, false],
    [60, 120, false],
    [1, 1, true],
    [1, 0, false],
    [300, 299, true],
    [300, 316, true],
    [300, 317, false],
    [300, 60, false],
  ])("a limit of %i s, seen %i s: %s", (limit, seen, expected) => expect(fires(limit, seen)).toBe(expected));
});

describe("idle clocks are read on silence, total clocks from the start", () => {
  test.each<[string, string, Answers, number | null]>([
    ["no clock is known", "idle-cut", { proxy: ["gate"] }, null],
    ["idle, silence known", "idle-cut", { proxy: ["gate"], silence: ["60"] }, 4],
    ["idle, only the whole time known: softer", "idle-cut", { proxy: ["gate"], after: ["60"] }, 2],
    [
      "idle, nothing was ever sent: the whole time is the silence",
      "idle-cut",
      { proxy: ["gate"], after: ["60"], gap: ["first-token"] },
      4,
    ],
    [
      "idle, the whole time fits but the silence does not",
      "idle-cut",
      { proxy: ["gate"], after: ["60"], silence: ["5"] },
      -1,
    ],
    [
      "idle, the silence fits, whatever the whole time",
      "idle-cut",
      { proxy: ["gate"], after: ["500"], silence: ["60"] },
      4,
    ],
    ["total, the whole time known", "total-cut", { hosting: ["box"], after: ["300"] }, 4],
    ["total, only silence known: softer", "total-cut", { hosting: ["box"], silence: ["300"] }, 2],
    [
      "total, the silence was as long as the whole: both readings fit, softer",
      "total-cut",
      { hosting: ["box"], after: ["300"], silence: ["300"] },
      2,
    ],
    ["total, cut in the flow", "total-cut", { hosting: ["box"], after: ["300"], silence: ["0"] }, 4],
    [
      "total, the silence fits but the whole time does not",
      "total-cut",
      { hosting: ["box"], after: ["900"], silence: ["300"] },
      -2,
    ],
    [
      "a limit that someone can set speaks softly when it does not fit",
      "idle-cut",
      { proxy: ["gate"], silence: ["20"] },
      -1,
    ],
    ["a limit that nobody can set speaks louder", "total-cut", { hosting: ["box"], after: ["20"] }, -2],
    ["the product is not known: a usual value is a hint", "idle-cut", { silence: ["60"] }, 1],
    ["the product is not known, no usual value", "idle-cut", { silence: ["61.5", "7"] }, 1],
    ["the product is not known, far from any value", "idle-cut", { silence: ["7"] }, null],
    ["no number", "idle-cut", { proxy: ["gate"], silence: ["soon"] }, null],
  ])("%s", (_, id, answers, weight) => expect(piece(id, answers)?.weight ?? null).toBe(weight));

  test("a cause with a carrier but without a limit of it takes no hint from other products", () => {
    const foreign: EngineLimit = limit("balance-idle", { cause: "idle-cut", on: "balance", seconds: 60 });
    expect(piece("idle-cut", { proxy: ["gate"], silence: ["60"] }, [foreign])).toBeNull();
    expect(piece("idle-cut", { silence: ["60"] }, [foreign])?.weight).toBe(1);
  });

  test("the reason names the seconds, the setting, the product and its value", () => {
    expect(piece("idle-cut", { proxy: ["gate"], silence: ["61"] })?.says).toBe(
      "61 s of silence: “read wait” of GATE is 60 s.",
    );
    expect(piece("total-cut", { hosting: ["box"], after: ["20"] })?.says).toBe(
      "BOX fires at 300 s, which cannot be set; you see 20 s.",
    );
  });

  test("of two limits that fit, the surer reading speaks", () => {
    const both: EngineLimit[] = [
      limit("whole", { cause: "idle-cut", on: "gate", kind: "total", seconds: 60 }),
      limit("read wait", { cause: "idle-cut", on: "gate", seconds: 60 }),
    ];
    expect(piece("idle-cut", { proxy: ["gate"], silence: ["60"] }, both)).toMatchObject({
      weight: 4,
      about: "clock",
      says: expect.stringContaining("read wait") as string,
    });
  });
});
