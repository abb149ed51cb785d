/**
 * The incidents that a browser keeps, each under a key of its own, so that two tabs never overwrite each other's.
 * What the disk refuses is held in memory: nothing that was said is lost while the page is open.
 */
import type { Knowledge } from "../model/knowledge";
import { diskText, readDisk, readFirst, type Read } from "./disk";
import { letOut, type KeptIncident } from "./policy";

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
/** So many incidents are kept. */
export const MAX_KEPT = 10;

/** The incident that a key of the storage stands for, or null. */
export const idOfKey = (key: string): string | null =>
  key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;

export interface Shelved {
  /** The last changed first. */
  incidents: KeptIncident[];
  /** One sentence for each kind of thing that is there and could not be read. */
  says: string[];
}

export interface Shelf {
  list: () => Shelved;
  get: (id: string) => KeptIncident | null;
  /** Keep an incident. @returns whether the disk took it */
  put: (incident: KeptIncident) => boolean;
  /** Take one off for good. */
  remove: (id: string) => void;
  /** Drop the oldest above the limit. @returns those that went */
  trim: (open: string) => KeptIncident[];
  /** Take over what the first version kept. @param now as an ISO time. @returns a sentence where it was damaged */
  migrate: (now: string) => string | null;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byChange = (a: KeptIncident, b: KeptIncident): number =>
  order(b.changed, a.changed) || order(a.id, b.id);

const NEWER =
  "Incidents that a newer version of Lastbyte keeps in this browser cannot be shown here. They stay as they are.";
const DAMAGED = "Something that this browser had kept of an incident could not be read. It stays as it is.";

/** Run what may throw, with an answer for when it does. */
function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** @param keeper the storage. What it refuses is held in memory. */
export function createShelf(keeper: Keeper, knowledge: Knowledge): Shelf {
  const loose = new Map<string, KeptIncident>();

  const readAt = (id: string): Read | null => {
    const text = attempt(() => keeper.read(PREFIX + id), null);
    return text === null ? null : readDisk(id, text, knowledge);
  };
  const onDisk = (): { id: string; read: Read }[] =>
    attempt(() => keeper.keys(), []).flatMap((key) => {
      const id = idOfKey(key);
      const read = id === null ? null : readAt(id);
      return id === null || read === null ? [] : [{ id, read }];
    });
  const remove = (id: string): boolean => {
    loose.delete(id);
    return attempt(() => {
      keeper.remove(PREFIX + id);
      return true;
    }, false);
  };

  function list(): Shelved {
    const there = onDisk();
    const incidents = new Map<string, KeptIncident>();
    for (const { id, read } of there) if (typeof read !== "string") incidents.set(id, read);
    for (const [id, incident] of loose) incidents.set(id, incident);
    const says = [
      ...(there.some(({ read }) => read === "newer") ? [NEWER] : []),
      ...(there.some(({ read }) => read === "damaged") ? [DAMAGED] : []),
    ];
    return { incidents: [...incidents.values()].sort(byChange), says };
  }

  function put(incident: KeptIncident): boolean {
    const taken = attempt(() => {
      keeper.write(PREFIX + incident.id, diskText(letOut("disk", incident)));
      return true;
    }, false);
    if (taken) loose.delete(incident.id);
    else loose.set(incident.id, incident);
    return taken;
  }

  function get(id: string): KeptIncident | null {
    const held = loose.get(id);
    if (held) return held;
    const read = readAt(id);
    return read === null || typeof read === "string" ? null : read;
  }

  function trim(open: string): KeptIncident[] {
    const spare = list().incidents.filter(({ id }) => id !== open && !loose.has(id));
    return spare.slice(MAX_KEPT - 1).filter(({ id }) => remove(id));
  }

  function migrate(now: string): string | null {
    const text = attempt(() => keeper.read(FIRST), null);
    if (text === null) return null;
    const found = readFirst(text, knowledge);
    // Fixed ids: a crash between these writes leaves nothing twice.
    const taken = (found ?? []).map((incident, place) => {
      const id = place === 0 ? "first" : "first-earlier";
      if (Object.keys(incident.answers).length === 0 || get(id) !== null) return true;
      return put({ ...incident, id, name: "", opened: now, changed: now });
    });
    if (taken.every(Boolean)) attempt(() => keeper.remove(FIRST), undefined);
    return found === null
      ? "What this browser had kept of an incident could not be read, and was left out."
      : null;
  }

  return { list, get, put, trim, migrate, remove: (id) => void remove(id) };
}
