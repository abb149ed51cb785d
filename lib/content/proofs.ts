/** Records of the lab, and whether each shown file has one for its present state. */
import { createHash } from "node:crypto";
import type { Config, Fact, Pair } from "./content";
import { sideFile } from "../model/languages";
import type { ProofRecord } from "../trace/record-schema";

export interface Shown {
  id: string;
  kind: ProofRecord["kind"];
  /** Names and texts of the shown files. */ files: Readonly<Record<string, string>>;
  /** What the lab does with them. */ claims: unknown;
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

/** A value as text, whatever the order of its keys. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256 over the shown files and the claim, whatever the order of keys. */
export function hashOf({ files, claims }: Pick<Shown, "files" | "claims">): string {
  return createHash("sha256")
    .update(canonical({ files, claims: claims ?? null }))
    .digest("hex");
}

/** `pair` and `langgraph/tool-heartbeat` as the name of a file in content/proofs. */
export const fileOf = (kind: string, id: string): string => `${kind}.${id.replaceAll("/", ".")}.json`;

/** What the page shows of a pair, and what the lab does with it. */
export const shownPair = (
  pair: Pick<Pair, "id" | "language" | "brokenCode" | "fixedCode" | "run" | "claims">,
): Shown => ({
  id: pair.id,
  kind: "pair",
  files: {
    [sideFile("broken", pair.language)]: pair.brokenCode,
    [sideFile("fixed", pair.language)]: pair.fixedCode,
  },
  claims: { run: pair.run, claims: pair.claims },
});

/** What the page shows of a fact, and what the lab does with it. */
export const shownFact = (
  fact: Pick<Fact, "id" | "texts" | "environment" | "first" | "second" | "claims">,
): Shown => ({
  id: fact.id,
  kind: "fact",
  files: fact.texts,
  claims: { environment: fact.environment, first: fact.first, second: fact.second, claims: fact.claims },
});

/** What the page shows of a config, and what the lab does with it. */
export const shownConfig = (config: Pick<Config, "id" | "texts" | "files" | "proof">): Shown => ({
  id: config.id,
  kind: "config",
  files: config.texts,
  claims: {
    proof: config.proof,
    files: config.files.map(({ file, fields, why }) => ({
      file,
      fields,
      marks: why.map(({ text, defence }) => ({ text, defence: defence ?? null })),
    })),
  },
});

/** Shown files without a record for what they hold now, and records without a file: one sentence each. */
export function unproven(shown: readonly Shown[], records: readonly ProofRecord[]): string[] {
  const key = ({ kind, id }: { kind: string; id: string }) => fileOf(kind, id);
  const byKey = new Map(records.map((record) => [key(record), record]));
  const known = new Set(shown.map(key));
  return [
    ...shown.flatMap((one) => {
      const record = byKey.get(key(one));
      const again = `run "npm run prove -- ${one.kind}:${one.id}".`;
      if (!record)
        return [`content/proofs/${key(one)}: missing: the ${one.kind} "${one.id}" has no record; ${again}`];
      return record.hash === hashOf(one)
        ? []
        : [
            `content/proofs/${key(one)}: field "hash": the ${one.kind} "${one.id}" or its claim has changed since; ${again}`,
          ];
    }),
    ...records
      .filter((record) => !known.has(key(record)))
      .map(
        (record) =>
          `content/proofs/${key(record)}: there is no ${record.kind} "${record.id}"; remove the record.`,
      ),
  ];
}
