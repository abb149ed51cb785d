/**
 * The base of an export: the path of its host below which it stands. The export says it itself, in the scope of its
 * manifest, so that whoever serves, checks or goes on building it needs to be told nothing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { under } from "../../model/address";

const MANIFEST = "manifest.webmanifest";
const SCOPE = /"scope":\s*"(\/[^"]+)\/"/;

/** The base of an export, empty for one at the root of a domain. */
export function baseOf(out: string): string {
  const file = join(out, MANIFEST);
  return existsSync(file) ? (SCOPE.exec(readFileSync(file, "utf8"))?.[1] ?? "") : "";
}

/** Put the manifest of an export, whose addresses begin at the root of the site, under a base: the first step of finishing it. */
export function placeUnder(out: string, base: string): void {
  if (base === "") return;
  const file = join(out, MANIFEST);
  const place = (_: string, value: unknown) => (typeof value === "string" ? under(base, value) : value);
  const manifest = JSON.parse(readFileSync(file, "utf8"), place) as unknown;
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
