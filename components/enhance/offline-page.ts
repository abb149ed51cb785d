/** The page about offline use: what this browser has, and the one thing to do about it. On all other pages it finds nothing to do. */
import type { Report } from "@/lib/offline/version";

export type Outcome = "kept" | "failed";
type Standing = Outcome | "coming" | "thrifty" | "forbidden";
interface Means { keepCopy: () => Promise<Outcome>; look: () => Promise<Report | null> }
interface InstallPrompt extends Event { prompt: () => Promise<unknown> }

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Why a copy could not be kept, as far as the browser tells. */
async function reasonOf(needed: number): Promise<string> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return quota - usage < needed
    ? `This browser leaves the site ${megabytes(Math.max(0, quota - usage))}, and the copy needs ${megabytes(needed)}. Free some space, then try again.`
    : "The copy did not come whole, so none is kept. Try again when the network is steady.";
}

async function sentenceOf(standing: Standing, needed: number, means: Means | undefined): Promise<string> {
  if (standing === "coming") return "A copy is on its way. You can read on.";
  if (standing === "thrifty") return `Your browser saves data, so it has no copy yet. A copy is ${megabytes(needed)} unpacked.`;
  if (standing === "forbidden") return "This browser keeps no copy here: private windows, some settings and addresses without https forbid it. Take the zip.";
  const report = standing === "kept" ? await means?.look() : null;
  return report ? `This browser has the whole site: ${report.files} files, ${megabytes(report.bytes)}, version ${report.uses.replace(/^.*-/, "")}. It works without network.` : reasonOf(needed);
}

/** The browser's own way to install, where it offers one; elsewhere the words on the page say where to look. */
export function offerInstall(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>("[data-offline-install]");
  if (!button) return;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => { void (event as InstallPrompt).prompt().then(() => { button.hidden = true; }); };
  });
}

/** The checksum stands beside the zip, as the zip holds this very page. */
async function showSum(page: Document): Promise<void> {
  const place = page.querySelector<HTMLElement>("[data-offline-sum]");
  if (!place) return;
  const response = await fetch("/lastbyte-site.zip.sha256").catch(() => null);
  const sum = response?.ok ? /^[0-9a-f]{64}/.exec(await response.text())?.[0] : undefined;
  if (sum !== undefined) place.textContent = sum;
}

/**
 * @param means how to keep a copy and how to ask for it; none where the browser has no workers
 * @returns how to say that things stand otherwise now
 */
export function startOfflinePage(page: Document, means?: Means): { show: (standing: Standing) => void } {
  const place = page.querySelector<HTMLElement>("[data-offline-state]");
  const button = page.querySelector<HTMLButtonElement>("[data-offline-keep]");
  if (!place || !button) return { show: () => undefined };
  const needed = Number(place.dataset["bytes"]);
  const show = (standing: Standing) => {
    button.hidden = !means || standing === "kept" || standing === "coming" || standing === "forbidden";
    button.textContent = standing === "failed" ? "Try again" : "Keep a copy now";
    void sentenceOf(standing, needed, means).then((sentence) => { place.textContent = sentence; });
  };
  button.onclick = () => {
    show("coming");
    means?.keepCopy().then(show, () => show("failed"));
  };
  void showSum(page);
  return { show };
}
