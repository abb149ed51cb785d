import { describe, expect, test } from "vitest";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import type { Answers } from "../model/answers";
import { Disk } from "./fixtures/browser";
import type { KeptIncident } from "./policy";
import { isOurs, MAX_KEPT, Shelf } from "./shelf";

const incident = (id: string, answers: Answers, minute = 0): KeptIncident => {
  const time = `2026-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`;
  return { id, name: "", opened: time, changed: time, answers, times: {} };
};
const said = (id: string, minute = 0): KeptIncident => incident(id, { symptom: ["late"] }, minute);

function shelfOn(disk = new Disk()) {
  let ids = 0;
  const shelf = new Shelf(disk, knowledge, () => `new-${(ids += 1)}`);
  const put = (kept: KeptIncident) => shelf.change({ ...kept, answers: {} }, kept);
  return { shelf, disk, put };
}

test.each([
  ["lastbyte.incident.1-2", true],
  [null, true],
  ["lastbyte.case", false],
  ["other", false],
])("the key %s is ours: %s", (key, ours) => {
  expect(isOurs(key)).toBe(ours);
});

describe("a disk that works", () => {
  test("each incident stands under a key of its own, the last changed comes first", () => {
    const { shelf, disk, put } = shelfOn();
    put(said("a", 1));
    put(said("b", 3));
    put(said("c", 2));
    expect([...disk.texts.keys()]).toEqual(["a", "b", "c"].map((id) => `lastbyte.incident.${id}`));
    expect(shelf.list().incidents.map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(shelf.get("a")).toEqual(said("a", 1));
    expect(shelf.get("d")).toBeNull();
  });

  test("what other programs keep at the same address is neither read nor touched", () => {
    const { shelf, disk, put } = shelfOn(new Disk({ theme: "dark", "lastbyte.incidents": "{}" }));
    put(said("a"));
    shelf.clean();
    shelf.trim("a");
    expect(shelf.list()).toEqual({ incidents: [said("a")], unread: [] });
    expect([...disk.texts.keys()].slice(0, 2)).toEqual(["theme", "lastbyte.incidents"]);
  });

  test("a change is put onto what another tab has written since", () => {
    const { shelf, disk, put } = shelfOn();
    put(said("a"));
    const other = shelfOn(disk);
    other.shelf.change(said("a"), incident("a", { symptom: ["late"], proxy: ["gate"] }));
    expect(shelf.change(said("a"), incident("a", { symptom: ["odd"] })).answers).toEqual({
      symptom: ["odd"],
      proxy: ["gate"],
    });
  });

  test("the oldest go above the limit, never the open one, and the empty ones without a word", () => {
    const { shelf, disk, put } = shelfOn();
    for (let minute = 0; minute <= MAX_KEPT + 2; minute += 1) put(said(`i${minute}`, minute));
    shelf.change(said("e"), incident("e", {}));
    expect(shelf.trim("i0").map(({ id }) => id)).toEqual(["i3", "i2", "i1"]);
    expect(disk.texts.size).toBe(MAX_KEPT);
    expect(shelf.get("i0")).not.toBeNull();
    expect(shelf.trim("i0")).toEqual([]);
  });
});

describe("a disk that refuses", () => {
  test("what it refuses is in memory, in the list and under its id", () => {
    const { shelf, disk, put } = shelfOn();
    put(said("a", 1));
    disk.fault = "full";
    put(said("b", 2));
    shelf.change(said("a", 1), incident("a", { symptom: ["odd"] }, 3));
    expect(shelf.refuses()).toBe(true);
    expect(shelf.list().incidents.map(({ id, answers }) => [id, answers])).toEqual([
      ["a", { symptom: ["odd"] }],
      ["b", { symptom: ["late"] }],
    ]);
    expect(disk.texts.size).toBe(1);
    disk.fault = "none";
    shelf.retry();
    expect(shelf.refuses()).toBe(false);
    expect(shelfOn(disk).shelf.list()).toEqual(shelf.list());
  });

  test("what is in memory only is never dropped to make room", () => {
    const { shelf, disk, put } = shelfOn();
    for (let minute = 1; minute <= MAX_KEPT; minute += 1) put(said(`i${minute}`, minute));
    disk.fault = "full";
    put(said("old", 0));
    disk.fault = "none";
    expect(shelf.trim("none").map(({ id }) => id)).toEqual(["i1"]);
    expect(shelf.get("old")).not.toBeNull();
  });

  test("a text that cannot be read now is not overwritten blindly", () => {
    const { shelf, disk, put } = shelfOn();
    put(said("a"));
    shelfOn(disk).shelf.change(said("a"), incident("a", { symptom: ["late"], proxy: ["gate"] }));
    disk.fault = "unreadable";
    const now = shelf.change(said("a"), incident("a", { symptom: ["late"], after: ["60"] }));
    expect(now.answers).toEqual({ symptom: ["late"], after: ["60"] });
    disk.fault = "none";
    shelf.retry();
    expect(shelf.get("a")?.answers).toEqual({ symptom: ["late"], proxy: ["gate"], after: ["60"] });
  });

  test("what another tab says later of the same question stays, when this tab's older changes are written", () => {
    const { shelf, disk, put } = shelfOn();
    put(said("a"));
    const other = shelfOn(disk).shelf;
    const cut = (after: string) => incident("a", { symptom: ["late"], after: [after] });
    other.change(said("a"), cut("5"));
    disk.fault = "full";
    const seen = shelf.change(said("a"), incident("a", { symptom: ["late"], silence: ["1"] }));
    expect(seen.answers["after"]).toEqual(["5"]);
    shelf.change(seen, { ...seen, answers: { ...seen.answers, proxy: ["gate"] } });
    disk.fault = "none";
    other.change(cut("5"), cut("7"));
    shelf.retry();
    expect(shelf.get("a")?.answers).toEqual({
      symptom: ["late"],
      after: ["7"],
      silence: ["1"],
      proxy: ["gate"],
    });
  });

  test("what it does not let go stays", () => {
    const { shelf, disk, put } = shelfOn();
    put(said("a"));
    disk.fault = "blocked";
    put(said("b"));
    expect([shelf.remove("a"), shelf.remove("b")]).toEqual([false, false]);
    expect(shelf.get("b")).not.toBeNull();
    disk.fault = "none";
    expect([shelf.remove("a"), shelf.remove("b")]).toEqual([true, true]);
    expect(shelf.list().incidents).toEqual([]);
  });
});
