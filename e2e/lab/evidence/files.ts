/** The kept runs on disk: a file for each record, with a checksum over it. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { fileOf } from "../../../lib/content/proofs";
import { CACHE } from "../machine/cache";
import { evidenceSchema, type Evidence } from "./schema";

const FOLDER = "e2e/lab/kept";
/** Before the checksum at the end of a file. */
const SEAL = "sha256 ";

const sealOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Lines with their checksum below them. */
export const withSeal = (lines: string): string => `${lines}${SEAL}${sealOf(lines)}\n`;

/** Evidence as the text of its file: JSON with a line for each scenario and mutation, and the checksum. */
export function sealed(evidence: Evidence): string {
  const { scenarios, mutations, ...head } = evidence;
  return withSeal([head, ...scenarios, ...mutations].map((part) => `${JSON.stringify(part)}\n`).join(""));
}

const isScenario = (part: unknown): boolean => typeof part === "object" && part !== null && "first" in part;

function parsed(lines: string): unknown[] | null {
  try {
    return lines
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
}

/** The evidence in a text, or why it is none. */
export function unsealed(text: string): Evidence | string {
  const end = text.lastIndexOf(SEAL);
  const lines = text.slice(0, end);
  if (end < 0 || text.slice(end + SEAL.length).trim() !== sealOf(lines))
    return "its checksum is not that of its text: it was changed by hand";
  const all = parsed(lines);
  if (!all) return "it is no JSON";
  const [head, ...runs] = all;
  const whole = {
    ...(head as object),
    scenarios: runs.filter(isScenario),
    mutations: runs.filter((part) => !isScenario(part)),
  };
  const read = v.safeParse(evidenceSchema, whole);
  if (read.success) return read.output;
  const [issue] = read.issues;
  return `field "${v.getDotPath(issue) ?? ""}": ${issue.message}`;
}

const nameOf = (kind: string, id: string): string => fileOf(kind, id).replace(/json$/, "jsonl");

/** Where the runs of an item are kept. */
export const keptAt = (kind: string, id: string): string => join(FOLDER, nameOf(kind, id));

/** Files that are there. */
export const allKept = (): string[] =>
  existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => join(FOLDER, name)) : [];

/** What is kept of an item's runs; null: nothing; a text says why it cannot be read. */
export function readKept(kind: string, id: string): Evidence | string | null {
  const file = keptAt(kind, id);
  return existsSync(file) ? unsealed(readFileSync(file, "utf8")) : null;
}

/** Write it whole or not at all. */
export function writeKept(evidence: Evidence): void {
  mkdirSync(FOLDER, { recursive: true });
  const part = join(CACHE, nameOf(evidence.kind, evidence.id));
  writeFileSync(part, sealed(evidence));
  renameSync(part, keptAt(evidence.kind, evidence.id));
}
