/** Lets the copy for offline use come: a few files at a time, while somebody looks at the page and it has nothing else to do. */
import type { Report, Wish } from "@/lib/offline/version";
import { isMetered, isThrifty, whenFree } from "./idle";

/** Tell the worker what is wished. @returns how things stand, or null when the browser's storage fails */
export async function say(wish: Wish): Promise<Report | null> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data as Report | null);
    };
    active?.postMessage(wish, [port2]);
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Does the line keep the next part from coming by itself? */
export const isSpared = (report: Report): boolean => (report.first ? isMetered() : isThrifty());

/** Only the last call goes on: somebody may ask for all while a first call waits for an idle moment. */
let turn = 0;

/**
 * Let files come until all are here, or something is in the way.
 * @param wish "all" when somebody asked for everything at once
 * @param tell hears how things stand after each step
 */
export async function keepCopying(
  page: Document,
  wish: "report" | "all",
  tell: (report: Report | null) => void,
): Promise<void> {
  const own = (turn += 1);
  let report = await say(wish);
  while (own === turn) {
    tell(report);
    if (!report || report.wait === null || (!report.asked && isSpared(report))) return;
    await pause(report.wait);
    if (!report.asked) await whenFree(page);
    if (own === turn) report = await say("more");
  }
}
