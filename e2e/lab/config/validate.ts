/** A config that cannot run here: read by a published schema or a vendor's checker, which must refuse a damaged copy. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { ConfigCheck } from "../../../lib/content/config-proof-schema";
import type { Config } from "../../../lib/content/load";
import { binOf } from "../run/environments";

const CHECKER = "e2e/lab/check/check.py";
const LIMIT_MS = 120_000;

/** Schemas of providers are large, and stand in an environment of their own. */
export const environmentOf = (check: ConfigCheck): string =>
  check.with === "terraform" ? "terraform" : "tools";

interface Answer {
  fine: boolean;
  says: string;
}

/** What a checker says of a text. Its first line names what it is, with version; more lines are objections. */
function ask(check: ConfigCheck, text: string): Promise<Answer> {
  const dir = mkdtempSync(join(tmpdir(), "lastbyte-check-"));
  const file = join(dir, basename(check.file));
  writeFileSync(file, text);
  const bin = resolve(binOf(environmentOf(check)));
  return new Promise((done) => {
    execFile(
      join(bin, "python"),
      [CHECKER, check.with, file, check.as ?? ""],
      {
        timeout: LIMIT_MS,
        env: {
          ...process.env,
          PATH: `${bin}:${process.env["PATH"] ?? ""}`,
          HOME: dir,
          PYTHONDONTWRITEBYTECODE: "1",
          LANG: "C.UTF-8",
          AWS_DEFAULT_REGION: "eu-west-1",
        },
      },
      (error, stdout, stderr) => {
        rmSync(dir, { recursive: true, force: true });
        done({
          fine: error === null,
          says: (stdout.trim() || stderr.trim().split("\n").slice(-2).join(" ")).slice(0, 600),
        });
      },
    );
  });
}

async function one(config: Config, check: ConfigCheck): Promise<{ by: string; failures: string[] }> {
  const text = config.texts[check.file] ?? "";
  const damaged = text.replace(check.damage.from, () => check.damage.to);
  if (damaged === text)
    return {
      by: "",
      failures: [`${check.file}: the text “${check.damage.from}”, which is to be damaged, is not in it`],
    };
  const [whole, broken] = [await ask(check, text), await ask(check, damaged)];
  return {
    by: `${whole.says.split("\n")[0] ?? ""}${check.blind === undefined ? "" : `; it does not look at ${check.blind}`}`,
    failures: [
      ...(whole.fine ? [] : [`${check.file}: refused: ${whole.says}`]),
      ...(broken.fine
        ? [
            `${check.file}: with “${check.damage.to}” for “${check.damage.from}” the checker ${check.with} is content too`,
          ]
        : []),
    ],
  };
}

/** Let every checker of a config read its file. */
export async function validate(config: Config): Promise<{ by: string[]; failures: string[] }> {
  const by: string[] = [];
  const failures: string[] = [];
  for (const check of config.proof.checks) {
    const result = await one(config, check);
    by.push(`${check.file}: ${result.by}`);
    failures.push(...result.failures);
  }
  return { by, failures };
}
