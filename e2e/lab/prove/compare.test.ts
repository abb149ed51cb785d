import { beforeAll, expect, test } from "vitest";
import { loadContent } from "../../../lib/content/load";
import { readKept } from "../evidence/files";
import type { Proven } from "../evidence/item";
import { differences, remarks } from "./compare";

let proven: Proven;
beforeAll(() => {
  const record = loadContent("content").proofs.find(({ id }) => id === "serving/heartbeat");
  const evidence = readKept("pair", "serving/heartbeat");
  if (!record || evidence === null || typeof evidence === "string") throw new Error("there is no record");
  proven = { record, evidence };
}, 60_000);

const run = ({ evidence: { scenarios } }: Proven) => {
  const [one] = scenarios;
  const call = one?.second.calls[0];
  if (!one || !call) throw new Error("there is no run");
  return { run: one.second, call };
};

test("a proof tells the same as itself", () => {
  expect(differences(proven, structuredClone(proven))).toEqual([]);
});

test("milliseconds and bytes may differ", () => {
  const now = structuredClone(proven);
  const { call } = run(now);
  call.arrivals.forEach((arrival) => (arrival[0] += 0.004));
  call.heard.end += 0.1;
  expect(differences(proven, now)).toEqual([]);
});

test("an answer of less than half a second may come in one piece", () => {
  const [before, now] = [structuredClone(proven), structuredClone(proven)];
  const { call } = run(before);
  call.arrivals.forEach((arrival, index) => (arrival[0] = 1 + index * (0.4 / call.arrivals.length)));
  run(now).call.arrivals = [[1.4, 999, 20, false]];
  expect(differences(before, now)).toEqual([]);
});

test("another exit is told where both are known", () => {
  const [before, now] = [structuredClone(proven), structuredClone(proven)];
  run(before).run.exit = 0;
  expect(differences(before, now)).toEqual([]);
  run(now).run.exit = 1;
  expect(differences(before, now)).toEqual([expect.stringMatching(/it ended with 0, and now with 1/)]);
});

test("another version of what the machine brings is told, and is no difference", () => {
  const now = structuredClone(proven);
  now.evidence.versions["nginx"] = "9.9.9";
  expect(differences(proven, now)).toEqual([]);
  expect(remarks(proven, now)).toEqual([expect.stringMatching(/nginx was .*, and is 9\.9\.9/)]);
});

test.each<[what: string, edit: (now: Proven) => void, says: RegExp]>([
  [
    "inputs",
    ({ evidence }) => (evidence.inputs = "0".repeat(64)),
    /other files, another claim or another lab/,
  ],
  ["state", ({ record }) => (record.state = "documented"), /it was reproduced, and is documented/],
  ["a version", ({ evidence }) => (evidence.versions["fastapi"] = "9"), /fastapi was .*, and is 9/],
  [
    "a scenario more",
    (now) => {
      now.evidence.scenarios.unshift(...now.evidence.scenarios.slice(-1));
      now.record.scenarios.unshift(...now.record.scenarios.slice(-1));
    },
    /it was not there/,
  ],
  ["a status", (now) => (run(now).call.heard.status = 500), /its status was 200, and is 500/],
  ["an end", (now) => (run(now).call.heard.ended = "cut"), /its end was whole, and is cut/],
  [
    "a header",
    (now) => (run(now).call.heard.headers["retry-after"] = "1"),
    /its headers was .*retry-after: 1/,
  ],
  [
    "a word twice",
    (now) => run(now).call.text.push("a00z"),
    /the order of its words was in order, and is some twice/,
  ],
  [
    "the shape",
    (now) => (run(now).call.arrivals = [[1, 1, 20, false]]),
    /its answer was piece by piece, and is in one piece/,
  ],
  [
    "a model that is not asked",
    (now) => (run(now).run.called = []),
    /the model was asked .*, and now nothing/,
  ],
  [
    "a line of the log",
    ({ record }) => record.scenarios[0]?.second.log.push("killed"),
    /were not there: .*killed/,
  ],
  ["a caller more", (now) => run(now).run.calls.push(run(now).call), /caller 2: it was not there/],
])("%s is told", (_, edit, says) => {
  const now = structuredClone(proven);
  edit(now);
  expect(differences(proven, now).join("\n")).toMatch(says);
});
