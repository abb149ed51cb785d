import { describe, expect, test } from "vitest";
import { stepIn } from "./address";
import { Browser } from "./fixtures/browser";

describe("links", () => {
  test("a link is another incident: nothing of the old one is in it, and what was dropped is named", () => {
    const tab = new Browser().tab();
    tab.state.answer("handler", ["joined"]);
    tab.link("symptom=cut&colour=red");
    expect(tab.state).toMatchObject({
      answers: { symptom: ["cut"] },
      dropped: ["“colour” is no question that Lastbyte asks."],
      others: [{ answers: { handler: ["joined"] } }],
    });
    expect(tab.fragment).toBe("symptom=cut");
  });

  test.each(["main", "", "hand-over"])(
    "a place on the page, as the skip link's #%s, is no case: the incident stays open",
    (place) => {
      const browser = new Browser();
      const tab = browser.tab();
      tab.state.answer("symptom", ["late"]);
      const { id } = tab.state;
      if (place !== "") tab.link(place);
      expect(tab.state).toMatchObject({ id, answers: { symptom: ["late"] }, dropped: [] });
      expect(tab.fragment).toBe("symptom=late");
      tab.load();
      expect(tab.state).toMatchObject({ id, answers: { symptom: ["late"] } });
    },
  );

  test("a fragment without a known key changes nothing, and says what it did not understand", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["late"]);
    tab.link("token=abc");
    expect(tab.state.answers).toEqual({ symptom: ["late"] });
    expect(tab.state.dropped).toEqual(["“token” is no question that Lastbyte asks."]);
    tab.link("symptom=nonsense");
    expect(tab.state.answers).toEqual({ symptom: ["late"] });
    expect(tab.state.dropped).toEqual(["“nonsense” is no answer to “the symptom”."]);
    expect(tab.fragment).toBe("symptom=late");
  });

  test("a page that starts at a place or with a stranger's fragment is blank", () => {
    expect(new Browser().tab("main").state).toMatchObject({ answers: {}, dropped: [] });
    const stranger = new Browser().tab("token=abc").state;
    expect(stranger).toMatchObject({
      answers: {},
      dropped: ["“token” is no question that Lastbyte asks."],
    });
  });

  test("a link on the page, such as the search offers, keeps the open incident; it is taken up again with its times", () => {
    const tab = new Browser().tab();
    tab.state.answer("check.times", ["burst"]);
    const { id, times } = tab.state;
    tab.link("proxy=gate&after=60");
    expect(tab.state).toMatchObject({ answers: { proxy: ["gate"], after: ["60"] }, times: {}, aside: id });
    tab.state.takeUp(id);
    expect(tab.state).toMatchObject({ id, answers: { "check.times": ["burst"] }, times });
    expect(tab.state.others).toMatchObject([{ answers: { proxy: ["gate"], after: ["60"] } }]);
  });

  test("the same link twice is the same incident", () => {
    const browser = new Browser();
    browser.tab("symptom=cut");
    const tab = browser.tab("symptom=cut");
    expect(tab.state.others).toEqual([]);
    tab.link("symptom=late");
    tab.link("symptom=cut");
    expect(browser.kept()).toHaveLength(2);
  });
});

describe("the history", () => {
  test("back takes an answer back, forward brings it again, with its time", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["cut"]);
    tab.state.answer("check.times", ["burst"]);
    const { id, times } = tab.state;
    tab.go(-1);
    expect(tab.state).toMatchObject({ id, answers: { symptom: ["cut"] } });
    tab.go(1);
    expect(tab.state).toMatchObject({ id, answers: { symptom: ["cut"], "check.times": ["burst"] }, times });
  });

  test("back from a link brings the incident before it, with the times of its checks", () => {
    const tab = new Browser().tab();
    tab.state.answer("check.times", ["burst"]);
    const { id, times } = tab.state;
    tab.link("symptom=cut");
    tab.go(-1);
    expect(tab.state).toMatchObject({ id, answers: { "check.times": ["burst"] }, times });
  });

  test("back to the blank page keeps the incident, and forward opens it again", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.answer("check.times", ["burst"]);
    const { id, times } = tab.state;
    tab.go(-1);
    expect(tab.state).toMatchObject({ answers: {}, others: [{ id, answers: { "check.times": ["burst"] } }] });
    tab.go(1);
    expect(tab.state).toMatchObject({ id, answers: { "check.times": ["burst"] }, times });
    expect(browser.kept()).toHaveLength(1);
  });

  test("back to an incident that was removed opens it anew, from the address", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.answer("symptom", ["late"]);
    const { id } = tab.state;
    tab.link("symptom=cut");
    tab.state.forget(id);
    tab.go(-1);
    expect(tab.state.answers).toEqual({ symptom: ["late"] });
    expect(browser.kept()).toHaveLength(2);
  });

  test("a reload keeps the incident, its times and what stands beside it", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.answer("symptom", ["cut"]);
    tab.state.answer("check.times", ["burst"]);
    const { id, times } = tab.state;
    tab.load();
    expect(tab.state).toMatchObject({ id, times, others: [] });
    expect(browser.kept()).toHaveLength(1);
  });

  test("a page that comes back late shows what other tabs have said meanwhile", () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.state.answer("symptom", ["cut"]);
    const other = browser.tab("symptom=cut");
    other.state.answer("proxy", ["gate"]);
    tab.load();
    expect(tab.state.answers).toEqual({ symptom: ["cut"], proxy: ["gate"] });
    expect(tab.fragment).toBe("proxy=gate&symptom=cut");
  });
});

describe("the state of a step", () => {
  test.each<[unknown, ReturnType<typeof stepIn>]>([
    [null, null],
    [undefined, null],
    ["a-1", null],
    [{ step: true }, null],
    [{ incident: 7 }, null],
    [{ incident: "a-1" }, { incident: "a-1", changed: "" }],
    [
      { incident: "a-1", changed: 7, __NA: true },
      { incident: "a-1", changed: "" },
    ],
    [
      { incident: "a-1", changed: "2026-11-21" },
      { incident: "a-1", changed: "2026-11-21" },
    ],
  ])("%j", (state, step) => {
    expect(stepIn(state)).toEqual(step);
  });
});
