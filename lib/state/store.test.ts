import { describe, expect, test } from "vitest";
import { Browser } from "./fixtures/browser";
import { timeOf } from "./times";

describe("answers", () => {
  test("one is replaced, taken away, and nothing else is lost", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["late"]);
    tab.state.answer("proxy", ["balance", "gate"]);
    tab.state.answer("symptom", ["cut"]);
    expect(tab.state.answers).toEqual({ proxy: ["balance", "gate"], symptom: ["cut"] });
    tab.state.answer("symptom", []);
    expect(tab.state.answers).toEqual({ proxy: ["balance", "gate"] });
  });

  test("what the knowledge does not know is never taken", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["nonsense"]);
    tab.state.answer("nonsense", ["late"]);
    tab.state.answer("__proto__", ["late"]);
    expect(tab.state.answers).toEqual({});
  });
});

describe("start over", () => {
  test("begins another incident, and is undone in one step; the user's own values stay", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["late"]);
    tab.state.answer("check.times", ["burst"]);
    const { id, times } = tab.state;
    tab.state.setValue("path", "/stream");
    tab.state.startOver();
    expect(tab.state).toMatchObject({ answers: {}, times: {}, values: { path: "/stream" }, editing: null });
    expect(tab.state.id).not.toBe(id);
    expect(tab.fragment).toBe("");
    tab.state.undo();
    expect(tab.state).toMatchObject({
      id,
      answers: { symptom: ["late"], "check.times": ["burst"] },
      times,
      undone: null,
    });
  });

  test("undo without a start over changes nothing, and a new answer ends the offer, not the incident", () => {
    const tab = new Browser().tab();
    tab.state.undo();
    expect(tab.state.answers).toEqual({});
    tab.state.answer("symptom", ["late"]);
    tab.state.startOver();
    tab.state.answer("symptom", ["cut"]);
    tab.state.undo();
    expect(tab.state.answers).toEqual({ symptom: ["cut"] });
    expect(tab.state.others.map(({ answers }) => answers)).toEqual([{ symptom: ["late"] }]);
  });

  test("is undone even where another tab has removed the incident meanwhile", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.answer("symptom", ["late"]);
    tab.state.startOver();
    browser.tab().state.forgetAll();
    expect(browser.kept()).toEqual([]);
    tab.state.undo();
    expect(tab.state.answers).toEqual({ symptom: ["late"] });
    expect(browser.kept()).toHaveLength(1);
  });
});

describe("times of results", () => {
  test("each result has the time at which it was given; an answer to a question has none", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["late"]);
    tab.state.answer("check.times", ["burst"]);
    const first = timeOf("check.times", "burst", tab.state.times);
    expect(first).toMatch(/^2026-11-01T10:/);
    expect(Object.keys(tab.state.times)).toEqual(["check.times=burst"]);
    tab.state.answer("check.times", ["spread"]);
    expect((timeOf("check.times", "spread", tab.state.times) ?? "") > (first ?? "")).toBe(true);
  });
});

describe("an incident from a file", () => {
  const times = { "check.times=burst": "2026-10-20T09:00:00.000Z" };

  test("is opened with its times, and the one that was open stays among the others", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["late"]);
    tab.state.take({ answers: { symptom: ["cut"], "check.times": ["burst"] }, times });
    expect(tab.state).toMatchObject({
      answers: { symptom: ["cut"], "check.times": ["burst"] },
      times,
      others: [{ answers: { symptom: ["late"] } }],
    });
    tab.state.take({ answers: tab.state.answers, times });
    expect(tab.state.others).toHaveLength(1);
  });

  test("brings texts, of which what was read goes with them", () => {
    const tab = new Browser().tab();
    const conf = { name: "nginx.conf", text: "x", as: "nginx", route: null };
    tab.state.take({ answers: { found: ["a-rule", "b-rule"] }, times: {} }, [conf]);
    expect(tab.state.pieces).toMatchObject([{ ...conf, found: null }]);
    const [{ number } = { number: 0 }] = tab.state.pieces;
    tab.state.read(number, ["a-rule"]);
    expect(tab.state.answers["found"]).toEqual(["a-rule", "b-rule"]);
    tab.state.takeOut(number);
    expect(tab.state.answers["found"]).toEqual(["b-rule"]);
  });

  test("leaves texts alone where its incident is open with its own", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["late"]);
    tab.state.give([{ name: null, text: "raw" }]);
    tab.state.take({ answers: { symptom: ["late"] }, times: {} }, [{ name: null, text: "redacted" }]);
    expect(tab.state.pieces).toMatchObject([{ text: "raw" }]);
    tab.state.take({ answers: { symptom: ["cut"] }, times: {} }, [{ name: null, text: "redacted" }]);
    expect(tab.state.pieces).toMatchObject([{ text: "redacted" }]);
  });

  test("brings its times to an incident that is kept with the same answers", () => {
    const browser = new Browser();
    const tab = browser.tab("check.times=burst");
    tab.state.take({ answers: { "check.times": ["burst"] }, times });
    expect(tab.state.times).toEqual(times);
    expect(browser.kept()).toMatchObject([{ times }]);
  });
});
