/** What documents can do beyond being read. Plain modules: the same in both kinds of page, started once. */
import { startAhead } from "./ahead";
import { startCopy } from "./copy";
import { whenIdle } from "./idle";
import { startInstall } from "./install";
import { startSearch } from "./search";
import { startMore } from "./more";
import { startPrint } from "./print";
import { startCopyAs } from "./copy-as";

export function enhance(page: Document): void {
  if (page.documentElement.dataset["js"] !== undefined) return;
  page.documentElement.dataset["js"] = "";
  startCopy(page);
  startSearch(page);
  startInstall(page);
  startPrint(page);
  startCopyAs(page);
  startAhead(page);
  startMore(page);
  // Use without network must disturb no page: without this script it is as it was.
  if (process.env.NODE_ENV === "production")
    whenIdle(page, () => {
      import("./offline")
        .then(({ startOffline }) => {
          startOffline(page);
        })
        .catch(() => undefined);
    });
  const limits = page.querySelector<HTMLFormElement>("form[data-limits]");
  if (limits)
    void import("./limits").then(({ startLimits }) => {
      startLimits(page, limits);
    });
  const builder = page.querySelector<HTMLFormElement>("form[data-builder]");
  if (builder) void import("./builder").then(({ startBuilder }) => startBuilder(builder));
}
