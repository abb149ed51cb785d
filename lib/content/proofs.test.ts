import { describe, expect, test } from "vitest";
import type { ProofRecord } from "../trace/record-schema";
import { hashOf, unproven, type Shown } from "./proofs";

const shown: Shown = {
  id: "langgraph/x",
  kind: "pair",
  files: { "broken.py": "1", "fixed.py": "2" },
  claims: { a: 1, b: [{ c: 2, d: 3 }] },
};
const record = (more: Partial<ProofRecord> = {}): ProofRecord => ({
  id: "langgraph/x",
  kind: "pair",
  state: "reproduced",
  hash: hashOf(shown),
  made: "2026-11-21",
  versions: {},
  scenarios: [],
  ...more,
});

describe("records and shown files", () => {
  test("a record of the present files is all right", () => {
    expect(unproven([shown], [record()])).toEqual([]);
  });
  test("the order of keys does not count", () => {
    expect(
      hashOf({ files: { "fixed.py": "2", "broken.py": "1" }, claims: { b: [{ d: 3, c: 2 }], a: 1 } }),
    ).toBe(hashOf(shown));
  });
  test("a changed file, a changed claim, no record, and a record of nothing are each named with file and field", () => {
    expect(unproven([{ ...shown, files: { ...shown.files, "fixed.py": "3" } }], [record()])).toEqual([
      expect.stringMatching(/^content\/proofs\/pair\.langgraph\.x\.json: field "hash".*npm run prove/),
    ]);
    expect(unproven([{ ...shown, claims: { a: 2 } }], [record()])).toHaveLength(1);
    expect(unproven([shown], [])).toEqual([expect.stringMatching(/pair\.langgraph\.x\.json: missing/)]);
    expect(unproven([], [record()])).toEqual([expect.stringMatching(/there is no pair "langgraph\/x"/)]);
  });
});
