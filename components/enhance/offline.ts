/**
 * The site without network: keeps a copy once nobody waits, and says when a newer version is here. Taken
 * only when the user says so.
 */
import type { Report, Trouble } from "@/lib/offline/version";
import { isThrifty } from "./idle";
import type { Standing } from "./offline-page";

/** A page that stays open for hours asks again when it is looked at. */
const ASK_AGAIN_MS = 3_600_000;

/** The reason may come a moment after the end. */
const TELL_MS = 200;

/** Ask the worker how things stand, or tell it to take the newest version. */
function say(worker: ServiceWorker, what: "report" | "take"): Promise<Report> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data as Report);
    };
    worker.postMessage(what, [port2]);
  });
}

/** What a worker says when it has to give up. */
const onTrouble = (then: (trouble: Trouble) => void): void =>
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    then(data as Trouble);
  });

/** Start the worker, and wait until it has everything or has given up. */
async function keepCopy(): Promise<Standing> {
  let trouble: Trouble = "not-whole";
  onTrouble((told) => {
    trouble = told;
  });
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) return trouble;
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === "activated") resolve("kept");
      else if (worker.state === "redundant")
        setTimeout(() => {
          resolve(trouble);
        }, TELL_MS);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Fields whose text no link and no storage keeps. */
const isTyped = (page: Document): boolean =>
  [
    ...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "main textarea, main input:not([type=checkbox], [type=radio], [type=hidden])",
    ),
  ].some(({ value }) => value !== "");

function announce(page: Document, worker: ServiceWorker): void {
  const host = page.querySelector<HTMLElement>("[data-site-says]");
  if (!host || host.hasChildNodes()) return;
  const words = page.createElement("p");
  words.textContent = "A new version is here. Your answers are kept.";
  const button = (label: string, className: string, then: () => void) => {
    const made = page.createElement("button");
    Object.assign(made, { type: "button", className, textContent: label });
    made.addEventListener("click", then);
    return made;
  };
  let warned = false;
  const use = button("Use it", "btn solid", () => {
    if (isTyped(page) && !warned) {
      warned = true;
      words.textContent =
        "Text in the fields of this page does not stay. Copy what you need of it, then use the new version.";
      return;
    }
    void say(worker, "take").then(() => {
      location.reload();
    });
  });
  host.append(
    words,
    use,
    button("Not now", "link", () => {
      host.replaceChildren();
      delete page.documentElement.dataset["says"];
    }),
  );
  // What takes the focus must not come to lie under it.
  page.documentElement.dataset["says"] = "";
}

async function look(page: Document): Promise<Report | null> {
  const worker =
    navigator.serviceWorker.controller ?? (await navigator.serviceWorker.getRegistration())?.active;
  if (!worker) return null;
  const report = await say(worker, "report");
  if (navigator.serviceWorker.controller && report.uses !== report.newest) announce(page, worker);
  return report;
}

/** The page about offline use says how things stand; its part is loaded there only. */
async function teller(page: Document): Promise<(standing: Standing) => void> {
  if (!page.querySelector("[data-offline-state]")) return () => undefined;
  const part = await import("./offline-page").catch(() => null);
  if (!part) return () => undefined;
  return part.startOfflinePage(
    page,
    "serviceWorker" in navigator ? { keepCopy, look: () => look(page) } : undefined,
  );
}

async function begin(page: Document, tell: (standing: Standing) => void): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  let asked = Date.now();
  navigator.serviceWorker.addEventListener("controllerchange", () => void look(page));
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState !== "visible" || Date.now() - asked < ASK_AGAIN_MS) return;
    asked = Date.now();
    known?.update().catch(() => undefined);
  });
  await look(page);
  if (known?.active) {
    onTrouble(tell);
    tell("kept");
  } else if (isThrifty()) {
    tell("thrifty");
  } else {
    tell("coming");
    tell(await keepCopy());
  }
}

/**
 * Nothing here may disturb a page: what a browser forbids (private windows, settings, no room) leaves the
 * site as it is.
 */
export function startOffline(page: Document): void {
  void teller(page).then((tell) =>
    ("serviceWorker" in navigator ? begin(page, tell) : Promise.reject(new Error("no workers"))).catch(() => {
      tell("forbidden");
    }),
  );
}
