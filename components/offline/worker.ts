/**
 * The site without network, at /sw.js. One version is one cache; a page gets everything from the version it
 * was loaded with; a newer version waits in a cache of its own until the user takes it.
 */
import type { Report, Trouble, Version } from "@/lib/offline/version";
import { keep } from "./keep";
import { Notebook, PREFIX } from "./notes";
import type { Asked, Told, WorkerScope } from "./scope";

declare const LASTBYTE: Version;
const worker = self as unknown as WorkerScope;
const notebook = new Notebook(LASTBYTE, worker);

const MISSING = "/404.html";
const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;
const isHashed = (path: string): boolean => LASTBYTE.hashed.some((folder) => path.startsWith(`/${folder}/`));

/**
 * On a developer's own machine another program may answer at this address the next day: then the worker
 * leaves.
 */
async function isReplaced(): Promise<boolean> {
  if (!LOOPBACK.test(location.hostname)) return false;
  try {
    const { ok, status, headers } = await fetch("/sw.js", {
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

/** The kept file of an address, whatever its query, with or without `index.html`. */
async function kept(version: string, address: URL): Promise<Response | undefined> {
  const plain = new URL(address);
  plain.pathname = plain.pathname.replace(/\/index\.html$/, "/");
  return (
    (await caches.match(plain, { ignoreSearch: true, cacheName: version })) ??
    (isHashed(plain.pathname) ? caches.match(plain, { ignoreSearch: true }) : undefined)
  );
}

/**
 * What the network says of an address that no version has; without network, the site's own page for such
 * addresses.
 */
async function elsewhere(request: Request, version: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const page =
      request.mode === "navigate" ? await caches.match(MISSING, { cacheName: version }) : undefined;
    return page
      ? new Response(page.body, { status: 404, statusText: "Not Found", headers: page.headers })
      : Response.error();
  }
}

async function answer({ request, clientId }: Asked): Promise<Response> {
  const address = new URL(request.url);
  const opens = request.mode === "navigate";
  if (opens && (await isReplaced())) {
    await leave();
    return fetch(request);
  }
  const version = opens ? (await notebook.read()).active : await notebook.versionOf(clientId);
  const found = await kept(version, address);
  if (found) return found;
  const closed = new URL(address);
  closed.pathname += "/";
  if (opens && (await kept(version, closed))) return Response.redirect(closed.href, 308);
  return elsewhere(request, version);
}

async function hear({ data, source, ports: [port] }: Told): Promise<void> {
  if (data === "take") await notebook.takeNewest();
  const report: Report = {
    uses: await notebook.versionOf(source?.id ?? ""),
    newest: LASTBYTE.name,
    files: Object.keys(LASTBYTE.files).length,
    bytes: LASTBYTE.bytes,
  };
  port?.postMessage(report);
}

/** Fill the cache, and tell open pages why it could not be done. */
async function install(): Promise<void> {
  try {
    await keep(LASTBYTE);
  } catch (error) {
    const trouble: Trouble =
      error instanceof Error && error.name === "QuotaExceededError" ? "no-room" : "not-whole";
    for (const client of await worker.clients.matchAll({ type: "all", includeUncontrolled: true }))
      client.postMessage(trouble);
    throw error;
  }
  await worker.skipWaiting();
}

// The worker's code is changed at once; which version pages get is said by the notes, and changed by the
// user.
worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) =>
  event.waitUntil(notebook.write().then(() => (notebook.first ? worker.clients.claim() : undefined))),
);
worker.addEventListener("message", (event) => event.waitUntil(hear(event)));
worker.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith(answer(event));
  if (event.request.mode === "navigate") event.waitUntil(notebook.tidy());
});
