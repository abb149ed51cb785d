import { describe, expect, test } from "vitest";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { Browser } from "./fixtures/browser";
import { linkOf, viewIn } from "./view";

const OTHER = knowledge.causes[1]?.id ?? "";

describe("the cause that is open", () => {
  test("stands in the address, comes back with a reload, and an answer opens the first again", () => {
    const tab = new Browser().tab();
    tab.state.answer("symptom", ["cut"]);
    const { id } = tab.state;
    tab.link(`symptom=cut&open=${OTHER}`);
    expect(tab.state).toMatchObject({ id, chosen: OTHER, answers: { symptom: ["cut"] } });
    expect(tab.fragment).toBe(`symptom=cut&open=${OTHER}`);
    tab.load();
    expect(tab.state).toMatchObject({ id, chosen: OTHER });
    tab.state.answer("proxy", ["gate"]);
    expect(tab.state.chosen).toBeNull();
    expect(tab.fragment).not.toContain("open=");
  });

  test("back goes to what was open before", () => {
    const tab = new Browser().tab("symptom=cut");
    tab.link(`symptom=cut&open=${OTHER}`);
    tab.go(-1);
    expect(tab.state.chosen).toBeNull();
    tab.go(1);
    expect(tab.state.chosen).toBe(OTHER);
  });

  test("one that nobody knows is left out and named; the case opens all the same", () => {
    const tab = new Browser().tab("symptom=cut&open=nonsense");
    expect(tab.state).toMatchObject({ answers: { symptom: ["cut"] }, chosen: null });
    expect(tab.state.dropped).toEqual(["“nonsense” is no cause that Lastbyte knows."]);
    expect(tab.fragment).toBe("symptom=cut");
  });

  test("a link to another case opens that, with its cause", () => {
    const tab = new Browser().tab("symptom=late");
    tab.link(`symptom=cut&open=${OTHER}`);
    expect(tab.state).toMatchObject({ answers: { symptom: ["cut"] }, chosen: OTHER });
  });
});

describe("the part that a link leads to", () => {
  test("stays in the address until something is answered", () => {
    const tab = new Browser().tab("symptom=cut&at=fix");
    expect(tab.state.answers).toEqual({ symptom: ["cut"] });
    expect(tab.fragment).toBe("symptom=cut&at=fix");
    tab.state.answer("proxy", ["gate"]);
    expect(tab.fragment).not.toContain("at=");
  });

  test.each([
    ["symptom=cut&at=verify", "verify"],
    ["#at=stop", "stop"],
    ["symptom=cut", ""],
    ["at=%3Cb%3E", ""],
    ["at=" + "x".repeat(50), ""],
  ])("%s: “%s”", (fragment, at) => {
    expect(viewIn(fragment, knowledge).at).toBe(at);
  });
});

test("a link holds the case, the cause and the part, each only where there is one", () => {
  const answers = { symptom: ["cut"] };
  expect(linkOf({ answers, chosen: null }, knowledge)).toBe("symptom=cut");
  expect(linkOf({ answers, chosen: OTHER }, knowledge, "fix")).toBe(`symptom=cut&open=${OTHER}&at=fix`);
  expect(linkOf({ answers: {}, chosen: null }, knowledge)).toBe("");
});
