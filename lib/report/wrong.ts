/**
 * "This verdict is wrong": a text for the tracker of the project, written from the case. Nothing is sent
 * from here.
 */
import { md, mdCode, mdSays } from "./markdown";
import { percent } from "../diagnosis/words";
import type { Leaving } from "../state/policy";
import type { ReportInput } from "./report";
import { answerLines, foundLines, triedLines } from "./told";

export interface WrongInput
  extends
    Leaving<"report">,
    Pick<ReportInput, "findings" | "verdict" | "headline" | "prepared" | "revision"> {
  /** The case as a fragment, without `#`. */
  fragment: string;
  /** One sentence of the user on what it really was. */
  really: string;
}

/** A sentence is no log. */
export const MAX_SENTENCE = 500;
const NAMED = 5;

/** The text, as Markdown; without the sentence it asks for it. */
export function wrongVerdict({
  answers,
  findings,
  verdict,
  headline,
  prepared,
  revision,
  fragment,
  really,
}: WrongInput): string {
  const sentence = really.trim().slice(0, MAX_SENTENCE);
  const causes = verdict.causes
    .slice(0, NAMED)
    .map(
      (cause, at) =>
        `${at + 1}. ${md(cause.title)}, ${mdCode(cause.id)}, ${percent(cause.share)}${cause.ruledOut ? ", ruled out" : ""}`,
    );
  // No times: what was answered matters here, and not when.
  const tried = triedLines({ answers, times: {}, prepared }).map((line) =>
    line.replace("- Time not known: ", "- "),
  );
  const of = verdict.causes[0];
  return [
    `# Wrong verdict: ${md(headline)}`,
    "",
    `**What it really was:** ${sentence === "" ? "(one sentence, please)" : md(sentence)}`,
    "",
    "## What was answered",
    "",
    ...answerLines({ answers, prepared }),
    ...foundLines({ findings, prepared }),
    ...tried,
    "",
    "## What Lastbyte said",
    "",
    ...causes,
    ...(of && of.for.length > 0
      ? ["", "It put the first one first because:", "", ...of.for.map(({ says }) => `- ${mdSays(says)}`)]
      : []),
    "",
    `Knowledge ${mdCode(revision)}. The case: ${mdCode(`/#${fragment}`)}`,
    "",
  ].join("\n");
}
