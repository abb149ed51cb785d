/** The index as it comes: read line by line, in slices that leave the page free for what its user does. */
import { emptyEngine, type Engine } from "@/lib/search/engine";
import type { Head, Named } from "@/lib/search/types";
import { headFrom, recordOn, type Preface } from "@/lib/search/wire";

export interface Index {
  engine: Engine;
  products: readonly Named[];
}

const SLICE_MS = 24;
/** Files of heads; the last one has the texts. */
const HEADS = /\/heads-[^/]*$/;

/**
 * Let the page do what waits: what its user does comes before the next message. A timer would make each
 * slice wait.
 */
const rest = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Read a file of records and take each; a line that is no record is an error. */
async function read(response: Response, take: (record: unknown) => void): Promise<void> {
  if (!response.ok || !response.body) throw new Error(`the index answers ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let until = performance.now() + SLICE_MS;
  let left = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (left + (value ?? "")).split("\n");
    left = done ? "" : (lines.pop() ?? "");
    for (const line of lines) {
      const record = recordOn(line);
      if (record !== undefined) take(record);
      if (performance.now() < until) continue;
      await rest();
      until = performance.now() + SLICE_MS;
    }
    if (done) return;
  }
}

/** What has been read so far. */
export interface Reading {
  heads: Head[];
  early: Index;
  whole: Index;
  /** Done once the first file is read, which can be asked then. */
  first: Promise<void>;
}

const emptyIndex = (): Index => ({ engine: emptyEngine([]), products: [] });

function takeHead(reading: Reading, record: unknown): void {
  const head = headFrom(record);
  reading.heads.push(head);
  reading.early.engine.add({ ...head, text: "" });
}

/** Read the first file, which begins with what all of them need. */
export function readFirst(response: Promise<Response>): Reading {
  const reading: Reading = { heads: [], early: emptyIndex(), whole: emptyIndex(), first: Promise.resolve() };
  let isBegun = false;
  const take = (record: unknown) => {
    if (isBegun) {
      takeHead(reading, record);
      return;
    }
    isBegun = true;
    const { synonyms, products } = record as Preface;
    reading.early = { engine: emptyEngine(synonyms), products };
    reading.whole = { engine: emptyEngine(synonyms), products };
  };
  reading.first = response.then((found) => read(found, take));
  // Whoever asks it sees the failure.
  reading.first.catch(() => null);
  return reading;
}

/** Read the other files, each on its way while the one before it is read. */
async function readRest(
  reading: Reading,
  files: readonly string[],
  better: (index: Index) => void,
): Promise<void> {
  const ask = (file: string | undefined) => {
    const response = file === undefined ? null : fetch(file);
    // Whoever waits for it sees the failure.
    response?.catch(() => null);
    return response;
  };
  let next = ask(files[0]);
  for (const [number, file] of files.entries()) {
    const response = await next;
    next = ask(files[number + 1]);
    if (!response) return;
    let texts = 0;
    await read(response, (record) => {
      if (HEADS.test(file)) {
        takeHead(reading, record);
        return;
      }
      const head = reading.heads[texts];
      texts += 1;
      if (head) reading.whole.engine.add({ ...head, text: record as string });
    });
    better(texts > 0 ? reading.whole : reading.early);
  }
}

/**
 * Read all files in their order: first the heads, which can be asked at once, then their texts.
 * @param reading the first of them, read or being read
 * @param rest the others
 * @param better called when the index can be asked, and again when it answers better
 */
export async function load(
  reading: Reading,
  rest: readonly string[],
  better: (index: Index) => void,
): Promise<void> {
  await reading.first;
  better(reading.early);
  await readRest(reading, rest, better);
}
