/** The page about offline use: what this browser has, and the one thing to do about it. On all other pages it finds nothing to do. */
import { at } from "../base/at";
import type { Report } from "@/lib/offline/version";
import { isWhole, offerOf, standingWords, type Standing } from "@/lib/offline/words";

const moment = (time: number): string =>
  new Date(time).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** The checksum stands beside the zip, as the zip holds this very page. */
async function showSum(page: Document): Promise<void> {
  const place = page.querySelector<HTMLElement>("[data-offline-sum]");
  if (!place) return;
  // A page that is left breaks the answer off, in its head or in its text.
  const text = await fetch(at("/lastbyte-site.zip.sha256"))
    .then((response) => (response.ok ? response.text() : ""))
    .catch(() => "");
  const sum = /^[0-9a-f]{64}/.exec(text)?.[0];
  if (sum !== undefined) place.textContent = sum;
}

/** Numbers change with each file, so they stand outside of what is read out. */
function showProgress(bar: HTMLElement, report: Report | null): void {
  bar.hidden = report === null || isWhole(report);
  if (report === null) return;
  const progress = bar.querySelector("progress");
  const label = bar.querySelector("span");
  if (progress) Object.assign(progress, { max: report.files, value: report.kept });
  if (label) label.textContent = `${report.kept} of ${report.files} files`;
}

/**
 * @param keepAll takes everything at once; none where the browser has no workers
 * @returns how to say that things stand otherwise now
 */
export function startOfflinePage(page: Document, keepAll?: () => void): (standing: Standing) => void {
  const place = page.querySelector<HTMLElement>("[data-offline-state]");
  const button = page.querySelector<HTMLButtonElement>("[data-offline-keep]");
  const bar = page.querySelector<HTMLElement>("[data-offline-bar]");
  if (!place || !button || !bar) return () => undefined;
  if (keepAll) button.onclick = keepAll;
  void showSum(page);
  return (standing) => {
    const offer = keepAll ? offerOf(standing) : null;
    // A button that goes away takes the focus with it.
    if (offer === null && page.activeElement === button) place.focus();
    button.hidden = offer === null;
    button.textContent = offer;
    showProgress(bar, typeof standing === "string" ? null : standing.report);
    const words = standingWords(standing, Number(place.dataset["bytes"]), moment);
    // It is read out when it changes, so it changes only to say something else.
    if (place.textContent !== words) place.textContent = words;
  };
}
