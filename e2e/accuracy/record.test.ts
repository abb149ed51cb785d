import { expect, test } from "vitest";
import { onceMore, recordText } from "./record";
import { described, SETS } from "./sets";

test("each scoring counts, from the one before the record began, and takes nothing of the record away", () => {
  const first = onceMore(null);
  expect(first).toEqual({ scored: 2, measured: null });
  expect(onceMore(first).scored).toBe(3);
});

test("the record is JSON with a row a line", () => {
  const record = { scored: 2, measured: null, rows: [{ id: "a", count: 1 }, { id: null }], none: [] };
  const text = recordText(record);
  expect(JSON.parse(text)).toEqual(record);
  expect(text).toContain('\n    {"id":"a","count":1},\n');
});

test("a set is described by its incidents", () => {
  const [set] = SETS;
  const incident = { id: "x", gold: "a", also: [] };
  const { count, from, to, confirmed } = described(set!, [
    { ...incident, date: "2025-02-01", confirmed: "reporter" },
    { ...incident, date: null, confirmed: "maintainer" },
    { ...incident, date: "2024-01-01", confirmed: "maintainer" },
  ]);
  expect({ count, from, to }).toEqual({ count: 3, from: "2024-01-01", to: "2025-02-01" });
  expect(Object.entries(confirmed)).toEqual([
    ["maintainer", 2],
    ["reporter", 1],
  ]);
});
