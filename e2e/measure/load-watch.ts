/** What runs in a page whose load is timed: when it was painted, and from keys and presses to what they bring. */
import type { AfterPaint } from "./browser";

interface LoadWatch {
  /** From the start of the navigation. */
  firstPaint: () => Promise<number>;
  /** From the press on the page before to the frame that shows this page's heading. */
  sincePress: () => Promise<number>;
  /** From the key that opened the box to the first frame with a hit. */
  firstHit: () => Promise<number>;
  /** From the last key to the frame of the last change of the hits, once nothing has changed for so long. */
  finalHits: (quiet: number) => Promise<number>;
}
declare global {
  interface Window {
    load: LoadWatch;
  }
}

/** Runs in the page. */
export function installLoadWatch(afterPaint: AfterPaint): void {
  const PRESSED = "lastbyte-pressed";
  let opened = 0;
  let lastKey = 0;
  /** When the hits were painted after they had changed. */
  const painted: number[] = [];
  addEventListener(
    "pointerdown",
    ({ timeStamp }) => {
      sessionStorage.setItem(PRESSED, String(performance.timeOrigin + timeStamp));
    },
    { capture: true },
  );
  addEventListener(
    "keydown",
    ({ key, timeStamp }) => {
      if (key === "k" && opened === 0) opened = timeStamp;
    },
    { capture: true },
  );
  addEventListener("input", ({ timeStamp }) => (lastKey = timeStamp), { capture: true });

  const heading = new Promise<number>((resolve) => {
    const look = () => {
      if ((document.querySelector("h1")?.getBoundingClientRect().height ?? 0) > 0) afterPaint(resolve);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  new MutationObserver((changes) => {
    const isHits = changes.some(({ target }) => target instanceof Element && target.id === "seek-hits");
    if (isHits && document.querySelector("#seek-hits > *"))
      afterPaint((now) => {
        painted.push(now);
      });
  }).observe(document, { subtree: true, childList: true });

  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  window.load = {
    firstPaint: async () => {
      const first = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      await until(() => first() !== undefined);
      return first() ?? NaN;
    },
    sincePress: async () =>
      performance.timeOrigin + (await heading) - Number(sessionStorage.getItem(PRESSED)),
    firstHit: async () => {
      await until(() => painted.length > 0);
      return (painted[0] ?? NaN) - opened;
    },
    finalHits: async (quiet) => {
      const last = () => painted.at(-1) ?? 0;
      await until(() => last() > lastKey && performance.now() - last() > quiet);
      return last() - lastKey;
    },
  };
}
