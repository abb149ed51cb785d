import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases, FIXED } from "../diagnosis/fixtures/cases";
import { knowledge } from "../diagnosis/fixtures/knowledge";
import { readDisk } from "./disk";
import { createCase, type Keeper } from "./store";
import { timeOf } from "./times";

function memory(text: string | null = null): Keeper & { text: string | null; writes: number } {
  return {
    text,
    writes: 0,
    read() {
      return this.text;
    },
    write(next) {
      this.text = next;
      this.writes += 1;
    },
  };
}
const broken: Keeper = {
  read: () => {
    throw new DOMException("blocked", "SecurityError");
  },
  write: () => {
    throw new DOMException("full", "QuotaExceededError");
  },
};

/** A clock that moves on by a minute with each look. */
function clock(): () => string {
  let minute = 0;
  return () => `2026-11-21T10:${String(minute++ % 60).padStart(2, "0")}:00.000Z`;
}

describe("answers", () => {
  test("one is replaced, taken away, and nothing else is lost", () => {
    const store = createCase(knowledge, memory(), clock());
    const { answer } = store.getState();
    answer("symptom", ["late"]);
    answer("proxy", ["balance", "gate"]);
    answer("symptom", ["cut"]);
    expect(store.getState().answers).toEqual({ proxy: ["balance", "gate"], symptom: ["cut"] });
    answer("symptom", []);
    expect(store.getState().answers).toEqual({ proxy: ["balance", "gate"] });
  });

  test("what the knowledge does not know is never taken", () => {
    const store = createCase(knowledge, memory(), clock());
    store.getState().answer("symptom", ["nonsense"]);
    store.getState().answer("nonsense", ["late"]);
    store.getState().answer("__proto__", ["late"]);
    expect(store.getState().answers).toEqual({});
  });
});

describe("start over", () => {
  test("is undone in one step; the user's own values stay", () => {
    const store = createCase(knowledge, memory(), clock());
    store.getState().answer("symptom", ["late"]);
    store.getState().answer("check.times", ["burst"]);
    store.getState().setValue("path", "/stream");
    store.getState().startOver();
    expect(store.getState()).toMatchObject({
      answers: {},
      values: { path: "/stream" },
      dropped: [],
      editing: null,
    });
    store.getState().undo();
    expect(store.getState()).toMatchObject({
      answers: { symptom: ["late"], "check.times": ["burst"] },
      undone: null,
    });
  });

  test("undo without a start over changes nothing, and a new answer ends the offer", () => {
    const store = createCase(knowledge, memory(), clock());
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
    const store = createCase(knowledge, memory(), clock());
    store.getState().answer("handler", ["joined"]);
    store.getState().open("#symptom=cut&colour=red");
    expect(store.getState()).toMatchObject({
      answers: { symptom: ["cut"] },
      dropped: ["“colour” is no question that Lastbyte asks."],
    });
  });

  test("a link puts the kept incident aside, and it can be taken up again after a reload", () => {
    const keeper = memory('{"answers":{"symptom":["late"]}}');
    createCase(knowledge, keeper, clock()).getState().begin("#symptom=cut");
    const store = createCase(knowledge, keeper, clock());
    store.getState().begin("#symptom=cut");
    expect(store.getState()).toMatchObject({
      answers: { symptom: ["cut"] },
      earlier: { answers: { symptom: ["late"] }, times: {} },
    });
    store.getState().resume();
    expect(store.getState()).toMatchObject({ answers: { symptom: ["late"] }, earlier: null });
  });
});

describe("times of results", () => {
  test("each result has the time at which it was given; an answer to a question has none", () => {
    const store = createCase(knowledge, memory(), clock());
    store.getState().answer("symptom", ["late"]);
    store.getState().answer("check.times", ["burst"]);
    expect(store.getState().times).toEqual({ "check.times=burst": "2026-11-21T10:01:00.000Z" });
    store.getState().answer("check.times", ["spread"]);
    expect(timeOf("check.times", "spread", store.getState().times)).toBe("2026-11-21T10:02:00.000Z");
  });

  test("a reload keeps them, start over and undo too; a step back in the incident keeps them, and another link has none", () => {
    const keeper = memory();
    const store = createCase(knowledge, keeper, clock());
    store.getState().answer("symptom", ["cut"]);
    store.getState().answer("check.times", ["burst"]);
    const { times } = store.getState();
    const again = createCase(knowledge, keeper, clock());
    again.getState().begin("#symptom=cut&check.times=burst");
    expect(again.getState()).toMatchObject({ times, earlier: null });
    again.getState().startOver();
    expect(again.getState().times).toEqual({});
    again.getState().undo();
    expect(again.getState().times).toEqual(times);
    again.getState().open("#symptom=cut", true);
    again.getState().open("#symptom=cut&check.times=burst", true);
    expect(again.getState().times).toEqual(times);
    again.getState().open("#symptom=cut&check.times=burst");
    expect(again.getState().times).toEqual({});
  });

  test("an incident that a link has put aside takes its times along, and only the times of results that stand are kept", () => {
    const keeper = memory();
    const store = createCase(knowledge, keeper, clock());
    store.getState().answer("check.times", ["burst"]);
    store.getState().answer("check.times", ["spread"]);
    expect(JSON.parse(keeper.text ?? "")).toMatchObject({
      times: { "check.times=spread": "2026-11-21T10:01:00.000Z" },
    });
    const other = createCase(knowledge, keeper, clock());
    other.getState().begin("#symptom=cut");
    expect(other.getState().times).toEqual({});
    other.getState().resume();
    expect(other.getState()).toMatchObject({
      answers: { "check.times": ["spread"] },
      times: { "check.times=spread": "2026-11-21T10:01:00.000Z" },
    });
  });

  test.each(["yesterday", "2026-13-01T00:00:00Z", "2026-11-21T10:00:00Z<script>", "__proto__", 7, null, {}])(
    "%j on disk is no time",
    (time) => {
      const text = JSON.stringify({
        answers: { "check.times": ["burst"] },
        times: { "check.times=burst": time, __proto__: "2026-11-21T10:00:00Z" },
      });
      expect(readDisk(text, knowledge).incident).toMatchObject({
        answers: { "check.times": ["burst"] },
        times: {},
      });
    },
  );
});

