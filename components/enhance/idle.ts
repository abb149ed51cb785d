/** What may wait until nobody waits, and what a browser that counts each byte is spared. */

/** Long enough for the first answer on a slow page. */
const IDLE_MS = 10_000;

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
  type?: string;
}

const connection = (): Connection => (navigator as { connection?: Connection }).connection ?? {};

/** Does the browser say that each byte counts? Then things are fetched on demand only. */
export function isThrifty(): boolean {
  const { saveData, effectiveType } = connection();
  return saveData === true || effectiveType?.endsWith("2g") === true;
}

/** Is the line metered or slow, as far as the browser tells? Then what nobody needs now is fetched on demand only. */
export function isMetered(): boolean {
  const { effectiveType, type } = connection();
  return isThrifty() || effectiveType === "3g" || type === "cellular";
}

/** Do it once nothing else is to be done, or has waited for too long. */
function onceIdle(then: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(then, { timeout: IDLE_MS });
  else setTimeout(then, IDLE_MS / 5);
}

/** Do it once the page has loaded and nothing else is to be done. */
export function whenIdle(page: Document, then: () => void): void {
  if (page.readyState === "complete") onceIdle(then);
  else addEventListener("load", () => onceIdle(then), { once: true });
}

/** Wait until somebody looks at the page, and it has nothing else to do. */
export async function whenFree(page: Document): Promise<void> {
  while (page.visibilityState !== "visible")
    await new Promise((resolve) => {
      page.addEventListener("visibilitychange", resolve, { once: true });
    });
  await new Promise<void>((resolve) => onceIdle(resolve));
}
