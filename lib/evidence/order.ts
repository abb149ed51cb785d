/** Where each rule stands among all, so that what counts does not hang on which text was given first. */
import type { Finding } from "../model/finding";
import { AFTER, SILENCE } from "../model/ids";
import type { ReadingRule, Readings } from "../model/reading";

/** What is said comes first, as it is about what happened; then lines, then files. What a hint answers counts where nothing else answers it. */
export function ordersOf({
  signs,
  formats,
  languages,
}: Pick<Readings, "signs" | "formats" | "languages">): Map<string, number> {
  const isSaid = ({ in: place }: Readings["signs"][number]) => place === "prose";
  const all: Pick<ReadingRule, "id" | "hint">[] = [
    ...signs.filter(isSaid),
    ...signs.filter((sign) => !isSaid(sign)),
    ...[...formats, ...languages].flatMap(({ id, rules }) => [{ id }, ...rules]),
  ];
  const hints = all.filter(({ hint }) => hint === true);
  return new Map([...all.filter(({ hint }) => hint !== true), ...hints].map(({ id }, at) => [id, at]));
}

/** More seconds no limit has; what is no number stands behind them. */
const MOST = 1e9;

/** What tells two findings of one rule apart, from 0 to 1: the one with less time comes first. */
function within({ value, implies }: Finding): number {
  const number = Number(value ?? implies[AFTER]?.[0] ?? implies[SILENCE]?.[0] ?? 0);
  return Number.isFinite(number) ? Math.min(number / MOST, 0.5) : 0.9;
}

/** A finding that knows where its rule stands; resemblance has no rule, and answers nothing. */
export function ordered(finding: Finding, orders: ReadonlyMap<string, number>): Finding {
  const order = orders.get(finding.rule);
  return order === undefined ? finding : { ...finding, order: order + within(finding) };
}
