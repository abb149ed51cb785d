/** How well the search ranks the queries of a file: written down with their right pages before the search was tuned. */
import { readFileSync } from "node:fs";
import type { Engine } from "../../../lib/search/engine";

export interface Query {
  id: string;
  kind: string;
  query: string;
  right: readonly string[];
}
export interface Figures {
  n: number;
  first: number;
  three: number;
  ten: number;
}

export const queriesOf = (file: string): Query[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Query);

/** A right page without an anchor takes any anchor on it; one with an anchor takes only that. */
function isRight(href: string, right: readonly string[]): boolean {
  return right.some((page) => (page.includes("#") ? href === page : href.split("#")[0] === page));
}

/** Place of the first right hit, from 1; `null` when it is not among the ten. */
function placeOf(engine: Engine, { query, right }: Query): number | null {
  const at = engine.search(query).findIndex(({ entry }) => isRight(entry.href, right));
  return at < 0 ? null : at + 1;
}

/** Figures by kind of query, and for all. */
export function scored(engine: Engine, queries: readonly Query[]): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  for (const query of queries) {
    const place = placeOf(engine, query);
    for (const kind of ["all", query.kind]) {
      const own = figures.get(kind) ?? { n: 0, first: 0, three: 0, ten: 0 };
      figures.set(kind, {
        n: own.n + 1,
        first: own.first + Number(place === 1),
        three: own.three + Number(place !== null && place <= 3),
        ten: own.ten + Number(place !== null),
      });
    }
  }
  return figures;
}
