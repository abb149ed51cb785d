/**
 * The incidents that a browser keeps, each under a key of its own, so that two tabs never overwrite each other's.
 * What the disk refuses is held in memory: nothing that was said is lost while the page is open.
 */
import type { Knowledge } from "../model/knowledge";
import { encode } from "./codec";
import { diskText, LONG_AGO, readDisk, readFirst, type Unread } from "./disk";
import { mergeChange } from "./merge";
import { letOut, saysNothing, type Incident, type KeptIncident } from "./policy";

/** A storage of texts by key. Each call may throw, when it is full or blocked. */
export interface Keeper {
  keys: () => readonly string[];
  read: (key: string) => string | null;
  write: (key: string, text: string) => void;
  remove: (key: string) => void;
}

const PREFIX = "lastbyte.incident.";
/** Where the first version kept its one incident. */
const FIRST = "lastbyte.case";
/** It did not say when they were changed: the last of them, then the one before it. */
const FIRST_CHANGED = ["1970-01-01T00:00:01.000Z", LONG_AGO] as const;
/** So many incidents are kept. */
export const MAX_KEPT = 10;

/** Whether a key of the storage is one of ours; null is what the browser says when all keys went. */
export const isOurs = (key: string | null): boolean => key === null || key.startsWith(PREFIX);

/** A change of an incident: what it was before, as this tab knows it, and what it is after. */
interface Change {
  before: KeptIncident;
  after: KeptIncident;
}

export interface Shelved {
  /** The last changed first. One in which nothing is said is not among them. */
  incidents: KeptIncident[];
  /** What is there and cannot be read as an incident: each kind once. */
  unread: Unread[];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byChange = (a: KeptIncident, b: KeptIncident): number =>
  order(b.changed, a.changed) || order(a.id, b.id);

const isUnread = (found: object | Unread | null): found is Unread => typeof found === "string";

/** Run what may throw, with an answer for when it does. */
function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

export class Shelf {
  /** Changes that the disk has refused, by incident. */
  private readonly refused = new Map<string, Change>();
  /** What was read last, by incident: a text that is still the same is not read again. */
  private readonly known = new Map<string, { text: string; found: KeptIncident | Unread }>();

  /** @param newId makes an id that no incident has */
  constructor(
    private readonly keeper: Keeper,
    private readonly knowledge: Knowledge,
    private readonly newId: () => string,
  ) {}

  /** Whether something is in memory only, as the disk refuses. */
  refuses(): boolean {
    return this.refused.size > 0;
  }

  list(): Shelved {
    const onDisk = this.ids().map((id) => ({ id, found: attempt(() => this.found(id), null) }));
    const all = new Set([...onDisk.map(({ id }) => id), ...this.refused.keys()]);
    const incidents = [...all].flatMap((id) => this.get(id) ?? []);
    const first = attempt(() => this.keeper.read(FIRST), null);
    const unread = [...onDisk.map(({ found }) => found), first === null ? null : this.readFirst(first)];
    return {
      incidents: incidents.filter((incident) => !saysNothing(incident)).sort(byChange),
      unread: [...new Set(unread.filter((found) => typeof found === "string"))],
    };
  }

  get(id: string): KeptIncident | null {
    const found = attempt(() => this.found(id), null);
    const stored = isUnread(found) ? null : found;
    const change = this.refused.get(id);
    if (!change) return stored;
    return stored === null ? change.after : mergeChange(stored, change.before, change.after);
  }

  /**
   * Apply a change of this tab to what is kept, and try again what was refused before.
   * @returns the incident as it is now; it has another id where what stands under its own cannot be read, and stays
   */
  change(before: KeptIncident, after: KeptIncident): KeptIncident {
    const earlier = this.refused.get(after.id);
    const change = earlier
      ? { before: earlier.before, after: mergeChange(earlier.after, before, after) }
      : { before, after };
    this.refused.set(after.id, change);
    const kept = this.place(after.id, change);
    this.retry();
    return kept ?? this.get(after.id) ?? after;
  }

  /** Try again what was refused. */
  retry(): void {
    for (const [id, change] of [...this.refused]) this.place(id, change);
  }

  /** Take one off. @returns whether the disk let it go */
  remove(id: string): boolean {
    return attempt(() => {
      this.keeper.remove(PREFIX + id);
      this.refused.delete(id);
      return true;
    }, false);
  }

  /** Take what is damaged off the disk; what is in memory of it stays. */
  clean(): void {
    const damaged = this.ids().filter((id) => attempt(() => this.found(id), null) === "damaged");
    const first = attempt(() => this.keeper.read(FIRST), null);
    const keys = damaged.map((id) => PREFIX + id);
    if (first !== null && this.readFirst(first) === "damaged") keys.push(FIRST);
    for (const key of keys) attempt(() => this.keeper.remove(key), undefined);
  }

  /**
   * Drop the oldest above the limit, and those in which nothing is said.
   * @param open the one that is open, which stays
   * @returns those that went
   */
  trim(open: string): KeptIncident[] {
    for (const id of this.ids()) {
      const kept = this.get(id);
      if (id !== open && kept !== null && saysNothing(kept)) this.remove(id);
    }
    const spare = this.list().incidents.filter(({ id }) => id !== open && !this.refused.has(id));
    return spare.slice(MAX_KEPT - 1).filter(({ id }) => this.remove(id));
  }

  /** Take over what the first version kept. It goes only when all of it is on the disk in its new form. */
  migrate(): void {
    const text = attempt(() => this.keeper.read(FIRST), null);
    const found = text === null ? null : this.readFirst(text);
    if (found === null || isUnread(found)) return;
    for (const [place, incident] of found.entries())
      this.takeOver(incident, FIRST_CHANGED[place] ?? LONG_AGO);
    if (!this.refuses()) attempt(() => this.keeper.remove(FIRST), undefined);
  }

  private ids(): string[] {
    const keys = attempt(() => this.keeper.keys(), []);
    return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  }

  /** What stands under an id. Throws when the storage does. */
  private found(id: string): KeptIncident | Unread | null {
    const text = this.keeper.read(PREFIX + id);
    if (text === null) return null;
    const known = this.known.get(id);
    if (known?.text === text) return known.found;
    const found = readDisk(id, text, this.knowledge);
    this.known.set(id, { text, found });
    return found;
  }

  /** Put a change onto the disk. @returns what stands there now, or null where the storage refuses */
  private place(id: string, { before, after }: Change): KeptIncident | null {
    return attempt(() => {
      const found = this.found(id);
      const next = isUnread(found)
        ? { ...after, id: this.newId() }
        : found === null
          ? after
          : mergeChange(found, before, after);
      this.keeper.write(PREFIX + next.id, diskText(letOut("disk", next)));
      this.refused.delete(id);
      return next;
    }, null);
  }

  private readFirst(text: string): Incident[] | Unread {
    return readFirst(text, this.knowledge);
  }

  /** Keep an incident of the first version, unless it is here already: after a crash it may be. */
  private takeOver(incident: Incident, changed: string): void {
    const kept = { ...incident, id: this.newId(), name: "", opened: LONG_AGO, changed };
    const own = encode(incident.answers, this.knowledge);
    const isHere = this.list().incidents.some(({ answers }) => encode(answers, this.knowledge) === own);
    if (!isHere && !saysNothing(kept)) this.change(kept, kept);
  }
}
