/** An inverted index over a few fields, ranked by BM25+. Things and their fields are added piece by piece; it can be asked at any time. */

/** One term that is looked up. */
export interface Wanted { term: string; /** How much it counts. */ boost: number; /** Words with a typo are forgiven. */ fuzzy: boolean; /** Words that begin like it are taken too. */ prefix: boolean }

export interface Scored { id: number; score: number; /** How many of the wanted terms it has. */ terms: number }

interface List { /** Thing, field and frequency in one number each. */ packed: number[]; /** Things that have the term, by field. */ counts: number[]; /** Which letters it has, a bit each. */ letters: number }

const FREQUENCIES = 16;
const K = 1.2;
const B = 0.7;
const D = 0.5;
const FUZZY_WEIGHT = 0.3;
const PREFIX_WEIGHT = 0.5;
/** Mistakes that are forgiven, by a letter of the word. */
const FORGIVEN = 0.25;
const MOST_FORGIVEN = 6;

const lettersOf = (term: string): number => {
  let bits = 0;
  for (let at = 0; at < term.length; at += 1) bits |= 1 << (term.charCodeAt(at) % 31);
  return bits;
};

function bitsIn(value: number): number {
  let left = value;
  let count = 0;
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}

/** Edits from one word to another; more than `most` is just more. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= other.length; at += 1) {
      const same = one.charCodeAt(row - 1) === other.charCodeAt(at - 1);
      const cost = Math.min((before[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (before[at - 1] ?? 0) + (same ? 0 : 1));
      now.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = now;
  }
  return before[other.length] ?? 0;
}

export class Postings {
  private readonly lists = new Map<string, List>();
  private readonly lengths: number[][];
  private readonly totals: number[];
  private readonly added: number[];
  private things = 0;

  /** @param boosts how much a match in each field counts */
  constructor(private readonly boosts: readonly number[]) {
    this.lengths = boosts.map(() => []);
    this.totals = boosts.map(() => 0);
    this.added = boosts.map(() => 0);
  }

  /** Add one field of one thing; things are numbered from 0. */
  add(id: number, field: number, terms: readonly string[]): void {
    const place = (id * this.boosts.length + field) * FREQUENCIES;
    let different = 0;
    for (const term of terms) {
      let list = this.lists.get(term);
      if (!list) this.lists.set(term, (list = { packed: [], counts: this.boosts.map(() => 0), letters: lettersOf(term) }));
      const end = list.packed.length - 1;
      const before = list.packed[end] ?? -1;
      if (before >= place && before < place + FREQUENCIES) {
        // It stands in this field once more.
        if (before < place + FREQUENCIES - 1) list.packed[end] = before + 1;
        continue;
      }
      list.packed.push(place + 1);
      list.counts[field] = (list.counts[field] ?? 0) + 1;
      different += 1;
    }
    const lengths = this.lengths[field];
    if (lengths) lengths[id] = different;
    this.totals[field] = (this.totals[field] ?? 0) + different;
    this.added[field] = (this.added[field] ?? 0) + 1;
    this.things = Math.max(this.things, id + 1);
  }

  /** The terms of the index that a wanted term stands for, each with its weight. */
  private derived({ term, fuzzy, prefix }: Wanted): Map<string, number> {
    const found = new Map<string, number>();
    const most = Math.min(MOST_FORGIVEN, Math.round(term.length * FORGIVEN));
    const letters = lettersOf(term);
    const typo = fuzzy && !this.lists.has(term);
    if (prefix || typo) {
      for (const [other, list] of this.lists) {
        if (other === term) continue;
        if (prefix && other.startsWith(term)) found.set(other, (PREFIX_WEIGHT * other.length) / (other.length + 0.3 * (other.length - term.length)));
        else if (typo && Math.abs(other.length - term.length) <= most && bitsIn(letters ^ list.letters) <= 2 * most) {
          const edits = distance(term, other, most);
          if (edits <= most) found.set(other, (FUZZY_WEIGHT * other.length) / (other.length + edits));
        }
      }
    }
    if (this.lists.has(term)) found.set(term, 1);
    return found;
  }

  /** The best things for the wanted terms, by the sum of their scores times the number of terms that they have; and the terms that were found. */
  search(wanted: readonly Wanted[], most: number): { best: Scored[]; found: Set<string> } {
    const scores = new Float64Array(this.things);
    const counts = new Uint16Array(this.things);
    const last = new Int32Array(this.things).fill(-1);
    const found = new Set<string>();
    for (const [number, one] of wanted.entries()) {
      for (const [term, weight] of this.derived(one)) {
        const list = this.lists.get(term);
        if (!list) continue;
        found.add(term);
        this.score(list, weight * one.boost, (id, score) => {
          scores[id] = (scores[id] ?? 0) + score;
          if (last[id] === number) return;
          last[id] = number;
          counts[id] = (counts[id] ?? 0) + 1;
        });
      }
    }
    return { best: bestOf(scores, counts, most), found };
  }

  private score(list: List, weight: number, take: (id: number, score: number) => void): void {
    const fields = this.boosts.length;
    const byField = this.boosts.map((boost, field) => {
      const count = list.counts[field] ?? 0;
      const average = (this.totals[field] ?? 0) / Math.max(1, this.added[field] ?? 0);
      return { factor: weight * boost * Math.log(1 + (this.things - count + 0.5) / (count + 0.5)), lengths: this.lengths[field] ?? [], average: Math.max(average, 1e-9) };
    });
    for (const packed of list.packed) {
      const frequency = packed % FREQUENCIES;
      const place = (packed - frequency) / FREQUENCIES;
      const field = place % fields;
      const id = (place - field) / fields;
      const own = byField[field];
      if (!own) continue;
      take(id, own.factor * (D + (frequency * (K + 1)) / (frequency + K * (1 - B + (B * (own.lengths[id] ?? 0)) / own.average))));
    }
  }
}

/** The highest of the scores, best first; of equal ones the first. */
function bestOf(scores: Float64Array, counts: Uint16Array, most: number): Scored[] {
  const best: Scored[] = [];
  for (let id = 0; id < scores.length; id += 1) {
    const terms = counts[id] ?? 0;
    if (terms === 0) continue;
    const score = (scores[id] ?? 0) * terms;
    if (best.length === most && score <= (best[most - 1]?.score ?? 0)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
    best.splice(at, 0, { id, score, terms });
    if (best.length > most) best.pop();
  }
  return best;
}
