/** What the user told, as lines of Markdown: for the report and for the text that says a verdict is wrong. */
import type { Prepared } from "../diagnosis/prepared";
import { checkKey, type Answers } from "../model/answers";
import type { Finding } from "../model/finding";
import { answerWords, settingsSaid } from "../diagnosis/words";
import type { Times } from "../state/policy";
import { timeOf } from "../state/times";
import type { Excerpt } from "../text/redact/excerpts";
import { md, mdCode, mdSays } from "./markdown";

interface Told {
  answers: Answers;
  times: Times;
  prepared: Prepared;
}

/** An ISO time to the minute, as people read it. */
export function minuteOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** What was said, one line a question and a setting. */
export function answerLines({ answers, prepared }: Pick<Told, "answers" | "prepared">): string[] {
  const settings = settingsSaid(answers, prepared).map(
    ({ hop, setting, value }) => `- ${md(hop)}, ${mdCode(setting)}: **${md(value)}**`,
  );
  const said = prepared.knowledge.questions.flatMap((question) => {
    const values = answers[question.id] ?? [];
    return values.length === 0
      ? []
      : [`- ${md(question.short)}: **${md(answerWords(question, values, prepared.knowledge))}**`];
  });
  return [...said, ...settings];
}

/** What was tried, in the order of time; results of which nobody knows the time come last. */
export function triedLines({ answers, times, prepared }: Told): string[] {
  const done = prepared.knowledge.checks.flatMap((check) => {
    const key = checkKey(check.id);
    const result = answers[key]?.[0];
    if (result === undefined) return [];
    const says = check.outcomes.find(({ id }) => id === result)?.label ?? result;
    return [{ time: timeOf(key, result, times), words: `${md(check.title)}: **${mdSays(says)}**` }];
  });
  const late = "~";
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return done
    .sort((a, b) => order(a.time ?? late, b.time ?? late))
    .map(({ time, words }) => `- ${time === null ? "Time not known" : minuteOf(time)}: ${words}`);
}

const isAnswer = (key: string, { knowledge }: Prepared): boolean =>
  knowledge.questions.some(({ id }) => id === key);

/** What was read from texts that were given: what each finding says, and the answers that it gave. Never their words. */
export function foundLines({
  findings,
  prepared,
}: { findings: readonly Finding[] } & Pick<Told, "prepared">): string[] {
  const says = new Set(findings.flatMap(({ speaks }) => speaks.map((speech) => `- ${mdSays(speech.says)}`)));
  const implied = findings.flatMap(({ implies }) =>
    answerLines({
      answers: Object.fromEntries(Object.entries(implies).filter(([key]) => isAnswer(key, prepared))),
      prepared,
    }),
  );
  return [...says, ...new Set(implied)];
}

/** A fence that nothing in a text can close. */
const fenceFor = (text: string): string => {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  return "`".repeat(Math.max(2, ...runs) + 1);
};

/** Redacted lines of a text, as blocks of code. */
export function excerptLines({ name, parts }: Excerpt): string[] {
  return parts.flatMap(({ from, text }) => {
    const fence = fenceFor(text);
    return ["", `${md(name ?? "Pasted text")}, from line ${from}, redacted:`, "", fence, text, fence];
  });
}
