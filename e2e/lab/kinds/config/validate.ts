/**
 * A config that cannot run here: read by a published schema or a vendor's checker, which must refuse a
 * damaged copy.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { ConfigCheck } from "../../../../lib/content/config-proof-schema";
import type { Config } from "../../../../lib/content/load";
import { binOf } from "../../machine/environments";
import { checkerCalled, CHECKERS } from "./checkers";

const LIMIT_MS = 120_000;
const LONGEST_OPINION = 600;

/** What a checker says of a text. */
interface Opinion {
  fine: boolean;
  /** Its first line names the checker, with version; more lines are objections. */
  says: string;
}

function checkText(check: ConfigCheck, text: string): Promise<Opinion> {
  const dir = mkdtempSync(join(tmpdir(), "lastbyte-check-"));
  const file = join(dir, basename(check.file));
  writeFileSync(file, text);
  const bin = resolve(binOf(checkerCalled(check.with).environment));
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env["PATH"] ?? ""}`,
    HOME: dir,
    PYTHONDONTWRITEBYTECODE: "1",
    LANG: "C.UTF-8",
    AWS_DEFAULT_REGION: "eu-west-1",
  };
  const args = [join(CHECKERS, "check.py"), check.with, file, check.as ?? ""];
  return new Promise((done) => {
    execFile(join(bin, "python"), args, { timeout: LIMIT_MS, env }, (error, stdout, stderr) => {
      rmSync(dir, { recursive: true, force: true });
      const said = stdout.trim() || stderr.trim().split("\n").slice(-2).join(" ");
      done({ fine: error === null, says: said.slice(0, LONGEST_OPINION) });
    });
  });
}

/** A file that was checked. */
export interface Checked {
  file: string;
  /** Which checker it was, with version. */
  by: string;
  /** What does not hold: one sentence each. */
  failures: string[];
}

async function checkFile(config: Config, check: ConfigCheck): Promise<Checked> {
  const { file, damage } = check;
  const text = config.texts[file] ?? "";
  const damaged = text.replace(damage.from, () => damage.to);
  if (damaged === text) {
    const failure = `${file}: the text “${damage.from}”, which is to be damaged, is not in it`;
    return { file, by: "", failures: [failure] };
  }
  const whole = await checkText(check, text);
  const broken = await checkText(check, damaged);
  const failures: string[] = [];
  if (!whole.fine) failures.push(`${file}: refused: ${whole.says}`);
  if (broken.fine)
    failures.push(
      `${file}: with “${damage.to}” for “${damage.from}” the checker ${check.with} is content too`,
    );
  const blind = check.blind === undefined ? "" : `; it does not look at ${check.blind}`;
  return { file, by: `${whole.says.split("\n")[0] ?? ""}${blind}`, failures };
}

/** Let every checker of a config read its file. */
export async function validate(config: Config): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const check of config.proof.checks) checked.push(await checkFile(config, check));
  return checked;
}
