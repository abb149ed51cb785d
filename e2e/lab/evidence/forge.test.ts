/** Records that were changed by hand: each of these edits is refused, with or without a new checksum. */
import { beforeAll, describe, expect, test } from "vitest";
import { loadContent } from "../../../lib/content/load";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import { subjects } from "../plan";
import { refusals } from "./check";
import { readKept, sealed, unsealed, withSeal } from "./files";
import { judged } from "./judge";
import type { Evidence, Run } from "./schema";
import type { Subject } from "./subject";

interface Known {
  subject: Subject;
  evidence: Evidence;
  record: ProofRecord;
}

/** What is edited: a pair whose answer is cut, and a config with lines taken out. */
const NAMES = ["pair:serving/heartbeat", "config:nginx"] as const;
type Name = (typeof NAMES)[number];
const known = new Map<string, Known>();

beforeAll(() => {
  const content = loadContent("content");
  for (const subject of subjects(content)) {
    const { kind, id } = subject.shown;
    const evidence = readKept(kind, id);
    const record = content.proofs.find((one) => one.kind === kind && one.id === id);
    if (record && evidence !== null && typeof evidence !== "string")
      known.set(`${kind}:${id}`, { subject, evidence, record });
  }
}, 60_000);

function copyOf(name: Name): Known {
  const one = known.get(name);
  if (!one) throw new Error(`${name} has no record with its runs`);
  return { ...one, evidence: structuredClone(one.evidence), record: structuredClone(one.record) };
}

/** The first of a list, which the records here have. */
function first<T>(list: readonly T[] | undefined): T {
  const [one] = list ?? [];
  if (one === undefined) throw new Error("there is nothing to edit");
  return one;
}

const scenario = ({ record }: Known) => first(record.scenarios);
/** The fixed side's run of the first scenario, and its first call. */
const run = ({ evidence }: Known): Run => first(evidence.scenarios).second;
const call = (one: Known) => first(run(one).calls);
const numbered = (one: Known) => {
  const at = call(one).text.findIndex((piece) => typeof piece !== "string" && piece.length > 2);
  const piece = call(one).text[at];
  if (piece === undefined || typeof piece === "string" || piece.length === 2)
    throw new Error("there is no run of words");
  return { at, piece };
};

type Edit = [what: string, edit: (one: Known) => void, name?: Name];

const OF_RECORDS: Edit[] = [
  ["another state", ({ record }) => (record.state = "documented")],
  ["another date", ({ record }) => (record.made = "2026-01-01")],
  ["another version", ({ record }) => (record.versions["uvicorn"] = "9.9.9")],
  ["a version more", ({ record }) => (record.versions["haproxy"] = "2.6.12")],
  ["another hash", ({ record }) => (record.hash = "0".repeat(64))],
  ["a checker that never ran", ({ record }) => (record.by = "a schema")],
  ["another scenario", (one) => (scenario(one).scenario = "Something else.")],
  ["another scale", (one) => (scenario(one).scale = "60 s are 1 s here.")],
  ["other words for a side", (one) => (scenario(one).second.says = "it is perfect")],
  ["another name for a side", (one) => (scenario(one).second.name = "better")],
  ["a scenario dropped", ({ record }) => record.scenarios.pop()],
  ["a scenario twice", ({ record }) => record.scenarios.push(first(record.scenarios))],
  [
    "sides swapped",
    (one) => {
      const { first: a, second: b } = scenario(one);
      Object.assign(scenario(one), { first: b, second: a });
    },
  ],
  ["an earlier arrival", (one) => (first(first(scenario(one).second.heard).arrivals).at = 0.001)],
  ["more words", (one) => (first(first(scenario(one).second.heard).arrivals).words += 1)],
  ["another status", (one) => (first(scenario(one).first.heard).status = 502)],
  ["another end", (one) => (first(scenario(one).first.heard).ended = "refused")],
  ["a later end", (one) => (first(scenario(one).second.heard).end += 1)],
  ["another header", (one) => (first(scenario(one).second.heard).headers["content-type"] = "text/plain")],
  ["a call of the model dropped", (one) => scenario(one).second.called.pop()],
  ["a line of a log more", (one) => scenario(one).second.log.push("upstream timed out")],
  ["another exit", (one) => (scenario(one).second.exit = 0)],
  ["another state of a file", ({ record }) => (first(record.parts).state = "validated"), "config:nginx"],
  ["files dropped", ({ record }) => delete record.parts, "config:nginx"],
  [
    "another outcome without a line",
    ({ record }) => (first(record.mutations).outcome = "defence"),
    "config:nginx",
  ],
  ["lines taken out dropped", ({ record }) => delete record.mutations, "config:nginx"],
];

