/** What is done with pasted texts: their words stay in memory, and what they gave comes, goes and stays. */
import { describe, expect, test } from "vitest";
import { Browser } from "./fixtures/browser";
import { standing } from "./given";

const SECRET = "the secret text";
const text = (name: string) => ({ name, text: `${SECRET} ${name}` });

/** A tab with texts, each with what it gave. */
function given(...found: readonly (readonly string[])[]) {
  const browser = new Browser();
  const tab = browser.tab();
  tab.state.give(found.map((_, at) => text(`file-${at}`)));
  found.forEach((own, at) => tab.state.read(at + 1, own));
  return { browser, tab };
}

describe("a text that is given", () => {
  test("is held with a number of its own, and unread", () => {
    const tab = new Browser().tab();
    tab.state.give([text("a"), text("b")]);
    tab.state.takeOut(2);
    tab.state.give([text("c")]);
    expect(tab.state.pieces.map(({ number, name, found }) => ({ number, name, found }))).toEqual([
      { number: 1, name: "a", found: null },
      { number: 3, name: "c", found: null },
    ]);
  });

  test("puts what it gave into the incident, its link and the disk, and none of its words anywhere", () => {
    const { browser, tab } = given(["rule-a", "rule-b~60"]);
    expect(tab.state.answers).toEqual({ found: ["rule-a", "rule-b~60"] });
    expect(tab.fragment).toBe("found=rule-a,rule-b~60");
    const kept = JSON.stringify([...browser.disk.texts]);
    expect(kept).toContain("rule-b~60");
    expect(kept).not.toContain("secret");
    expect(kept).not.toContain("file-0");
  });

  test("that is read again gives what it gives now", () => {
    const { tab } = given(["rule-a"]);
    tab.state.takeFor(1, "lines");
    expect(tab.state.pieces[0]?.as).toBe("lines");
    tab.state.read(1, ["rule-c"]);
    expect(tab.state.answers["found"]).toEqual(["rule-c"]);
  });

  test("that is taken out takes what it alone gave along", () => {
    const { tab } = given(["rule-a", "rule-b"], ["rule-b", "rule-c"]);
    tab.state.takeOut(1);
    expect(tab.state.answers["found"]).toEqual(["rule-b", "rule-c"]);
    tab.state.takeOut(2);
    expect(tab.state.answers).toEqual({});
  });
});

describe("what was read before", () => {
  test("stays beside new texts, and when they are taken out again", () => {
    const { tab: first } = given(["rule-a"]);
    const tab = new Browser().tab(first.fragment);
    expect(tab.state).toMatchObject({ pieces: [], earlier: ["rule-a"] });
    tab.state.give([text("b")]);
    tab.state.read(1, ["rule-a", "rule-b"]);
    expect(tab.state.answers["found"]).toEqual(["rule-a", "rule-b"]);
    tab.state.takeOut(1);
    expect(tab.state.answers["found"]).toEqual(["rule-a"]);
  });

  test("is forgotten with everything else in one press; answers by hand stay", () => {
    const { tab } = given(["rule-a"]);
    tab.state.answer("symptom", ["late"]);
    tab.state.forgetGiven();
    expect(tab.state).toMatchObject({ answers: { symptom: ["late"] }, pieces: [], earlier: [] });
    expect(tab.fragment).toBe("symptom=late");
  });
});

describe("the history of the tab", () => {
  test("another incident has none of these texts", () => {
    const { tab } = given(["rule-a"]);
    tab.state.startOver();
    expect(tab.state).toMatchObject({ answers: {}, pieces: [], earlier: [] });
    tab.state.undo();
    expect(tab.state).toMatchObject({ answers: { found: ["rule-a"] }, pieces: [], earlier: ["rule-a"] });
  });

  test("a text counts while what it gave stands in the incident", () => {
    const { tab } = given(["rule-a"], []);
    expect(standing(tab.state).map(({ number }) => number)).toEqual([1, 2]);
    expect(standing({ ...tab.state, answers: {} }).map(({ number }) => number)).toEqual([2]);
  });
});

describe("what comes from a link", () => {
  test("is taken as far as it is of our form, once, and up to a limit", () => {
    const many = Array.from({ length: 70 }, (_, at) => `rule-${at}`);
    const tab = new Browser().tab(`found=${["<img>", "rule-0", ...many].join(",")}`);
    expect(tab.state.answers["found"]).toEqual(many.slice(0, 60));
    expect(tab.state.dropped).toEqual([
      "“<img>” is nothing that Lastbyte reads from a text.",
      "10 more findings were left out: 60 are read.",
    ]);
  });
});
