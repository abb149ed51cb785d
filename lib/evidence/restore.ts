/** Findings that were kept, made again from the rules by their ids: links, reloads and reports stand on the same verdict. */
import type { Answers } from "../model/answers";
import type { Finding } from "../model/finding";
import type { Found } from "../model/found";
import { AFTER, SILENCE } from "../model/ids";
import type { Readings } from "../model/reading";
import { findingOf } from "./finding";
import { ordered, ordersOf } from "./order";
import { READS_LIKE } from "../model/finding";
import { keptLikeness } from "./resemblance";
import { settingFinding } from "./settings";

type Restore = (found: Found) => Finding | null;

/** Times that a text gave beside its rule. */
const timesOf = ({ after, silence }: Found): Answers => ({
  ...(after === undefined ? {} : { [AFTER]: [after] }),
  ...(silence === undefined ? {} : { [SILENCE]: [silence] }),
});

/** How each rule makes its finding again, by its id. */
function restorers({ signs, formats, languages, alike, limits }: Readings): Map<string, Restore> {
  const rows = new Map(limits.map((limit) => [limit.id, limit]));
  const plain = [...signs, ...languages.flatMap(({ rules }) => rules)];
  return new Map<string, Restore>([
    ...Object.entries(alike).map(([cause, own]): [string, Restore] => [
      `${READS_LIKE}${cause}`,
      ({ value }) => keptLikeness(cause, value, own),
    ]),
    ...formats.map(({ id, implies }): [string, Restore] => [
      id,
      () => findingOf({ id, speaks: [] }, null, implies),
    ]),
    ...plain.map((rule): [string, Restore] => [
      rule.id,
      (found) => findingOf(rule, null, { ...rule.implies, ...timesOf(found) }),
    ]),
    ...formats.flatMap(({ rules }) =>
      rules.map((rule): [string, Restore] => [
        rule.id,
        ({ value }) => settingFinding(rule, rows.get(rule.limit ?? ""), value, null),
      ]),
    ),
  ]);
}

/**
 * Make kept findings again, in their order. A rule that is not known, or no longer says anything, gives null.
 * @param readings rules, as content/readings/ has them
 */
export function restored(found: readonly Found[], readings: Readings): (Finding | null)[] {
  const known = restorers(readings);
  const orders = ordersOf(readings);
  return found.map((one) => {
    const finding = known.get(one.rule)?.(one);
    return finding ? ordered(finding, orders) : null;
  });
}
