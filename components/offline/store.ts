/** The caches of versions: what they hold, and how a file comes into one. */
import { cachePrefix } from "@/lib/offline/caches";
import { at, BASE } from "../base/at";

/** Beginning of the names of all our caches. */
export const PREFIX = cachePrefix(BASE);
/** The cache of what the worker notes. */
export const NOTES = `${PREFIX}notes`;
/** Stand in a cache once a part has come whole. */
export const FIRST = at("/.first");
export const WHOLE = at("/.whole");

/** How the fetching of a file ended. */
export type Taken = "kept" | "wrong" | "unreachable" | "stopped" | "no-room";

/** Names of the caches of versions, in the order in which they were made. */
export const versionsHere = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NOTES);

export const has = async (name: string, address: string): Promise<boolean> =>
  (await caches.match(address, { cacheName: name })) !== undefined;

export async function mark(name: string, address: string): Promise<void> {
  await (await caches.open(name)).put(address, new Response());
}

/** Addresses of all that a cache holds. It is asked each time: a browser, or its user, may have emptied it. */
export async function addressesIn(name: string): Promise<Set<string>> {
  if (!(await caches.has(name))) return new Set();
  return new Set((await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
}

async function digestOf(body: ArrayBuffer): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", body))));
}

/** Files of earlier versions by their digest: an update fetches only what has changed. */
export type Held = ReadonlyMap<string, { cacheName: string; address: string }>;

export async function heldBefore(own: string): Promise<Held> {
  const held = new Map<string, { cacheName: string; address: string }>();
  for (const cacheName of await versionsHere()) {
    if (cacheName === own) continue;
    const cache = await caches.open(cacheName);
    for (const { url } of await cache.keys()) {
      const body = await (await cache.match(url))?.arrayBuffer();
      if (body) held.set(await digestOf(body), { cacheName, address: url });
    }
  }
  return held;
}

/** Bytes that may still be kept. WebKit on Linux and Safari before 17 do not say: there, writing shows it. */
export async function room(): Promise<number> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  const { quota = Infinity, usage = 0 } = (await storage?.estimate?.()) ?? {};
  return quota - usage;
}

export interface Found {
  headers: Headers;
  body: ArrayBuffer;
}

/** A file from the network, whole; or why there is none. */
async function fetched(address: string, signal: AbortSignal): Promise<Found | Taken> {
  try {
    const response = await fetch(address, { cache: "no-cache", priority: "low", signal });
    return response.ok ? { headers: response.headers, body: await response.arrayBuffer() } : "wrong";
  } catch {
    return signal.aborted ? "stopped" : "unreachable";
  }
}

/** Files from a pack, by their address; none when it does not come as it should, and each is then fetched by itself. */
export async function unpacked(address: string, signal: AbortSignal): Promise<ReadonlyMap<string, Found>> {
  const pack = await fetched(address, signal);
  if (typeof pack === "string") return new Map();
  try {
    const texts = Object.entries(JSON.parse(new TextDecoder().decode(pack.body)) as Record<string, string>);
    const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
    return new Map(
      texts.map(([file, text]) => [file, { headers, body: new TextEncoder().encode(text).buffer }]),
    );
  } catch {
    return new Map();
  }
}

async function fromBefore(digest: string, held: Held): Promise<Found | null> {
  const place = held.get(digest);
  const response = place && (await caches.match(place.address, { cacheName: place.cacheName }));
  return response ? { headers: response.headers, body: await response.arrayBuffer() } : null;
}

/**
 * Take one file into the cache of its version. A file of another version, or one that was changed on the way, does not come in.
 * @param packed the file as a pack held it
 * @throws when the browser's storage fails, but for want of room
 */
export async function take(
  name: string,
  address: string,
  digest: string,
  held: Held,
  packed: Found | undefined,
  signal: AbortSignal,
): Promise<Taken> {
  const found = (await fromBefore(digest, held)) ?? packed ?? (await fetched(address, signal));
  if (typeof found === "string") return found;
  if ((await digestOf(found.body)) !== digest) return "wrong";
  const headers = new Headers(found.headers);
  // The body is unpacked by now, and the same for everyone.
  for (const header of ["content-encoding", "content-length", "vary"]) headers.delete(header);
  try {
    await (await caches.open(name)).put(address, new Response(found.body, { headers }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") return "no-room";
    throw error;
  }
  return "kept";
}
