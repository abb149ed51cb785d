/** A case and its verdict in words: the same on the page, in a link's preview, in the report and on the command line. */
import type { Question } from "../content/schema";
import type { Judgement } from "./diagnose";
import { UNKNOWN } from "./evidence";
import { fill } from "./remedies";
import type { Index } from "./rank";
import type { Answers, Knowledge, Ranked } from "./types";

export const DONT_KNOW = "Don’t know";

/** What the words of answers stand in. */
type Named = Pick<Knowledge, "products" | "symptoms">;

const isDimension = (id: string, knowledge: Named): id is keyof Knowledge["products"] =>
  Object.hasOwn(knowledge.products, id);

/** The words for one value of a question; a value that the question does not know stands for itself. */
function valueWords(question: Question, value: string, knowledge: Named): string {
  if (value === UNKNOWN) return DONT_KNOW;
  if (question.kind === "seconds") return `${value} s`;
  if (isDimension(question.id, knowledge))
    return knowledge.products[question.id].find(({ id }) => id === value)?.name ?? value;
  const options = question.id === "symptom" ? knowledge.symptoms : question.options;
  return options.find(({ id }) => id === value)?.label ?? value;
}

/** An answer in words. */
export function answerWords(question: Question, values: readonly string[], knowledge: Named): string {
  return values.map((value) => valueWords(question, value, knowledge)).join(", then ");
}

/** A share as people say it: what is little is not nothing. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(share * 100)} %`;

/** The product on which a cause is suspected, or the layer's name. */
export function suspectName(
  verdict: Pick<Judgement, "path">,
  cause: Ranked | undefined,
  index: Index,
): string {
  const stop = verdict.path.find((candidate) => candidate.state === "suspect");
  return stop?.named
    ? stop.name
    : `The ${(index.knowledge.layers.find((layer) => layer.id === cause?.layer)?.name ?? "layer").toLowerCase()}`;
}

/** The verdict as one sentence: for the headline, the status line and the report. */
export function headlineOf(
  verdict: Pick<Judgement, "path" | "causes" | "status">,
  answers: Answers,
  index: Index,
): string {
  const top = verdict.causes[0];
  if (verdict.status === "empty" || !top) return "";
  if (verdict.status === "unsure") return "Not enough to tell yet";
  return fill(top.headline, answers, suspectName(verdict, top, index));
}
