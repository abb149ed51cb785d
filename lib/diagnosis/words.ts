/** A case and its verdict in words: the same on the page, in a link's preview, in the report and on the command line. */
import { settingKey, type Answers } from "../model/answers";
import { byHand } from "../model/finding";
import { hopName, numbered, productOf } from "../model/hop";
import { UNKNOWN } from "../model/ids";
import type { Question } from "../model/knowledge";
import { valuesOf, type Asked } from "../model/questions";
import type { Ranked } from "../model/verdict";
import type { Judgement } from "./judge";
import type { Prepared } from "./prepared";
import { fill } from "../text/fill";
import { situationOf } from "./situation";
import { isSure } from "./sure";

export const DONT_KNOW = "Don’t know";

/** What the words of answers stand in. */
type Named = Pick<Asked, "products" | "symptoms">;

/** The words for one value of a question; a value that the question does not know stands for itself. */
function valueWords(question: Question, value: string, asked: Named): string {
  if (value === UNKNOWN) return DONT_KNOW;
  const values = valuesOf(question, asked);
  if (values === null) return `${value} s`;
  const label = values.find(({ id }) => id === productOf(value))?.label;
  return label === undefined ? value : numbered(label, value);
}

/** An answer in words. */
export function answerWords(question: Question, values: readonly string[], asked: Named): string {
  return values.map((value) => valueWords(question, value, asked)).join(", then ");
}

/** A known setting in words. */
export interface SettingSaid {
  key: string;
  /** The name of the hop. */
  hop: string;
  setting: string;
  value: string;
}

/** The settings of the hops on the path that are known, in the order of the path. */
export function settingsSaid(answers: Answers, prepared: Prepared): SettingSaid[] {
  return situationOf(byHand(answers), prepared).path.flatMap((hop) =>
    prepared.knowledge.limits.flatMap(({ id, setting }) => {
      const value = hop.settings[id];
      if (value === undefined) return [];
      const said = typeof value === "number" ? `${value} s` : value;
      return [{ key: settingKey({ hop: hop.key, limit: id }), hop: hopName(hop), setting, value: said }];
    }),
  );
}

/** A share as people say it: what is little is not nothing. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(share * 100)} %`;

/** The product on which a cause is suspected, or the layer's name. */
export function suspectName(
  verdict: Pick<Judgement, "path">,
  cause: Ranked | undefined,
  { knowledge }: Prepared,
): string {
  const stop = verdict.path.find((candidate) => candidate.state === "suspect");
  return stop?.named
    ? stop.name
    : `The ${(knowledge.layers.find(({ id }) => id === cause?.layer)?.name ?? "layer").toLowerCase()}`;
}

/** The verdict as one sentence: for the headline, the status line and the report. */
export function headlineOf(
  verdict: Pick<Judgement, "path" | "causes" | "status">,
  answers: Answers,
  prepared: Prepared,
): string {
  const top = verdict.causes[0];
  if (verdict.status === "empty" || !top) return "";
  if (verdict.status === "unsure") return "Not enough to tell yet";
  const said = fill(top.headline, answers, suspectName(verdict, top, prepared));
  return isSure(verdict) ? said : `Likeliest so far: ${said}`;
}
