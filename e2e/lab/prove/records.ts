/** The lab's records on disk. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { fileOf } from "../../../lib/content/proofs";
import { recordSchema, type ProofRecord } from "../../../lib/trace/record-schema";
import type { Item } from "../proof/item";
import { CACHE } from "../machine/cache";

const FOLDER = "content/proofs";

/** The committed record of an item; null when there is none of today's form. */
export function committed({ kind, id }: Item): ProofRecord | null {
  const file = join(FOLDER, fileOf(kind, id));
  if (!existsSync(file)) return null;
  const read = v.safeParse(recordSchema, JSON.parse(readFileSync(file, "utf8")));
  return read.success ? read.output : null;
}

/** Write a record as it is committed, whole or not at all. */
export function write(record: ProofRecord): void {
  const name = fileOf(record.kind, record.id);
  mkdirSync(FOLDER, { recursive: true });
  const part = join(CACHE, name);
  writeFileSync(part, `${JSON.stringify(record)}\n`);
  renameSync(part, join(FOLDER, name));
}
