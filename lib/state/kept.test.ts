import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { Browser } from "./fixtures/browser";

describe("the incidents that are kept", () => {
  test("answers and results come back in the next visit", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const browser = new Browser();
        const tab = browser.tab();
        for (const [question, values] of Object.entries(answers)) tab.state.answer(question, values);
        const [kept] = browser.tab().state.others;
        expect(kept?.answers ?? {}).toEqual(answers);
      }),
      FIXED,
    );
  });

  test("the user's own values are never written", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.setValue("upstream", "secret.internal:8000");
    tab.state.answer("symptom", ["late"]);
    tab.state.startOver();
    tab.state.answer("symptom", ["cut"]);
    expect([...browser.disk.texts.values()].join("")).not.toContain("secret");
    for (const kept of browser.kept())
      expect(Object.keys(kept)).toEqual(["version", "id", "name", "opened", "changed", "answers", "times"]);
  });

  test("only what is said is written", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.edit("symptom");
    tab.state.setValue("path", "/x");
    tab.state.startOver();
    tab.state.hide();
    expect(browser.disk.texts.size).toBe(0);
  });

  test("one of which all was taken back is in no list, and goes when the next one is kept", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.answer("symptom", ["late"]);
    tab.state.answer("symptom", []);
    expect(browser.tab().state.others).toEqual([]);
    tab.state.startOver();
    tab.state.answer("symptom", ["cut"]);
    expect(browser.kept()).toHaveLength(1);
  });

  test("they can be named, the open one and the others, and a name outlives a visit", () => {
    const browser = new Browser();
    const tab = browser.tab("symptom=late");
    tab.state.rename(tab.state.id, "  Monday  ");
    const { id } = tab.state;
    expect(tab.state.name).toBe("Monday");
    tab.state.startOver();
    tab.state.rename(id, "x".repeat(200));
    const [other] = browser.tab().state.others;
    expect(other?.name).toBe("x".repeat(80));
  });

  test("the eleventh sends the oldest away, with its name and its age in words", () => {
    const browser = new Browser();
    const first = browser.tab("symptom=late");
    first.state.rename(first.state.id, "The first");
    browser.clock.pass(3 * 1440);
    const tab = browser.tab();
    for (let after = 1; after <= 9; after += 1) tab.link(`after=${after}`);
    expect(tab.state.notes).toEqual([]);
    tab.link("after=10");
    expect(tab.state.notes).toEqual([
      "“The first”, last changed 3 days ago, is no longer kept: this browser holds the last 10 incidents.",
    ]);
    expect(tab.state.others).toHaveLength(9);
    tab.state.dismiss();
    expect(tab.state.notes).toEqual([]);
  });

  test("what is removed comes back with “undo” until the next action", () => {
    const browser = new Browser();
    const tab = browser.tab("symptom=late");
    const { id } = tab.state;
    tab.link("symptom=cut");
    tab.state.forget(tab.state.id);
    expect(browser.kept()).toHaveLength(2);
    tab.state.forget(id);
    expect(tab.state).toMatchObject({ others: [], undone: { kind: "removed", incidents: [{ id }] } });
    expect(browser.kept()).toHaveLength(1);
    tab.state.undo();
    expect(tab.state).toMatchObject({ others: [{ id, answers: { symptom: ["late"] } }], undone: null });
    tab.state.forget(id);
    tab.state.answer("proxy", ["gate"]);
    tab.state.undo();
    expect(tab.state.others).toEqual([]);
  });

  test("all of them are removed at once, and come back at once; the open one stays", () => {
    const browser = new Browser();
    const tab = browser.tab("symptom=late");
    for (const link of ["after=1", "after=2", "after=3"]) tab.link(link);
    tab.state.forgetAll();
    expect(browser.kept()).toMatchObject([{ answers: { after: ["3"] } }]);
    tab.state.undo();
    expect(tab.state.others).toHaveLength(3);
    expect(browser.kept()).toHaveLength(4);
  });

  test("“not now” puts the offer out of sight, and takes nothing away", () => {
    const browser = new Browser();
    browser.tab("symptom=late");
    const tab = browser.tab();
    tab.state.hide();
    expect(tab.state).toMatchObject({ hidden: true, others: [{ answers: { symptom: ["late"] } }] });
    expect(browser.tab().state.hidden).toBe(false);
  });

  test("the first offered is the one that was open in this tab, not the one that another tab changed last", () => {
    const browser = new Browser();
    const tab = browser.tab("symptom=late");
    const { id } = tab.state;
    const other = browser.tab("symptom=odd");
    tab.link("symptom=cut");
    other.state.answer("proxy", ["gate"]);
    tab.hear();
    expect(tab.state.others.map((kept) => kept.id)).toEqual([other.state.id, id]);
    expect(tab.state.aside).toBe(id);
  });
});

