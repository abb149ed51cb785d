/** How often the verdict is right, as `npm run accuracy -- --record` wrote it, and why causes are taken for each other. */
import * as v from "valibot";
import type { Hits, Measured } from "../../model/accuracy";
import { FRAMEWORK } from "../../model/content";
import { named, perhaps } from "../named";
import { date, sentence, slug, words } from "../schema";
import type { Kind, Named } from "./kind";

/** Written by the task only. */
export const RECORD = "accuracy.json";
const WHYS = "confusions.yaml";

const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const hitEntries = {
  count: number,
  first: number,
  three: number,
  acceptedFirst: number,
  acceptedThree: number,
};
/** What comes first is among three, what is confirmed is accepted, and nothing is more than all. */
const inOrder = ({ count, first, three, acceptedFirst, acceptedThree }: Hits): boolean =>
  first <= Math.min(three, acceptedFirst) &&
  Math.max(three, acceptedFirst) <= acceptedThree &&
  acceptedThree <= count;
const ORDER = "counts more hits than there can be";
const hits = v.pipe(
  v.strictObject(hitEntries),
  v.check((row) => inOrder(row), ORDER),
);
const hitsOf = v.array(
  v.pipe(
    v.strictObject({ id: v.nullable(slug), ...hitEntries }),
    v.check((row) => inOrder(row), ORDER),
  ),
);
const confusions = v.array(v.strictObject({ gold: slug, first: v.nullable(slug), count: number }));

const verdicts = v.strictObject({
  answers: hits,
  text: hits,
  both: hits,
  calibration: v.array(v.strictObject({ count: number, claimed: share, right: number })),
  unsure: v.strictObject({ count: number, right: number }),
  causes: hitsOf,
  symptoms: hitsOf,
  frameworks: hitsOf,
  confusions,
});

const incidentSet = v.strictObject({
  id: slug,
  title: words,
  chosen: sentence,
  count: number,
  from: v.nullable(date),
  to: v.nullable(date),
  confirmed: v.record(slug, number),
  verdicts: v.nullable(verdicts),
});

const read = v.strictObject({
  count: number,
  wanted: number,
  hits: number,
  found: number,
  wrong: number,
  harmless: number,
  alarms: number,
  answersRight: number,
  answersWrong: number,
  answersMissed: number,
});

export const accuracySchema = v.strictObject({
  scored: v.pipe(number, v.minValue(1, "counts the first time that the scored half was looked at")),
  measured: v.nullable(
    v.strictObject({
      date,
      sets: v.array(incidentSet),
      confusions,
      reading: v.strictObject({ readable: read, scored: read }),
    }),
  ),
});

export const whySchema = v.strictObject({ gold: slug, first: slug, why: sentence });

/** Every cause, symptom and framework that the record counts. */
function counted({ sets, confusions: together }: Measured): Named[] {
  const where = `content/${RECORD}`;
  const of = (field: string, kind: string, ids: readonly (string | null)[]) =>
    named(where, field, kind, ids.flatMap(perhaps));
  const each = sets.flatMap((set) => set.verdicts ?? []);
  const pairs = [together, ...each.map((one) => one.confusions)].flat();
  const idsOf = (rows: readonly { id: string | null }[]) => rows.map(({ id }) => id);
  return [
    ...each.flatMap(({ causes, symptoms, frameworks }) => [
      ...of("causes", "cause", idsOf(causes)),
      ...of("symptoms", "symptom", idsOf(symptoms)),
      ...idsOf(frameworks)
        .flatMap(perhaps)
        .map((id): Named => ({ where, field: "frameworks", of: "answer", id, answers: FRAMEWORK })),
    ]),
    ...of(
      "confusions",
      "cause",
      pairs.flatMap(({ gold, first }) => [gold, first]),
    ),
  ];
}

export const accuracy: Kind = {
  files: [RECORD, WHYS],
  read: (reader, content) => {
    // Before the first measuring there is no record, and a fork may have no words for what is confused.
    if (reader.files.includes(RECORD)) content.accuracy = reader.one(accuracySchema, RECORD);
    if (reader.files.includes(WHYS)) content.confusions = reader.entries(whySchema, WHYS);
  },
  ids: ({ confusions: whys }, reader) =>
    whys.map((one) => ({ of: "confusion", id: `${one.first} for ${one.gold}`, where: reader.where(one) })),
  names: ({ accuracy: record, confusions: whys }, reader) => [
    ...(record?.measured ? counted(record.measured) : []),
    ...whys.flatMap((one) => [
      ...named(reader.where(one), "gold", "cause", [one.gold]),
      ...named(reader.where(one), "first", "cause", [one.first]),
    ]),
  ],
};
