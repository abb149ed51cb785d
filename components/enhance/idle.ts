/** What may wait until nobody waits, and what a browser that counts each byte is spared. */

/** Long enough for the first answer on a slow page. */
const IDLE_MS = 10_000;

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Does the browser say that each byte counts? Then things are fetched on demand only. */
export function isThrifty(): boolean {
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData === true || connection?.effectiveType?.endsWith("2g") === true;
}

/** Do it once the page has loaded and nothing else is to be done. */
export function whenIdle(page: Document, then: () => void): void {
  const idle = () => {
    if ("requestIdleCallback" in window) requestIdleCallback(then, { timeout: IDLE_MS });
    else setTimeout(then, IDLE_MS / 5);
  };
  if (page.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
