/** The record of the accuracy and the words for what is confused, with the mistakes that they can hold. */
import { expect, test } from "vitest";
import { loadPlanted, problemsOf } from "./fixtures/planted";
import { RECORD } from "./kinds/accuracy";

const whole = loadPlanted();
const cause = whole.causes[0]!.id;
const other = whole.causes[1]!.id;
const symptom = whole.symptoms[0]!.id;

const hits = { count: 4, first: 1, three: 2, acceptedFirst: 2, acceptedThree: 3 };
const read = {
  count: 1,
  wanted: 1,
  hits: 1,
  found: 1,
  wrong: 0,
  harmless: 0,
  alarms: 0,
  answersRight: 0,
  answersWrong: 0,
  answersMissed: 0,
};
const verdicts = {
  answers: hits,
  text: hits,
  both: hits,
  calibration: [{ count: 4, claimed: 0.5, right: 2 }],
  unsure: { count: 1, right: 0 },
  causes: [{ id: cause, ...hits }],
  symptoms: [{ id: symptom, ...hits }],
  frameworks: [{ id: null, ...hits }],
  confusions: [{ gold: cause, first: null, count: 1 }],
};
const set = {
  id: "a",
  title: "A set",
  chosen: "By hand.",
  count: 4,
  from: "2025-01-01",
  to: null,
  confirmed: { maintainer: 4 },
};
const record = (changed: object = {}) => ({
  scored: 1,
  measured: {
    date: "2026-01-01",
    sets: [{ ...set, verdicts: { ...verdicts, ...changed } }],
    confusions: [],
    reading: { readable: read, scored: read },
  },
});
const planted = (data: object) => ({ [RECORD]: JSON.stringify(data) });
const whys = (...entries: object[]) => ({ [RECORD]: null, "confusions.yaml": JSON.stringify(entries) });

test("a record is read, and none is needed", () => {
  expect(loadPlanted(planted(record())).accuracy).toEqual(record());
  expect(loadPlanted(planted({ scored: 3, measured: null })).accuracy?.scored).toBe(3);
  const bare = loadPlanted({ [RECORD]: null, "confusions.yaml": null });
  expect([bare.accuracy, bare.confusions]).toEqual([null, []]);
});

const MISTAKES: [what: string, files: Record<string, string | null>, sentence: string][] = [
  ["no scoring", planted({ scored: 0, measured: null }), 'field "scored": counts the first time'],
  [
    "more hits than incidents",
    planted(record({ both: { ...hits, acceptedThree: 5 } })),
    'field "measured.sets.0.verdicts.both": counts more hits than there can be',
  ],
  [
    "more confirmed than accepted",
    planted(record({ causes: [{ id: cause, ...hits, first: 3, three: 3 }] })),
    "counts more hits than there can be",
  ],
  [
    "a cause that there is not",
    planted(record({ causes: [{ id: "no-such", ...hits }] })),
    'field "causes": there is no cause "no-such"',
  ],
  [
    "a framework that there is not",
    planted(record({ frameworks: [{ id: "no-such", ...hits }] })),
    'field "frameworks": "no-such" is no answer to "framework"',
  ],
  [
    "a claim above certain",
    planted(record({ calibration: [{ count: 1, claimed: 1.1, right: 0 }] })),
    'field "measured.sets.0.verdicts.calibration.0.claimed"',
  ],
  [
    "a pair that stands there twice",
    whys({ gold: cause, first: other, why: "So." }, { gold: cause, first: other, why: "Or so." }),
    "is taken, it stands twice",
  ],
  [
    "a pair of a cause that there is not",
    whys({ gold: cause, first: "no-such", why: "So." }),
    'field "first": there is no cause "no-such"',
  ],
];

test.each(MISTAKES)("%s is told", (_, files, sentence) => {
  expect(problemsOf(files).join("\n")).toContain(sentence);
});
