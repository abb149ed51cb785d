/** What documents can do beyond being read. Plain modules: the same in both kinds of page, started once. */
import { startCopy } from "./copy";
import { startLimits } from "./limits";

export function enhance(page: Document): void {
  if (page.documentElement.dataset["js"] !== undefined) return;
  page.documentElement.dataset["js"] = "";
  startCopy(page);
  startLimits(page);
}
