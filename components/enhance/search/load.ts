/** The index as it comes: read line by line, in slices that leave the page free for what its user does. */
import { emptyEngine, type Engine } from "@/lib/search/engine";
import type { Head, Named } from "@/lib/search/types";
import { headFrom, recordOn, type Preface } from "@/lib/search/wire";

export interface Index {
  engine: Engine;
  products: readonly Named[];
}

const SLICE_MS = 24;

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

/**
 * Read all files in their order: first the heads, which can be asked at once, then their texts.
 * @param first the first of them, already under way
 * @param better called when the index can be asked, and again when it answers better
 */
export async function load(
  files: readonly string[],
  first: Promise<Response>,
  better: (index: Index) => void,
): Promise<void> {
  const heads: Head[] = [];
  const state: { early: Index | null; whole: Index | null } = { early: null, whole: null };
  for (const [number, file] of files.entries()) {
    let texts = 0;
    await read(await (number === 0 ? first : fetch(file)), (record) => {
      const { early, whole } = state;
      if (!early || !whole) {
        const { synonyms, products } = record as Preface;
        state.early = { engine: emptyEngine(synonyms), products };
        state.whole = { engine: emptyEngine(synonyms), products };
      } else if (file.includes("/heads-")) {
        const head = headFrom(record);
        heads.push(head);
        early.engine.add({ ...head, text: "" });
      } else {
        const head = heads[texts];
        texts += 1;
        if (head) whole.engine.add({ ...head, text: record as string });
      }
    });
    const index = texts > 0 ? state.whole : state.early;
    if (index) better(index);
  }
}
