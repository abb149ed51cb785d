import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAYERS } from "../model/ids";
import { prepare } from "./prepared";
import { cases, FIXED } from "./fixtures/cases";
import { knowledge } from "./fixtures/knowledge";
import type { Answers } from "../model/answers";
import { verdictOf } from "./fixtures/said";

const prepared = prepare(knowledge);
const pathOf = (answers: Answers) => verdictOf(answers, prepared).path;
const keys = (answers: Answers) => pathOf(answers).map(({ key }) => key);

describe("stops", () => {
  test("with nothing named, the nine layers in their order", () => expect(keys({})).toEqual([...LAYERS]));

  test("named products stand in for their layer, proxies in the order that a token meets them", () => {
    expect(
      keys({ framework: ["weave"], server: ["plate"], hosting: ["box"], proxy: ["balance", "gate"] }),
    ).toEqual(["provider", "model-client", "weave", "app", "plate", "box", "gate", "balance", "caller"]);
  });

  test("with nothing in front, no hop is drawn", () => {
    expect(keys({ proxy: ["none"] })).toEqual([
      "provider",
      "model-client",
      "framework",
      "app",
      "server",
      "platform",
      "caller",
    ]);
  });

  test("every path begins at the provider and ends at the caller, and no stop is drawn twice", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const drawn = keys(answers);
        expect([drawn[0], drawn.at(-1)]).toEqual(["provider", "caller"]);
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
      FIXED,
    );
  });
});

describe("what is known of a stop", () => {
  test("the product that carries the first cause is suspected, what lies behind it is beyond", () => {
    const path = pathOf({ hosting: ["box"], proxy: ["balance", "gate"], symptom: ["cut"], silence: ["60"] });
    expect(path.filter(({ state }) => state === "suspect").map(({ key }) => key)).toEqual(["gate"]);
    expect(path.filter(({ state }) => state === "beyond").map(({ key }) => key)).toEqual([
      "balance",
      "caller",
    ]);
  });

  test("without a named product the layer is suspected", () => {
    expect(
      pathOf({ symptom: ["late"], handler: ["joined"] }).find(({ state }) => state === "suspect")?.key,
    ).toBe("app");
  });

  test("a layer is cleared when all of its causes are, with the reason", () => {
    const { cleared, path } = verdictOf({ symptom: ["late"], "check.times": ["spread"] }, prepared);
    expect(cleared).toContainEqual({
      layer: "app",
      name: "Layer app",
      because: "The pieces leave one by one.",
    });
    expect(path.find(({ layer }) => layer === "app")?.state).toBe("cleared");
  });

  test("a layer with an open cause is not cleared, and nothing is before anything is known", () => {
    expect(verdictOf({ symptom: ["late"] }, prepared).cleared.map(({ layer }) => layer)).not.toContain("app");
    expect(verdictOf({}, prepared).cleared).toEqual([]);
  });

  test("the suspected layer is never a cleared one", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const verdict = verdictOf(answers, prepared);
        const top = verdict.causes[0];
        if (top && !top.ruledOut && verdict.status === "ranked")
          expect(verdict.cleared.map(({ layer }) => layer)).not.toContain(top.layer);
        expect(verdict.path.filter(({ state }) => state === "suspect").length).toBeLessThanOrEqual(1);
      }),
      FIXED,
    );
  });
});
