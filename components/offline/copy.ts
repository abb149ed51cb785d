/** How a version comes: a few files at a time, as pages ask for them, and out of the way of whatever else is asked for. */
import { countKept, hasFirst, planNext, withWrong } from "@/lib/offline/plan";
import type { Report, Trouble, Version } from "@/lib/offline/version";
import type { Notebook } from "./notes";
import type { WorkerScope } from "./scope";
import {
  addressesIn,
  FIRST,
  has,
  heldBefore,
  mark,
  room,
  take,
  unpacked,
  WHOLE,
  type Found,
  type Held,
  type Taken,
} from "./store";

/** Files at a time: of what an incident needs, of the rest, and of all when somebody asked for it. */
const LANES = { first: 3, rest: 1, asked: 12 };
/** Nothing comes until nothing else has been asked for so long. */
const QUIET_MS = 1_000;
/** How long a network that does not answer is left alone. */
const AWAY_MS = 30_000;
/** So many files of the pack have to be wanted before it is worth more than they are one by one. */
const WORTH_PACK = 12;

type Outcome = Pick<Report, "trouble" | "wait">;
const after = (wait: number | null, trouble: Trouble | null = null): Outcome => ({ wait, trouble });

export class Copy {
  private running: Promise<Outcome> | undefined;
  private coming = new AbortController();
  private held: Promise<Held> | undefined;
  private pack: ReadonlyMap<string, Found> = new Map();
  /** Requests of pages that are being answered, and when the last of them was. */
  private answering = 0;
  private answered = 0;
  /** How many there are. */
  private readonly files: number;

  constructor(
    private readonly version: Version,
    private readonly notebook: Notebook,
    private readonly worker: WorkerScope,
  ) {
    this.files = Object.keys(version.first.files).length + Object.keys(version.rest.files).length;
  }

  /** A page asked for something: what is coming for the copy stops, and nothing comes until it is quiet again. */
  async giveWay(answer: Promise<unknown>): Promise<void> {
    this.coming.abort();
    this.answering += 1;
    await answer.catch(() => null);
    this.answering -= 1;
    this.answered = Date.now();
  }

  private isQuiet(): boolean {
    return this.answering === 0 && Date.now() - this.answered >= QUIET_MS;
  }

  /** Let the next files come. Pages that ask at the same time share them. */
  more(): Promise<Outcome> {
    return (this.running ??= this.step().finally(() => (this.running = undefined)));
  }

  /** @throws when the browser's storage fails */
  private async step(): Promise<Outcome> {
    await this.notebook.recover();
    const { asked, failure } = await this.notebook.read();
    const kept = await addressesIn(this.version.name);
    const plan = planNext(this.version, kept, failure, Date.now());
    if (plan.take.length === 0) return this.settled();
    if (!asked && !this.isQuiet()) return after(QUIET_MS);
    const needed = this.bytesLeft(kept);
    if ((await room()) < needed) return after(null, { kind: "no-room", bytes: needed });
    if (plan.failure !== failure) await this.notebook.note({ failure: plan.failure });
    const lanes = asked ? LANES.asked : hasFirst(this.version, kept) ? LANES.rest : LANES.first;
    const ends = await this.takeAll(plan.take, lanes, asked);
    const standing = await this.settled();
    if (ends.includes("no-room")) return after(null, { kind: "no-room", bytes: needed });
    if (ends.includes("unreachable")) return after(AWAY_MS, { kind: "no-network" });
    return ends.includes("stopped") ? after(QUIET_MS) : standing;
  }

  /** Mark what has come whole, and say how things stand. */
  private async settled(): Promise<Outcome> {
    const { name } = this.version;
    const kept = await addressesIn(name);
    if (!kept.has(FIRST) && hasFirst(this.version, kept)) await mark(name, FIRST);
    if (!kept.has(WHOLE) && countKept(this.version, kept) === this.files) {
      await mark(name, WHOLE);
      await this.notebook.note({ asked: false, failure: null });
      await this.notebook.tidy();
    }
    return this.standing();
  }

  /** What the part that is coming still needs, by its share of files. */
  private bytesLeft(kept: ReadonlySet<string>): number {
    const part = hasFirst(this.version, kept) ? this.version.rest : this.version.first;
    const all = Object.keys(part.files);
    return Math.ceil((part.bytes * all.filter((address) => !kept.has(address)).length) / all.length);
  }

  private digestOf(address: string): string {
    const { first, rest } = this.version;
    return first.files[address] ?? rest.files[address] ?? "";
  }

  /** The pack, once the next file is one that it holds, and many of them are still to be fetched. */
  private async open(next: string, left: readonly string[], held: Held, signal: AbortSignal): Promise<void> {
    const { address, holds } = this.version.pack;
    if (this.pack.size > 0 || !holds.includes(next)) return;
    const wanted = left.filter((file) => holds.includes(file) && !held.has(this.digestOf(file)));
    if (wanted.length >= WORTH_PACK) this.pack = await unpacked(address, signal);
  }

  /** Take the first of the files that are left, so many at once. */
  private async takeAll(left: readonly string[], lanes: number, asked: boolean): Promise<Taken[]> {
    const { name } = this.version;
    // Where earlier versions cannot be read, their files are fetched once more.
    const held = await (this.held ??= heldBefore(name).catch(() => new Map()));
    this.coming = new AbortController();
    // What somebody asked for gives way to nothing.
    const signal = asked ? new AbortController().signal : this.coming.signal;
    const addresses = left.slice(0, lanes);
    for (const next of addresses) await this.open(next, left, held, signal);
    const ends = await Promise.all(
      addresses.map((address) =>
        take(name, address, this.digestOf(address), held, this.pack.get(address), signal),
      ),
    );
    const wrong = addresses.filter((_, at) => ends[at] === "wrong");
    if (wrong.length === 0) return ends;
    let { failure } = await this.notebook.read();
    for (const address of wrong) failure = withWrong(failure, name, address, Date.now());
    await this.notebook.note({ failure });
    // The site may just have been updated.
    this.worker.registration.update().catch(() => null);
    return ends;
  }

  /** Is there more to come, and when; and what went wrong before. */
  private async standing(): Promise<Outcome> {
    const { failure: noted } = await this.notebook.read();
    const kept = await addressesIn(this.version.name);
    const { take: left, failure } = planNext(this.version, kept, noted, Date.now());
    if (failure === null) return after(left.length > 0 ? 0 : null);
    const { wrong, until } = failure;
    const trouble: Trouble | null = wrong.length > 0 ? { kind: "not-whole", wrong, again: until } : null;
    return after(left.length > 0 ? 0 : Math.max(0, until - Date.now()), trouble);
  }

  /**
   * How things stand, for a page.
   * @param outcome of a step that was just made
   */
  async report(client: string, outcome?: Outcome): Promise<Report> {
    await this.notebook.recover();
    const { name } = this.version;
    const uses = await this.notebook.versionOf(client);
    const kept = await addressesIn(name);
    const { files } = this;
    const here = countKept(this.version, kept);
    return {
      uses,
      usesWhole: uses === name ? here === files : await has(uses, WHOLE),
      newest: name,
      files,
      kept: here,
      first: hasFirst(this.version, kept),
      asked: (await this.notebook.read()).asked,
      ...(outcome ?? (await this.standing())),
    };
  }
}
