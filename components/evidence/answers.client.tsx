"use client";
import type { Prepared } from "@/lib/diagnosis/prepared";
import { answerWords } from "@/lib/diagnosis/words";
import { settingOf } from "@/lib/model/answers";
import type { Finding } from "@/lib/model/finding";
import { UNKNOWN } from "@/lib/model/ids";
import type { Given } from "./use-evidence.client";

/** The words for a key and its values. */
export function wordsFor(
  key: string,
  values: readonly string[],
  { knowledge }: Prepared,
): { what: string; says: string } {
  const setting = settingOf(key);
  if (setting !== null) {
    const limit = knowledge.limits.find(({ id }) => id === setting.limit);
    const [value = ""] = values;
    return { what: limit?.setting ?? setting.limit, says: /\d/.test(value) ? `${value} s` : value };
  }
  const question = knowledge.questions.find(({ id }) => id === key);
  return {
    what: question?.short ?? key,
    says: question ? answerWords(question, values, knowledge) : values.join(", "),
  };
}

/** Where a finding stands, in words. */
function placeWords({ origin }: Finding, { pieces }: Given): string {
  if (origin.kind !== "text") return "read before";
  const piece = pieces.find(({ number }) => number === origin.piece);
  return `${piece?.name ?? "pasted text"}, line ${origin.line}`;
}

interface Row {
  key: string;
  values: readonly string[];
  place: string;
}

/** What findings imply: of what has one answer the first reading, of what has several each one at its first place. */
function implied(given: Given, { several }: Prepared): Row[] {
  const rows = new Map<string, Row>();
  for (const finding of given.evidence.findings)
    for (const [key, values] of Object.entries(finding.implies)) {
      const id = several.has(key) ? `${key}=${values.join()}` : key;
      if (!rows.has(id)) rows.set(id, { key, values, place: placeWords(finding, given) });
    }
  return [...rows.values()];
}

const knownOf = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).filter((value) => value !== UNKNOWN);

interface Props {
  given: Given;
  prepared: Prepared;
}

/** What was taken as an answer, and from which line. */
export function TakenAnswers({ given, prepared }: Props) {
  const { answers } = given.evidence;
  const rows = implied(given, prepared).filter(({ key }) => knownOf(answers[key]).length === 0);
  if (rows.length === 0) return null;
  return (
    <p className="small" data-taken-answers="">
      <b>Taken as answers:</b>{" "}
      {rows.map((row, at) => {
        const { what, says } = wordsFor(row.key, row.values, prepared);
        return (
          <span key={`${row.key}=${row.values.join()}`}>
            {at > 0 && " · "}
            {what} <b>{says}</b> <span className="soft">({row.place})</span>
          </span>
        );
      })}
      . What you answer by hand beats them.
    </p>
  );
}

/** Where an answer by hand and a reading say different things. */
export function Disagreements({
  given,
  prepared,
  onAnswer,
}: Props & { onAnswer: (key: string, values: readonly string[]) => void }) {
  const { answers } = given.evidence;
  const rows = implied(given, prepared).filter(({ key, values }) => {
    const said = knownOf(answers[key]);
    return said.length > 0 && values.some((value) => !said.includes(value));
  });
  return rows.map(({ key, values, place }) => {
    const { what, says } = wordsFor(key, values, prepared);
    const said = wordsFor(key, answers[key] ?? [], prepared).says;
    return (
      <div className="now" key={`${key}=${values.join()}`} data-disagree={key}>
        <p>
          <b>Two things disagree.</b> You said “{said}” for “{what}”; {place} says “{says}”. Your answer
          counts until you change it.
        </p>
        <p>
          <button type="button" className="btn" onClick={() => onAnswer(key, [])}>
            Take what was read
          </button>
        </p>
      </div>
    );
  });
}
