/**
 * The site without network, at /sw.js below its base. One version is one cache, which fills while pages are open; a page gets everything
 * from the version it was loaded with; a newer version is used when the user says so.
 */
import type { Report, Version, Wish } from "@/lib/offline/version";
import { at } from "../base/at";
import { answer, inTime } from "./answer";
import { Copy } from "./copy";
import { Notebook } from "./notes";
import type { Asked, Told, WorkerScope } from "./scope";
import { PREFIX } from "./store";

declare const LASTBYTE: Version;
const worker = self as unknown as WorkerScope;
const notebook = new Notebook(LASTBYTE, worker);
const copy = new Copy(LASTBYTE, notebook, worker);

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/** On a developer's own machine another program may answer at this address the next day: then the worker leaves. */
async function isReplaced(): Promise<boolean> {
  if (!LOOPBACK.test(location.hostname)) return false;
  try {
    const { ok, status, headers } = await fetch(at("/sw.js"), {
      method: "HEAD",
      cache: "no-store",
      signal: AbortSignal.timeout(1_000),
    });
    return status === 404 || (ok && headers.get("content-type")?.includes("javascript") !== true);
  } catch {
    return false;
  }
}

async function leave(): Promise<void> {
  await worker.registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
}

async function attend(event: Asked, replaced: Promise<boolean>): Promise<void> {
  if (await replaced) await leave();
  else if (event.request.mode === "navigate") await notebook.tidy();
}

/** Do what a page wishes. @returns how things stand then; null when the storage fails, or does not answer a mere question */
async function grant(wish: Wish, client: string): Promise<Report | null> {
  if (wish === "report") return inTime(copy.report(client));
  if (wish === "take") await notebook.takeNewest();
  if (wish === "all") await notebook.note({ asked: true, failure: null });
  return copy.report(client, wish === "take" ? undefined : await copy.more());
}

async function hear({ data, source, ports: [port] }: Told): Promise<void> {
  port?.postMessage(await grant(data as Wish, source?.id ?? "").catch(() => null));
}

// The worker's code is changed at once; which version pages get is said by the notes, and changed by the user.
worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) =>
  event.waitUntil(notebook.note().then(() => (notebook.first ? worker.clients.claim() : undefined))),
);
worker.addEventListener("message", (event) => event.waitUntil(hear(event)));
worker.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(worker.registration.scope)) return;
  const replaced = event.request.mode === "navigate" ? isReplaced() : Promise.resolve(false);
  const response = answer(event, { notebook, hashed: LASTBYTE.hashed, replaced });
  event.respondWith(response);
  event.waitUntil(copy.giveWay(response));
  event.waitUntil(attend(event, replaced).catch(() => undefined));
});
