/** What documents can do beyond being read. Plain modules: the same in both kinds of page, started once. */
import { startCopy } from "./copy";
import { startLimits } from "./limits";
import { startSearch } from "./search";
import { startOffline } from "./offline";
import { startPrint } from "./print";
import { startShare } from "./share";

export function enhance(page: Document): void {
  if (page.documentElement.dataset["js"] !== undefined) return;
  page.documentElement.dataset["js"] = "";
  startCopy(page);
  startLimits(page);
  startSearch(page);
  startOffline(page);
  startPrint(page);
  startShare(page);
  const builder = page.querySelector<HTMLFormElement>("form[data-builder]");
  if (builder) void import("./builder").then(({ startBuilder }) => startBuilder(builder));
}
