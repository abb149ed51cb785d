/**
 * The page about offline use: what this browser has, and the one thing to do about it. On all other pages
 * it finds nothing to do.
 */
import type { Report, Trouble } from "@/lib/offline/version";

export type Standing = "kept" | "coming" | "thrifty" | "forbidden" | Trouble;
interface Means {
  keepCopy: () => Promise<Standing>;
  look: () => Promise<Report | null>;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const WORDS: Readonly<Record<Standing, (needed: string) => string>> = {
  kept: () => "",
  coming: () => "A copy is on its way. You can read on.",
  thrifty: (needed) => `Your browser saves data, so it has no copy yet. A copy is ${needed} unpacked.`,
  forbidden: () =>
    "This browser keeps no copy here: private windows, some settings and addresses without https forbid it. Take the zip.",
  "no-room": (needed) =>
    `This browser has no room for the copy, which needs ${needed}. Free some space, then try again.`,
  "not-whole": () => "The copy did not come whole, so it was not kept. Try again when the network is steady.",
};

/** What this browser has, then what is in the way of more. */
function sentenceOf(standing: Standing, needed: number, report: Report | null): string {
  const has = report
    ? `This browser has the whole site: ${report.files} files, ${megabytes(report.bytes)}, version ${report.uses.replace(/^.*-/, "")}. It works without network.`
    : "";
  const words = WORDS[standing](megabytes(needed));
  return report && words !== "" ? `${has} For a newer version: ${words}` : has + words;
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
export function startOfflinePage(page: Document, means?: Means): (standing: Standing) => void {
  const place = page.querySelector<HTMLElement>("[data-offline-state]");
  const button = page.querySelector<HTMLButtonElement>("[data-offline-keep]");
  if (!place || !button) return () => undefined;
  const needed = Number(place.dataset["bytes"]);
  const show = (standing: Standing) => {
    button.hidden = !means || !["thrifty", "no-room", "not-whole"].includes(standing);
    button.textContent = standing === "thrifty" ? "Keep a copy now" : "Try again";
    const asked =
      standing === "kept" || standing === "no-room" || standing === "not-whole" ? means?.look() : null;
    void Promise.resolve(asked).then((report) => {
      place.textContent = sentenceOf(standing, needed, report ?? null);
    });
  };
  button.onclick = () => {
    show("coming");
    means?.keepCopy().then(show, () => show("not-whole"));
  };
  void showSum(page);
  return show;
}
