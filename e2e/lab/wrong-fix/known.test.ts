import { describe, expect, test } from "vitest";
import { loadContent, type Pair } from "../../../lib/content/load";
import type { Verdict } from "./judge";
import { changed, readKnown, sampled, withVerdicts } from "./known";
import { wrongFixesOf } from "./wrong-fix";

const content = loadContent("content");
const pairs = ["a/one", "a/two", "b/three", "b/four"].map((id) => ({ id }) as Pair);
const hang = ({ id }: Pick<Pair, "id">) => `hash of ${id}`;
const refused = { state: "refused", claim: "A quiet hour.", why: "no end" } as const;

test("what changed, or was never seen, is tried", () => {
  const known = {
    "a/one": { inputs: "hash of a/one", refused: {} },
    "a/two": { inputs: "an older hash", refused: {} },
  };
  expect(changed(pairs, known, hang).map(({ id }) => id)).toEqual(["a/two", "b/three", "b/four"]);
});

describe("a sample", () => {
  test("is every so manieth pair, and another one once something has changed", () => {
    const picks = Array.from({ length: 40 }, (_, version) =>
      sampled(pairs, ({ id }) => `${id} ${version}`, 2).map(({ id }) => id),
    );
    const both = [
      ["a/one", "b/three"],
      ["a/two", "b/four"],
    ];
    for (const pick of picks) expect(both).toContainEqual(pick);
    for (const one of both) expect(picks).toContainEqual(one);
  });
});

describe("what is kept of a pair", () => {
  test("is the claim that refuses each wrong fix", () => {
    const known = withVerdicts({}, { id: "a/one" }, "now", new Map([["no-end", refused]]));
    expect(known).toEqual({ "a/one": { inputs: "now", refused: { "no-end": "A quiet hour." } } });
  });

  test("goes as soon as one of them is not refused", () => {
    const known = { "a/one": { inputs: "before", refused: {} }, "a/two": { inputs: "x", refused: {} } };
    const verdicts = new Map<string, Verdict>([
      ["no-end", refused],
      ["twice", { state: "passed" }],
    ]);
    expect(withVerdicts(known, { id: "a/one" }, "now", verdicts)).toEqual({ "a/two": known["a/two"] });
  });
});

test("each pair has three wrong fixes or more, and claims that are named exist", () => {
  expect(content.pairs.filter((pair) => wrongFixesOf(pair).length < 3).map(({ id }) => id)).toEqual([]);
  const claims = new Map(content.pairs.map(({ id, claims }) => [id, claims.map(({ scenario }) => scenario)]));
  const unknown = Object.entries(readKnown()).flatMap(([id, { refused }]) =>
    Object.entries(refused)
      .filter(([, claim]) => !claims.get(id)?.includes(claim))
      .map(([name]) => `${id}/${name}`),
  );
  expect(unknown).toEqual([]);
});
