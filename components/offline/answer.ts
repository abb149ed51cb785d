/** What the worker answers: from the copy where it is there, and from the network whatever goes wrong with the copy. */
import { at } from "../base/at";
import type { Notebook } from "./notes";
import type { Asked } from "./scope";
import { versionsHere } from "./store";

/** Storage that has not answered by then is left alone, and for a while it is not asked again. */
const STORAGE_MS = 3_000;
const REST_MS = 60_000;
const MISSING = at("/404.html");

export interface Means {
  notebook: Notebook;
  /** Folders whose file names change with their content. */
  hashed: readonly string[];
  /** Has another program taken this address? */
  replaced: Promise<boolean>;
}

/** The file in full: a body that cannot be read shows now, while there is still somebody else to ask. */
async function whole(response: Response, status = response.status): Promise<Response> {
  const { headers, statusText } = response;
  return new Response(await response.arrayBuffer(), {
    status,
    headers,
    statusText: status === 404 ? "Not Found" : statusText,
  });
}

/** The kept file of an address, whatever its query, with or without `index.html`. */
async function kept(
  version: string,
  address: URL,
  { hashed, notebook }: Means,
): Promise<Response | undefined> {
  const { pathname } = address;
  const plain = pathname.replace(/\/index\.html$/, "/");
  const own = (await notebook.isUsable(version))
    ? await caches.match(plain, { cacheName: version })
    : undefined;
  const isHashed = hashed.some((folder) => plain.startsWith(at(`/${folder}/`)));
  return own ?? (isHashed ? caches.match(plain) : undefined);
}

async function fromCopy({ request, clientId }: Asked, means: Means): Promise<Response | undefined> {
  const { notebook } = means;
  const address = new URL(request.url);
  const opens = request.mode === "navigate";
  const version = opens ? (await notebook.read()).active : await notebook.versionOf(clientId);
  const found = await kept(version, address, means);
  if (found) return (await means.replaced) ? undefined : whole(found);
  if (!opens || address.pathname.endsWith("/")) return undefined;
  const closed = new URL(address);
  closed.pathname += "/";
  return (await kept(version, closed, means)) ? Response.redirect(closed.href, 308) : undefined;
}

/** Without network: the file from any version, or for a page the one that says that it is not here. */
async function fromAnywhere(request: Request): Promise<Response> {
  const newestFirst = (await versionsHere()).reverse();
  const find = async (path: string) => {
    for (const cacheName of newestFirst) {
      const found = await caches.match(path.replace(/\/index\.html$/, "/"), { cacheName });
      if (found) return found;
    }
    return undefined;
  };
  const found = await find(new URL(request.url).pathname);
  if (found) return whole(found);
  const missing = request.mode === "navigate" ? await find(MISSING) : undefined;
  return missing ? whole(missing, 404) : Response.error();
}

/** An answer of the storage, or null when it takes too long. */
export const inTime = <Answer>(answer: Promise<Answer>): Promise<Answer | null> =>
  Promise.race([
    answer,
    new Promise<null>((resolve) => {
      setTimeout(resolve, STORAGE_MS, null);
    }),
  ]);

/** Until when the storage is not asked, in milliseconds since 1970. */
let restsUntil = 0;

/** What the copy has, if it says so in time. */
async function inTimeFromCopy(asked: Asked, means: Means): Promise<Response | undefined> {
  if (Date.now() < restsUntil) return undefined;
  const found = await inTime(fromCopy(asked, means));
  if (found === null) restsUntil = Date.now() + REST_MS;
  return found ?? undefined;
}

/** Answer a request. It never rejects. */
export async function answer(asked: Asked, means: Means): Promise<Response> {
  const copy = await inTimeFromCopy(asked, means).catch(() => undefined);
  if (copy) return copy;
  try {
    return await fetch(asked.request);
  } catch {
    return fromAnywhere(asked.request).catch(() => Response.error());
  }
}
