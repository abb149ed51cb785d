/** What the user told, as lines of Markdown: for the report and for the text that says a verdict is wrong. */
import type { Index } from "../diagnosis/rank";
import type { Answers } from "../diagnosis/types";
import { answerWords } from "../diagnosis/words";
import type { Times } from "../state/policy";
import { timeOf } from "../state/times";
import { md, mdSays } from "./markdown";

interface Told {
  answers: Answers;
  times: Times;
  index: Index;
}

/** An ISO time to the minute, as people read it. */
export function minuteOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** What was said, one line a question. */
export function answerLines({ answers, index }: Pick<Told, "answers" | "index">): string[] {
  return index.knowledge.questions.flatMap((question) => {
    const values = answers[question.id] ?? [];
    return values.length === 0
      ? []
      : [`- ${md(question.short)}: **${md(answerWords(question, values, index.knowledge))}**`];
  });
}

/** What was tried, in the order of time; results of which nobody knows the time come last. */
export function triedLines({ answers, times, index }: Told): string[] {
  const done = index.knowledge.checks.flatMap((check) => {
    const key = `check.${check.id}`;
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
