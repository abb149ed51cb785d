/** How the lab ends, whatever ends it: what it started is killed, and its temporary folder is gone. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killAll } from "../machine/process";

/** Signals that end the lab, with what a shell says of each: 128 and its number. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
export const ENDINGS = Object.keys(CODES) as (keyof typeof CODES)[];

/**
 * Let all that runs put its temporary files into one folder, which goes with this process.
 * @returns what ends the lab
 */
export function tidily(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "lastbyte-"));
  process.env["TMPDIR"] = folder;
  const end = () => {
    killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  for (const name of ENDINGS)
    process.once(name, () => {
      end();
      process.exit(CODES[name]);
    });
  return end;
}
