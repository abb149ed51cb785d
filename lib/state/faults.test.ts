import { describe, expect, test } from "vitest";
import { Browser, Disk, type Fault } from "./fixtures/browser";

describe("storage that fails", () => {
  test.each<Fault>(["blocked", "full", "unreadable"])(
    "%s: loses no answer, never throws, and says so",
    (fault) => {
      const browser = new Browser();
      browser.disk.fault = fault;
      const tab = browser.tab();
      tab.state.answer("symptom", ["late"]);
      expect(tab.state.unkept).toBe(true);
      tab.state.startOver();
      tab.state.undo();
      expect(tab.state.answers).toEqual({ symptom: ["late"] });
      tab.link("symptom=cut");
      expect(tab.state.others).toMatchObject([{ answers: { symptom: ["late"] } }]);
      tab.load();
      expect(tab.state.answers).toEqual({ symptom: ["cut"] });
    },
  );

  test("what it refused is written once it takes it again, of every incident", () => {
    const browser = new Browser();
    const tab = browser.tab("symptom=late");
    browser.disk.fault = "full";
    tab.state.answer("proxy", ["gate"]);
    tab.link("symptom=cut");
    browser.disk.fault = "none";
    tab.state.answer("after", ["60"]);
    expect(tab.state.unkept).toBe(false);
    expect(browser.kept()).toMatchObject([
      { answers: { symptom: ["late"], proxy: ["gate"] } },
      { answers: { symptom: ["cut"], after: ["60"] } },
    ]);
  });

  test("what another tab has said meanwhile is not overwritten by it", () => {
    const browser = new Browser();
    const one = browser.tab("symptom=cut");
    const two = browser.tab("symptom=cut");
    browser.disk.fault = "full";
    one.state.answer("after", ["60"]);
    browser.disk.fault = "none";
    two.state.answer("proxy", ["gate"]);
    one.hear();
    expect(one.state.unkept).toBe(false);
    expect(one.state.answers).toEqual({ symptom: ["cut"], after: ["60"], proxy: ["gate"] });
    expect(browser.kept()).toMatchObject([{ answers: { symptom: ["cut"], after: ["60"], proxy: ["gate"] } }]);
  });

  test("full in the middle: a reload has what the address holds", () => {
    const browser = new Browser();
    const tab = browser.tab("symptom=cut");
    browser.disk.fault = "full";
    tab.state.answer("proxy", ["gate"]);
    tab.load();
    expect(tab.state.answers).toEqual({ symptom: ["cut"], proxy: ["gate"] });
  });

  test("what cannot be removed stays in the list, and a sentence says so", () => {
    const browser = new Browser();
    browser.tab("symptom=late");
    const tab = browser.tab();
    browser.disk.left = 0;
    tab.state.forgetAll();
    expect(tab.state).toMatchObject({
      others: [{ answers: { symptom: ["late"] } }],
      undone: null,
      notes: ["This browser did not let it be removed. It is still kept."],
    });
  });
});

describe("what a newer version keeps, and what is damaged", () => {
  const NEWER = '{"version":3,"answers":{"symptom":["late"]}}';

  test.each([
    ["newer", NEWER, "A newer version of Lastbyte keeps incidents"],
    ["damaged", '{"version":2,"answers":{"symp', "is damaged and cannot be read"],
  ])("%s: it is named, and stays as it is", (_, text, sentence) => {
    const browser = new Browser(new Disk({ "lastbyte.incident.x": text }));
    const tab = browser.tab();
    expect(tab.state.notes).toEqual([expect.stringContaining(sentence)]);
    tab.state.answer("symptom", ["cut"]);
    expect(browser.disk.texts.get("lastbyte.incident.x")).toBe(text);
  });

  test("“remove all” takes what is damaged, and leaves what a newer version keeps", () => {
    const browser = new Browser(
      new Disk({ "lastbyte.incident.x": "{", "lastbyte.incident.y": NEWER, "lastbyte.case": "[" }),
    );
    const tab = browser.tab();
    expect(tab.state.damaged).toBe(true);
    tab.state.forgetAll();
    expect(tab.state.damaged).toBe(false);
    expect([...browser.disk.texts.keys()]).toEqual(["lastbyte.incident.y"]);
  });

  test.each(["{", NEWER])(
    "an open incident that became %s is kept beside it, and a sentence says so",
    (text) => {
      const browser = new Browser();
      const tab = browser.tab("symptom=late");
      const key = `lastbyte.incident.${tab.state.id}`;
      browser.disk.texts.set(key, text);
      tab.hear();
      tab.state.answer("proxy", ["gate"]);
      expect(browser.disk.texts.get(key)).toBe(text);
      expect(tab.state.notes).toEqual([expect.stringContaining("is kept beside it")]);
      expect(browser.disk.texts.get(`lastbyte.incident.${tab.state.id}`)).toContain('"proxy":["gate"]');
    },
  );
});

describe("what the first version kept", () => {
  const text = JSON.stringify({
    answers: { symptom: ["cut"], "check.times": ["burst"] },
    times: { "check.times=burst": "2026-10-20T09:00:00.000Z" },
    earlier: { answers: { symptom: ["late"] }, times: {} },
  });

  test("becomes two incidents, with their times, once", () => {
    const browser = new Browser(new Disk({ "lastbyte.case": text }));
    for (const tab of [browser.tab(), browser.tab()])
      expect(tab.state.others).toMatchObject([
        {
          answers: { symptom: ["cut"], "check.times": ["burst"] },
          times: { "check.times=burst": "2026-10-20T09:00:00.000Z" },
        },
        { answers: { symptom: ["late"] } },
      ]);
    expect(browser.disk.texts.has("lastbyte.case")).toBe(false);
    expect(browser.kept()).toHaveLength(2);
  });

  test("the address with the same answers opens it, with its times", () => {
    const browser = new Browser(new Disk({ "lastbyte.case": text }));
    const tab = browser.tab("symptom=cut&check.times=burst");
    expect(tab.state.times).toEqual({ "check.times=burst": "2026-10-20T09:00:00.000Z" });
    expect(browser.kept()).toHaveLength(2);
  });

  test.each([0, 1, 2, 3])("a crash after %i writes loses nothing and doubles nothing", (writes) => {
    const browser = new Browser(new Disk({ "lastbyte.case": text }));
    browser.disk.left = writes;
    expect(browser.tab().state.others).toHaveLength(2);
    browser.disk.left = Infinity;
    expect(browser.tab().state.others).toHaveLength(2);
    expect(browser.kept()).toHaveLength(2);
    expect(browser.disk.texts.has("lastbyte.case")).toBe(false);
  });

  test.each([
    ['{"answers":{"symp', "is damaged"],
    ['{"version":"two","answers":{}}', "is damaged"],
    ['{"version":3,"answers":{"symptom":["late"]}}', "newer version"],
  ])("%s is named, and stays", (damaged, sentence) => {
    const browser = new Browser(new Disk({ "lastbyte.case": damaged }));
    expect(browser.tab().state.notes).toEqual([expect.stringContaining(sentence)]);
    expect(browser.disk.texts.get("lastbyte.case")).toBe(damaged);
  });

  test("what an old page in another tab writes later is taken over as well", () => {
    const browser = new Browser(new Disk({ "lastbyte.case": text }));
    browser.tab();
    browser.disk.texts.set("lastbyte.case", '{"answers":{"symptom":["odd"]}}');
    expect(browser.tab().state.others.map(({ answers }) => answers["symptom"])).toContainEqual(["odd"]);
    expect(browser.kept()).toHaveLength(3);
  });
});
