import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { forDisk, POLICY } from "./policy";
import { createCase, kept, type Keeper } from "./store";

function memory(text: string | null = null): Keeper & { text: string | null; writes: number } {
  return {
    text, writes: 0,
    read() { return this.text; },
    write(next) { this.text = next; this.writes += 1; },
  };
}
const broken: Keeper = {
  read: () => { throw new DOMException("blocked", "SecurityError"); },
  write: () => { throw new DOMException("full", "QuotaExceededError"); },
};

describe("answers", () => {
  test("one is replaced, taken away, and nothing else is lost", () => {
    const store = createCase(knowledge, memory());
    const { answer } = store.getState();
    answer("symptom", ["late"]);
    answer("proxy", ["balance", "gate"]);
    answer("symptom", ["cut"]);
    expect(store.getState().answers).toEqual({ proxy: ["balance", "gate"], symptom: ["cut"] });
    answer("symptom", []);
    expect(store.getState().answers).toEqual({ proxy: ["balance", "gate"] });
  });

  test("what the knowledge does not know is never taken", () => {
    const store = createCase(knowledge, memory());
    store.getState().answer("symptom", ["nonsense"]);
    store.getState().answer("nonsense", ["late"]);
    store.getState().answer("__proto__", ["late"]);
    expect(store.getState().answers).toEqual({});
  });
});

describe("start over", () => {
  test("is undone in one step; the user's own values stay", () => {
    const store = createCase(knowledge, memory());
    store.getState().answer("symptom", ["late"]);
    store.getState().answer("check.times", ["burst"]);
    store.getState().setValue("path", "/stream");
    store.getState().startOver();
    expect(store.getState()).toMatchObject({ answers: {}, values: { path: "/stream" }, dropped: [], editing: null });
    store.getState().undo();
    expect(store.getState()).toMatchObject({ answers: { symptom: ["late"], "check.times": ["burst"] }, undone: null });
  });

  test("undo without a start over changes nothing, and a new answer ends the offer", () => {
    const store = createCase(knowledge, memory());
    store.getState().undo();
    expect(store.getState().answers).toEqual({});
    store.getState().answer("symptom", ["late"]);
    store.getState().startOver();
    store.getState().answer("symptom", ["cut"]);
    store.getState().undo();
    expect(store.getState().answers).toEqual({ symptom: ["cut"] });
  });
});

describe("links", () => {
  test("a link is a new case: nothing of the old one is left, and what was dropped is named", () => {
    const store = createCase(knowledge, memory());
    store.getState().answer("handler", ["joined"]);
    store.getState().open("#symptom=cut&colour=red");
    expect(store.getState()).toMatchObject({ answers: { symptom: ["cut"] }, dropped: ["“colour” is no question that Lastbyte asks."] });
  });

  test("a link puts the kept incident aside, and it can be taken up again after a reload", () => {
    const keeper = memory('{"answers":{"symptom":["late"]}}');
    createCase(knowledge, keeper).getState().begin("#symptom=cut");
    const store = createCase(knowledge, keeper);
    store.getState().begin("#symptom=cut");
    expect(store.getState()).toMatchObject({ answers: { symptom: ["cut"] }, earlier: { symptom: ["late"] } });
    store.getState().resume();
    expect(store.getState()).toMatchObject({ answers: { symptom: ["late"] }, earlier: null });
  });
});

describe("what is kept on disk", () => {
  test("answers and results come back in the next visit", () => {
    fc.assert(fc.property(cases(knowledge), (answers) => {
      const keeper = memory();
      const store = createCase(knowledge, keeper);
      for (const [question, values] of Object.entries(answers)) store.getState().answer(question, values);
      expect(kept(keeper, knowledge).answers).toEqual(answers);
    }), FIXED);
  });

  test("the user's own values are never written", () => {
    const keeper = memory();
    const store = createCase(knowledge, keeper);
    store.getState().setValue("upstream", "secret.internal:8000");
    store.getState().answer("symptom", ["late"]);
    store.getState().startOver();
    store.getState().answer("symptom", ["cut"]);
    expect(keeper.writes).toBeGreaterThan(0);
    expect(keeper.text).not.toContain("secret");
    expect(Object.keys(JSON.parse(keeper.text ?? "{}") as object)).toEqual(["answers", "earlier"]);
  });

  test("the policy names each field of the state", () => {
    const { answer: _a, edit: _e, setValue: _s, startOver: _o, undo: _u, open: _p, resume: _r, begin: _b, forgetEarlier: _f, ...fields } = createCase(knowledge, memory()).getState();
    expect(Object.keys(fields).sort()).toEqual(Object.keys(POLICY).sort());
    expect(Object.keys(forDisk(fields))).toEqual(["answers", "earlier"]);
  });

  test("only a change of the answers is written", () => {
    const keeper = memory();
    const store = createCase(knowledge, keeper);
    store.getState().edit("symptom");
    store.getState().setValue("path", "/x");
    expect(keeper.writes).toBe(0);
  });
});

describe("storage that fails", () => {
  test("loses no answer and never throws", () => {
    const store = createCase(knowledge, broken);
    store.getState().answer("symptom", ["late"]);
    store.getState().startOver();
    store.getState().undo();
    expect(store.getState().answers).toEqual({ symptom: ["late"] });
    expect(kept(broken, knowledge).answers).toEqual({});
  });

  test.each<[string, string | null]>([
    ["nothing", null], ["an empty text", ""], ["half a text", '{"answers":{"symp'], ["null", "null"], ["a number", "7"], ["a list", "[]"], ["a text", '"late"'],
    ["answers that are null", '{"answers":null}'], ["answers that are a text", '{"answers":"late"}'], ["answers that are a list", '{"answers":[["late"]]}'],
    ["a value that is a text", '{"answers":{"symptom":"late"}}'], ["values of other kinds", '{"answers":{"symptom":[1,null,{"a":1},["late"]]}}'],
    ["an unknown question", '{"answers":{"colour":["red"]}}'], ["an unknown answer", '{"answers":{"symptom":["red"]}}'],
    ["a prototype", '{"answers":{"__proto__":{"symptom":["late"]},"constructor":["late"]},"__proto__":{"answers":{"symptom":["late"]}}}'],
  ])("%s on disk is an empty case", (_, text) => {
    const found = kept(memory(text), knowledge).answers;
    expect(Object.keys(found)).toEqual([]);
    expect(({} as Record<string, unknown>)["symptom"]).toBeUndefined();
  });

  test("of what is on disk, the part that is still understood is kept", () => {
    expect(kept(memory('{"answers":{"symptom":["late","red"],"colour":["red"],"proxy":["gate","gate",3]},"values":{"path":"/x"}}'), knowledge).answers).toEqual({ symptom: ["late"], proxy: ["gate"] });
  });

  test("any JSON on disk is survived", () => {
    fc.assert(fc.property(fc.json(), (text) => {
      expect(() => kept(memory(text), knowledge)).not.toThrow();
      expect(() => kept(memory(`{"answers":${text}}`), knowledge)).not.toThrow();
    }), FIXED);
  });
});
