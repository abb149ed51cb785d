/** What the worker must not forget when the browser puts it to sleep. */
import type { Failure } from "@/lib/offline/plan";
import type { Version } from "@/lib/offline/version";
import type { WorkerScope } from "./scope";
import { at } from "../base/at";
import { FIRST, has, NOTES, versionsHere, WHOLE } from "./store";

interface Notes {
  /** The version in use. */
  active: string;
  /** Pages that are open and were loaded from another one, by their id. */
  clients: Record<string, string>;
  /** Somebody asked for all of the newest version at once. */
  asked: boolean;
  failure: Failure | null;
}

const PAGE = at("/.notes");

/** Notes as they were written, by us or by an earlier worker; null where they cannot be read. */
function notesFrom(text: string): Notes | null {
  try {
    const given = JSON.parse(text) as Partial<Notes> | null;
    if (typeof given?.active !== "string" || typeof given.clients !== "object") return null;
    const failure = Array.isArray(given.failure?.wrong) ? given.failure : null;
    return { active: given.active, clients: { ...given.clients }, asked: given.asked === true, failure };
  } catch {
    return null;
  }
}

export class Notebook {
  private held: Promise<Notes> | undefined;
  private readonly usable = new Set<string>();
  /** Was there no worker of ours before this one? */
  first = false;

  constructor(
    private readonly own: Version,
    private readonly worker: WorkerScope,
  ) {}

  /** Is what an incident needs of a version here? (Earlier workers kept all or nothing.) */
  async isUsable(name: string): Promise<boolean> {
    if (this.usable.has(name)) return true;
    // A page waits for this: both are looked up at once.
    if (!(await Promise.all([has(name, FIRST), has(name, WHOLE)])).includes(true)) return false;
    this.usable.add(name);
    return true;
  }

  private async load(): Promise<Notes> {
    const text = await (await caches.match(PAGE, { cacheName: NOTES }))?.text();
    this.first = text === undefined;
    const notes = notesFrom(text ?? "");
    const fresh = { active: this.own.name, clients: {}, asked: false, failure: null };
    if (notes === null) return fresh;
    return (await this.isUsable(notes.active)) ? notes : { ...notes, active: this.own.name };
  }

  read(): Promise<Notes> {
    if (!this.held) {
      this.held = this.load();
      // Storage that failed once may work the next time.
      this.held.catch(() => (this.held = undefined));
    }
    return this.held;
  }

  /** Change what is noted. */
  async note(change: Partial<Notes> = {}): Promise<void> {
    const notes = Object.assign(await this.read(), change);
    await (await caches.open(NOTES)).put(PAGE, new Response(JSON.stringify(notes)));
  }

  /** The version that a page was loaded from. */
  async versionOf(client: string): Promise<string> {
    const { active, clients } = await this.read();
    return clients[client] ?? active;
  }

  /** From now on the newest version is in use; pages that are open keep theirs. */
  async takeNewest(): Promise<void> {
    const { active, clients } = await this.read();
    for (const { id } of await this.worker.clients.matchAll({ type: "all" })) clients[id] ??= active;
    await this.note({ active: this.own.name, clients });
  }

  /** Start anew with the version in use where its cache is gone: somebody emptied the storage while the worker stayed. */
  async recover(): Promise<void> {
    const here = await versionsHere();
    for (const name of this.usable) if (!here.includes(name)) this.usable.delete(name);
    const { active } = await this.read();
    if (active !== this.own.name && !here.includes(active)) await this.note({ active: this.own.name });
  }

  /** Drop versions that no page needs any more. Until the newest is whole, the last one that was helps out. */
  async tidy(): Promise<void> {
    const names = await versionsHere();
    const open = new Set(
      (await this.worker.clients.matchAll({ type: "all", includeUncontrolled: true })).map(({ id }) => id),
    );
    // Another worker that is on its way in must not lose the cache that it begins to fill.
    if (this.worker.registration.installing ?? this.worker.registration.waiting) return;
    const { active, clients } = await this.read();
    const still = Object.entries(clients).filter(([id]) => open.has(id));
    if (still.length < Object.keys(clients).length) await this.note({ clients: Object.fromEntries(still) });
    const whole = await Promise.all(names.map((name) => has(name, WHOLE)));
    const lastWhole = names[whole.lastIndexOf(true)];
    const needed = new Set([this.own.name, active, lastWhole, ...still.map(([, name]) => name)]);
    await Promise.all(names.filter((name) => !needed.has(name)).map((name) => caches.delete(name)));
  }
}
