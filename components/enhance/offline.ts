/** The site without network: lets a copy come once nobody waits, and says when a newer version is here. Used only when the user says so. */
import { at, siteHere } from "../base/at";
import type { Report } from "@/lib/offline/version";
import { isThrifty } from "./idle";
import { isSpared, keepCopying, say } from "./offline-copy";
import type { Standing } from "@/lib/offline/words";

/** A page that stays open for hours asks again when it is looked at. */
const ASK_AGAIN_MS = 3_600_000;

/** Fields whose text no link and no storage keeps. */
const isTyped = (page: Document): boolean =>
  [
    ...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      "main textarea, main input:not([type=checkbox], [type=radio], [type=hidden])",
    ),
  ].some(({ value }) => value !== "");

function announce(page: Document): void {
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
    void say("take").then(() => {
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

type Tell = (standing: Standing) => void;

/** Let the copy come, or all of it at once, and say how it goes. */
function proceed(page: Document, tell: Tell, wish: "report" | "all"): Promise<void> {
  return keepCopying(page, wish, (report: Report | null) => {
    if (report === null) {
      tell("no-storage");
      return;
    }
    if (navigator.serviceWorker.controller && report.uses !== report.newest && report.first) announce(page);
    tell({ report, spared: isSpared(report) });
  });
}

/** Our worker, where there is one: a page below a path of its host may be under the worker of another program. */
async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  const known = await navigator.serviceWorker.getRegistration();
  return known?.scope === `${siteHere()}/` ? known : undefined;
}

const register = () => navigator.serviceWorker.register(at("/sw.js"), { updateViaCache: "none" });

/** The page about offline use says how things stand; its part is loaded there only. */
async function teller(page: Document): Promise<Tell> {
  if (!page.querySelector("[data-offline-state]")) return () => undefined;
  const part = await import("./offline-page").catch(() => null);
  if (!part) return () => undefined;
  if (!("serviceWorker" in navigator)) return part.startOfflinePage(page);
  const tell: Tell = part.startOfflinePage(page, () => {
    register()
      .then(() => proceed(page, tell, "all"))
      .catch(() => {
        tell("forbidden");
      });
  });
  return tell;
}

async function begin(page: Document, tell: Tell): Promise<void> {
  const known = await registered();
  if (!known && isThrifty()) {
    tell("thrifty");
    return;
  }
  const registration = known ?? (await register());
  let asked = Date.now();
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState !== "visible" || Date.now() - asked < ASK_AGAIN_MS) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
  // Another worker has another version to keep.
  navigator.serviceWorker.addEventListener("controllerchange", () => void proceed(page, tell, "report"));
  await proceed(page, tell, "report");
}

/** Nothing here may disturb a page: what a browser forbids (private windows, settings, no room) leaves the site as it is. */
export function startOffline(page: Document): void {
  void teller(page).then((tell) =>
    ("serviceWorker" in navigator ? begin(page, tell) : Promise.reject(new Error("no workers"))).catch(() => {
      tell("forbidden");
    }),
  );
}
