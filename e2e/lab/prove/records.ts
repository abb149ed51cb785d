/** The lab's records on disk, each with the runs that it follows from. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { fileOf } from "../../../lib/content/proofs";
import { recordSchema } from "../../../lib/trace/record-schema";
import { readKept, writeKept } from "../evidence/files";
import { CACHE } from "../machine/cache";
import type { Item, Proven } from "../evidence/item";

const FOLDER = "content/proofs";

/** What is committed of an item; null when there is none of today's form. */
export function committed({ kind, id }: Item): Proven | null {
  const file = join(FOLDER, fileOf(kind, id));
  const evidence = readKept(kind, id);
  if (!existsSync(file) || evidence === null || typeof evidence === "string") return null;
  const read = v.safeParse(recordSchema, JSON.parse(readFileSync(file, "utf8")));
  return read.success ? { record: read.output, evidence } : null;
}

/** Write a record and its runs as they are committed, each whole or not at all. */
export function write({ record, evidence }: Proven): void {
  const name = fileOf(record.kind, record.id);
  mkdirSync(FOLDER, { recursive: true });
  const part = join(CACHE, name);
  writeFileSync(part, `${JSON.stringify(record)}\n`);
  renameSync(part, join(FOLDER, name));
  writeKept(evidence);
}