/** Edits of the kept runs, with a new checksum, and the record made anew from them. */
const OF_RUNS: Edit[] = [
  ["other inputs", ({ evidence }) => (evidence.inputs = "0".repeat(64))],
  ["another version", ({ evidence }) => (evidence.versions["uvicorn"] = "9.9.9")],
  ["a version dropped", ({ evidence }) => delete evidence.versions["python"]],
  ["a version more", ({ evidence }) => (evidence.versions["haproxy"] = "2.6.12")],
  ["no version of a program", ({ evidence }) => (evidence.versions["nginx"] = "newest"), "config:nginx"],
  ["a scenario dropped", ({ evidence }) => evidence.scenarios.pop()],
  [
    "sides swapped",
    ({ evidence }) => {
      const { first: a, second: b } = first(evidence.scenarios);
      evidence.scenarios[0] = { first: b, second: a };
    },
  ],
  ["the right side on both", (one) => (first(one.evidence.scenarios).first = run(one))],
  ["a caller dropped", (one) => run(one).calls.pop()],
  ["another question", (one) => (call(one).heard.path = "/other")],
  ["a page that asks", (one) => (call(one).heard.browser = "fetch")],
  ["a word more", (one) => (numbered(one).piece[2] += 1)],
  ["a word less", (one) => (numbered(one).piece[2] -= 1)],
  ["another text between words", (one) => (numbered(one).piece[3] += ": ping\n\n")],
  ["an answer that is cut", (one) => (call(one).heard.ended = "cut")],
  ["a caller that left", (one) => (call(one).heard.ended = "left")],
  ["a caller that gave up", (one) => (call(one).heard.ended = "patience")],
  ["a refused call that brought something", (one) => (call(one).heard.ended = "refused")],
  ["an end before the last arrival", (one) => (call(one).heard.end = 0.01)],
  ["arrivals in another order", (one) => call(one).arrivals.reverse()],
  ["an arrival dropped", (one) => call(one).arrivals.pop()],
  ["more bytes", (one) => (first(call(one).arrivals)[1] += 10)],
  [
    "words before the model sent them",
    (one) => {
      const bringing = call(one).arrivals.filter(([, , words]) => words > 0);
      bringing.forEach((arrival, index) => (arrival[0] = 0.001 * (index + 1)));
      call(one).arrivals = bringing;
    },
  ],
  [
    "words of another arrival",
    (one) => ((first(call(one).arrivals)[2] += 1), ((call(one).arrivals.at(-1) ?? [0, 0, 0])[2] -= 1)),
  ],
  ["more words than the script has", (one) => (first(run(one).called).words = 500)],
  ["a call that is open and over", (one) => (first(run(one).called).ended = "open")],
  ["a call that ends before it begins", (one) => (first(run(one).called).end = 0)],
  ["a line that no sign asks for", (one) => run(one).log.push(["all is well", 1, 1])],
  ["a file that no sign asks for", (one) => (run(one).files = { "answer.txt": ["a00z"] })],
  ["a line never taken out", ({ evidence }) => evidence.mutations.pop(), "config:nginx"],
  ["another line taken out", ({ evidence }) => (first(evidence.mutations).what = "gzip on;"), "config:nginx"],
  [
    "a line taken out, and nothing run",
    ({ evidence }) => (first(evidence.mutations).runs = []),
    "config:nginx",
  ],
  [
    "a line taken out, and the good side kept",
    ({ evidence }) => {
      const failing = first(evidence.mutations).runs.at(-1);
      const good = evidence.scenarios[failing?.scenario ?? -1]?.second;
      if (failing && good) failing.run = good;
    },
    "config:nginx",
  ],
  [
    "a checker that never ran",
    ({ evidence }) => evidence.checked.push({ file: "streaming.conf", by: "a schema" }),
  ],
];

describe("the committed record", () => {
  test.each(NAMES)("%s follows from its runs", (name) => {
    const { subject, record, evidence } = copyOf(name);
    expect(refusals(subject, record, evidence)).toEqual([]);
  });
});

describe("edits of a record", () => {
  test.each(OF_RECORDS)("%s", (_, edit, name = NAMES[0]) => {
    const one = copyOf(name);
    edit(one);
    expect(refusals(one.subject, one.record, one.evidence)).not.toEqual([]);
  });
});

describe("edits of the runs", () => {
  /** The record that a forger would make anew; where none follows, the one that was there. */
  function renewed({ subject, evidence, record }: Known): ProofRecord {
    try {
      return judged(subject, evidence).record;
    } catch {
      return record;
    }
  }
  test.each(OF_RUNS)("%s: with a new checksum and a record that follows", (_, edit, name = NAMES[0]) => {
    const one = copyOf(name);
    edit(one);
    expect(refusals(one.subject, renewed(one), one.evidence)).not.toEqual([]);
  });
});

describe("the file of the runs", () => {
  test("comes back as it was written", () => {
    const { evidence } = copyOf(NAMES[0]);
    expect(unsealed(sealed(evidence))).toEqual(evidence);
  });
  test.each([
    ["a letter", (text: string) => text.replace("a", "b")],
    ["no checksum", (text: string) => text.slice(0, text.lastIndexOf("sha256"))],
    ["nothing", () => ""],
  ])("with %s changed it is refused", (_, change) => {
    expect(unsealed(change(sealed(copyOf(NAMES[0]).evidence)))).toMatch(/changed by hand/);
  });
  test.each([
    ["no JSON", "{"],
    ["JSON of another form", "{}"],
    ["no object", "1"],
  ])("%s with a right checksum is refused in words", (_, text) => {
    expect(typeof unsealed(withSeal(`${text}\n`))).toBe("string");
  });
});
