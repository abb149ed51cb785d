/**
 * What the worker must not forget when the browser puts it to sleep: the version in use, and which open
 * page was loaded from an earlier one.
 */
import type { Version } from "@/lib/offline/version";
import { isWhole } from "./keep";
import type { WorkerScope } from "./scope";

interface Notes {
  active: string;
  clients: Record<string, string>;
}

/** Beginning of the names of all our caches. */
export const PREFIX = "lastbyte-";
const CACHE = `${PREFIX}notes`;
const PAGE = "/.notes";

export class Notebook {
  private held: Promise<Notes> | undefined;
  /** Was there no worker of ours before this one? */
  first = false;

  constructor(
    private readonly own: Version,
    private readonly worker: WorkerScope,
  ) {}

  private async load(): Promise<Notes> {
    const text = await (await caches.match(PAGE, { cacheName: CACHE }))?.text();
    const notes = text === undefined ? null : (JSON.parse(text) as Notes);
    this.first = notes === null;
    return notes && (await isWhole(notes.active)) ? notes : { active: this.own.name, clients: {} };
  }

  read(): Promise<Notes> {
    return (this.held ??= this.load());
  }

  async write(): Promise<void> {
    await (await caches.open(CACHE)).put(PAGE, new Response(JSON.stringify(await this.read())));
  }

  /** The version that a page was loaded from. */
  async versionOf(client: string): Promise<string> {
    const { active, clients } = await this.read();
    return clients[client] ?? active;
  }

  /** From now on the newest version is in use; pages that are open keep theirs. */
  async takeNewest(): Promise<void> {
    const notes = await this.read();
    for (const { id } of await this.worker.clients.matchAll({ type: "all" }))
      notes.clients[id] ??= notes.active;
    notes.active = this.own.name;
    await this.write();
  }

  /** Drop versions that no page needs any more. */
  async tidy(): Promise<void> {
    const notes = await this.read();
    const names = await caches.keys();
    const open = new Set(
      (await this.worker.clients.matchAll({ type: "all", includeUncontrolled: true })).map(({ id }) => id),
    );
    // Another version that is on its way in must not lose its half-filled cache.
    if (this.worker.registration.installing ?? this.worker.registration.waiting) return;
    const gone = Object.keys(notes.clients).filter((id) => !open.has(id));
    notes.clients = Object.fromEntries(Object.entries(notes.clients).filter(([id]) => open.has(id)));
    if (gone.length > 0) await this.write();
    const needed = new Set([CACHE, this.own.name, notes.active, ...Object.values(notes.clients)]);
    await Promise.all(
      names.filter((name) => name.startsWith(PREFIX) && !needed.has(name)).map((name) => caches.delete(name)),
    );
  }
}
