/** What of a finding is told at its line. */
import { expect, it } from "vitest";
import { foremost, isFound, type Speech } from "./finding";

const says = (cause: string, weight: Speech["weight"]): Speech => ({ cause, weight, says: "…", about: "x" });
const causes = (speaks: readonly Speech[]) => foremost(speaks).map(({ cause }) => cause);

it("tells the causes that it speaks for most", () => {
  expect(causes([says("a", 2), says("b", 1), says("c", 2), says("d", -2)])).toEqual(["a", "c"]);
});

it("tells what it speaks against where it speaks for none", () => {
  expect(causes([says("a", -1), says("b", "rules-out")])).toEqual(["a", "b"]);
});

it("is found unless it only names a subject, or is only said", () => {
  const speaks = [says("a", 2)];
  const origin = { kind: "text", piece: 0, line: 1 } as const;
  expect(
    [
      { speaks, origin },
      { speaks, origin, hint: true },
      { speaks, origin: { ...origin, said: true } },
    ].map(isFound),
  ).toEqual([true, false, false]);
});