describe("an incident from a file", () => {
  test("is opened with its times, and the one that was open is put aside, not lost", () => {
    const store = createCase(knowledge, memory(), clock());
    store.getState().answer("symptom", ["late"]);
    const times = { "check.times=burst": "2026-11-20T09:00:00.000Z" };
    store.getState().take({ answers: { symptom: ["cut"], "check.times": ["burst"] }, times });
    expect(store.getState()).toMatchObject({
      answers: { symptom: ["cut"] },
      times,
      earlier: { answers: { symptom: ["late"] } },
    });
    store.getState().take({ answers: store.getState().answers, times });
    expect(store.getState().earlier).toMatchObject({ answers: { symptom: ["late"] } });
  });
});

describe("what is kept on disk", () => {
  test("answers and results come back in the next visit", () => {
    fc.assert(
      fc.property(cases(knowledge), (answers) => {
        const keeper = memory();
        const store = createCase(knowledge, keeper, clock());
        for (const [question, values] of Object.entries(answers)) store.getState().answer(question, values);
        expect(readDisk(keeper.text, knowledge).incident.answers).toEqual(answers);
      }),
      FIXED,
    );
  });

  test("the user's own values are never written", () => {
    const keeper = memory();
    const store = createCase(knowledge, keeper, clock());
    store.getState().setValue("upstream", "secret.internal:8000");
    store.getState().answer("symptom", ["late"]);
    store.getState().startOver();
    store.getState().answer("symptom", ["cut"]);
    expect(keeper.writes).toBeGreaterThan(0);
    expect(keeper.text).not.toContain("secret");
    expect(Object.keys(JSON.parse(keeper.text ?? "{}") as object)).toEqual([
      "version",
      "answers",
      "times",
      "earlier",
    ]);
  });

  test("only a change of the answers is written", () => {
    const keeper = memory();
    const store = createCase(knowledge, keeper, clock());
    store.getState().edit("symptom");
    store.getState().setValue("path", "/x");
    expect(keeper.writes).toBe(0);
  });
});

describe("storage that fails", () => {
  test("loses no answer and never throws", () => {
    const store = createCase(knowledge, broken, clock());
    store.getState().answer("symptom", ["late"]);
    store.getState().startOver();
    store.getState().undo();
    expect(store.getState().answers).toEqual({ symptom: ["late"] });
  });

  test.each<[string, string | null]>([
    ["nothing", null],
    ["an empty text", ""],
    ["half a text", '{"answers":{"symp'],
    ["null", "null"],
    ["a number", "7"],
    ["a list", "[]"],
    ["a text", '"late"'],
    ["answers that are null", '{"answers":null}'],
    ["answers that are a text", '{"answers":"late"}'],
    ["answers that are a list", '{"answers":[["late"]]}'],
    ["a value that is a text", '{"answers":{"symptom":"late"}}'],
    ["values of other kinds", '{"answers":{"symptom":[1,null,{"a":1},["late"]]}}'],
    ["an unknown question", '{"answers":{"colour":["red"]}}'],
    ["an unknown answer", '{"answers":{"symptom":["red"]}}'],
    [
      "a prototype",
      '{"answers":{"__proto__":{"symptom":["late"]},"constructor":["late"]},"__proto__":{"answers":{"symptom":["late"]}}}',
    ],
  ])("%s on disk is an empty case", (_, text) => {
    const found = readDisk(text, knowledge).incident.answers;
    expect(Object.keys(found)).toEqual([]);
    expect(({} as Record<string, unknown>)["symptom"]).toBeUndefined();
  });

  test("of what is on disk, the part that is still understood is kept", () => {
    expect(
      readDisk(
        '{"answers":{"symptom":["late","red"],"colour":["red"],"proxy":["gate",3]},"values":{"path":"/x"}}',
        knowledge,
      ).incident.answers,
    ).toEqual({ symptom: ["late"], proxy: ["gate"] });
  });

  test("any JSON on disk is survived", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => readDisk(text, knowledge)).not.toThrow();
        expect(() => readDisk(`{"answers":${text}}`, knowledge)).not.toThrow();
      }),
      FIXED,
    );
  });
});
