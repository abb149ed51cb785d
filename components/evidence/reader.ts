/** The page's side of reading: the worker and its rules come with the first text, and a clock is the last guard. */
import type { Asked, KindName, PieceReading, Restored, Text, Told } from "./protocol";

/** A text that takes longer is given up: the engine's own budget ends far before, on any machine that is not stuck. */
const LONGEST_MS = 30_000;

export interface Read {
  reading: PieceReading;
  restored: readonly Restored[];
}

/** Why there is no reading. */
export type Failure = "not loaded" | "too long" | "failed";

class ReadingFailed extends Error {
  constructor(readonly why: Failure) {
    super(why);
  }
}

interface Waiting {
  done: (told: Told) => void;
  failed: (error: ReadingFailed) => void;
}

/** Where the build put the worker, its rules, and the words of solved incidents; null where there was no build. */
function sources(): { worker: string; rules: string; words: string } | null {
  const meta = document.querySelector<HTMLMetaElement>("meta[name=evidence]");
  const [worker, rules, words] = meta?.content.split(" ") ?? [];
  return worker !== undefined && rules !== undefined && words !== undefined ? { worker, rules, words } : null;
}

async function textFrom(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new ReadingFailed("not loaded");
  return response.text();
}

/** Without these words a text is read all the same. */
async function giveWords(worker: Worker, address: string): Promise<void> {
  const text = await textFrom(address).catch(() => null);
  worker.postMessage({ is: "words", text } satisfies Asked);
}

/** One worker, and what waits for it. */
class Reader {
  private readonly waiting = new Map<number, Waiting>();
  private ids = 0;
  private readonly ready: Promise<Worker>;

  constructor(private readonly onKinds: (kinds: readonly KindName[]) => void) {
    this.ready = this.start();
  }

  async read(text: Text): Promise<Read> {
    const told = await this.ask((id) => ({ is: "read", id, ...text }));
    if (told.is !== "read") throw new ReadingFailed("failed");
    return told;
  }

  async restore(found: readonly string[]): Promise<readonly Restored[]> {
    const told = await this.ask((id) => ({ is: "restore", id, found }));
    return told.is === "restored" ? told.restored : [];
  }

  stop(why: Failure): void {
    for (const { failed } of this.waiting.values()) failed(new ReadingFailed(why));
    this.waiting.clear();
    this.ready.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
    if (reader === this) reader = null;
  }

  private async start(): Promise<Worker> {
    const found = sources();
    if (found === null) throw new ReadingFailed("not loaded");
    const text = await textFrom(found.rules);
    const worker = new Worker(found.worker, { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      if (data.is === "words wanted") void giveWords(worker, found.words);
      else this.hear(data);
    });
    worker.addEventListener("error", () => this.stop("not loaded"));
    worker.postMessage({ is: "rules", text } satisfies Asked);
    return worker;
  }

  private hear(told: Exclude<Told, { is: "words wanted" }>): void {
    if (told.is === "kinds") return this.onKinds(told.kinds);
    const waiting = this.waiting.get(told.id);
    this.waiting.delete(told.id);
    if (told.is === "failed") waiting?.failed(new ReadingFailed("failed"));
    else waiting?.done(told);
  }

  private async ask(make: (id: number) => Asked): Promise<Told> {
    const worker = await this.ready.catch((error: unknown) => {
      this.stop("not loaded");
      throw error instanceof ReadingFailed ? error : new ReadingFailed("not loaded");
    });
    this.ids += 1;
    const id = this.ids;
    return new Promise((done, failed) => {
      const clock = setTimeout(() => this.stop("too long"), LONGEST_MS);
      const over =
        <T>(then: (what: T) => void) =>
        (what: T) => {
          clearTimeout(clock);
          then(what);
        };
      this.waiting.set(id, { done: over(done), failed: over(failed) });
      worker.postMessage(make(id));
    });
  }
}

let reader: Reader | null = null;
let kinds: readonly KindName[] = [];

/** The reader of this page; a new one where the one before was stopped. */
function theReader(): Reader {
  reader ??= new Reader((known) => {
    kinds = known;
  });
  return reader;
}

/** Kinds that a text can be taken for, once the rules are here. */
export const knownKinds = (): readonly KindName[] => kinds;

/** Read one text. @throws ReadingFailed */
export const readText = (text: Text): Promise<Read> => theReader().read(text);

/** Make kept findings again. @throws ReadingFailed */
export const restoreFound = (found: readonly string[]): Promise<readonly Restored[]> =>
  theReader().restore(found);

/** End the worker, with every text that it holds. */
export const forgetReader = (): void => reader?.stop("failed");