describe("two tabs", () => {
  test("with one incident see each other's changes", () => {
    const browser = new Browser();
    const one = browser.tab("symptom=cut");
    const two = browser.tab("symptom=cut");
    expect(two.state.id).toBe(one.state.id);
    two.state.answer("proxy", ["gate"]);
    one.hear();
    expect(one.state.answers).toEqual({ symptom: ["cut"], proxy: ["gate"] });
    expect(one.fragment).toBe("proxy=gate&symptom=cut");
    one.state.answer("symptom", []);
    one.state.answer("proxy", []);
    two.hear();
    expect(two.state.answers).toEqual({});
  });

  test("that hear nothing of each other lose nothing: each change is put onto what is kept", () => {
    const browser = new Browser();
    const one = browser.tab("symptom=cut");
    const two = browser.tab("symptom=cut");
    one.state.answer("check.times", ["burst"]);
    one.state.rename(one.state.id, "Monday");
    two.state.answer("proxy", ["gate"]);
    expect(two.state).toMatchObject({
      name: "Monday",
      answers: { symptom: ["cut"], proxy: ["gate"], "check.times": ["burst"] },
      times: one.state.times,
    });
    one.state.answer("symptom", []);
    expect(one.state.answers).toEqual({ proxy: ["gate"], "check.times": ["burst"] });
  });

  test("with two incidents both survive", () => {
    const browser = new Browser();
    const one = browser.tab();
    const two = browser.tab();
    one.state.answer("symptom", ["late"]);
    two.state.answer("symptom", ["cut"]);
    one.state.answer("proxy", ["gate"]);
    expect(browser.tab().state.others.map(({ answers }) => answers)).toEqual([
      { symptom: ["late"], proxy: ["gate"] },
      { symptom: ["cut"] },
    ]);
  });

  test("a step back in one takes nothing from it that the other one said", () => {
    const browser = new Browser();
    const one = browser.tab();
    one.state.answer("symptom", ["cut"]);
    one.state.answer("after", ["60"]);
    const two = browser.tab("symptom=cut&after=60");
    two.state.answer("proxy", ["gate"]);
    one.go(-1);
    expect(one.state.answers).toEqual({ symptom: ["cut"], proxy: ["gate"] });
    expect(browser.kept()).toMatchObject([{ answers: { symptom: ["cut"], proxy: ["gate"] } }]);
  });

  test("one that another tab has removed still opens from the list that shows it", () => {
    const browser = new Browser();
    browser.tab("symptom=late");
    const one = browser.tab("symptom=cut");
    const [listed] = one.state.others;
    browser.tab().state.forgetAll();
    one.state.takeUp(listed?.id ?? "");
    expect(one.state.answers).toEqual({ symptom: ["late"] });
    expect(browser.kept()).toMatchObject([{ answers: { symptom: ["late"] } }]);
  });

  test("one that is open and removed elsewhere stays on the page, and is kept again with the next answer", () => {
    const browser = new Browser();
    const one = browser.tab("symptom=late");
    browser.tab().state.forgetAll();
    one.hear();
    expect(one.state.answers).toEqual({ symptom: ["late"] });
    one.state.answer("proxy", ["gate"]);
    expect(browser.kept()).toMatchObject([{ answers: { symptom: ["late"], proxy: ["gate"] } }]);
  });
});
