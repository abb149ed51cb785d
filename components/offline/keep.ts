/** A version comes into a cache of its own, whole or not at all. */
import type { Version } from "@/lib/offline/version";

/** Stands in a cache once nothing is missing in it. */
const WHOLE = "/.whole";
const LANES = 6;

export const isWhole = async (name: string): Promise<boolean> =>
  (await caches.match(WHOLE, { cacheName: name })) !== undefined;

async function digestOf(body: ArrayBuffer): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", body))));
}

/** What earlier versions have, by content: an update fetches only what has changed. */
async function heldAlready(own: string): Promise<Map<string, { cacheName: string; address: string }>> {
  const held = new Map<string, { cacheName: string; address: string }>();
  for (const cacheName of await caches.keys()) {
    if (cacheName === own || !(await isWhole(cacheName))) continue;
    const cache = await caches.open(cacheName);
    for (const { url } of await cache.keys()) {
      const body = await (await cache.match(url))?.arrayBuffer();
      if (body) held.set(await digestOf(body), { cacheName, address: url });
    }
  }
  return held;
}

/**
 * One file, checked against its hash: a file of another version, or one that was changed on the way, does
 * not come in.
 */
async function take(
  cache: Cache,
  address: string,
  digest: string,
  held: Awaited<ReturnType<typeof heldAlready>>,
): Promise<void> {
  const old = held.get(digest);
  const found =
    (old && (await caches.match(old.address, { cacheName: old.cacheName }))) ??
    (await fetch(address, { cache: "no-cache", priority: "low" }));
  const body = await found.arrayBuffer();
  if ((await digestOf(body)) !== digest) throw new Error(`${address} is not of this version`);
  const headers = new Headers(found.headers);
  // The body is unpacked by now, and the same for everyone.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  await cache.put(address, new Response(body, { headers }));
}

/** Bytes that may still be kept. WebKit on Linux and Safari before 17 do not say: there, writing shows it. */
async function room(): Promise<number> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  const { quota = Infinity, usage = 0 } = (await storage?.estimate?.()) ?? {};
  return quota - usage;
}

/**
 * Fill the cache of a version. A version that is whole already stays as it is.
 * @throws when a file is missing or wrong, or there is no room; nothing is left behind then
 */
export async function keep({ name, files, bytes }: Version): Promise<void> {
  if (await isWhole(name)) return;
  if ((await room()) < bytes) throw new DOMException(`no room for ${bytes} bytes`, "QuotaExceededError");
  const cache = await caches.open(name);
  const left = Object.entries(files);
  try {
    const held = await heldAlready(name);
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        for (let next = left.shift(); next; next = left.shift()) await take(cache, ...next, held);
      }),
    );
    await cache.put(WHOLE, new Response());
  } catch (error) {
    left.length = 0;
    await caches.delete(name);
    throw error;
  }
}
