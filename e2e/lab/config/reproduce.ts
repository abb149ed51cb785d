/** A config that its own program reads and runs: claims against a pass-through config, and each decisive directive taken out. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConfigClaim, ConfigRun } from "../../../lib/content/config-proof-schema";
import type { Config } from "../../../lib/content/load";
import type { ProofRecord } from "../../../lib/content/proof-schema";
import { broken, type Run } from "../judge";
import { failuresOf, scenarioOf } from "../outcome";
import { binOf, LabError } from "../run/environments";
import { checkSyntax, filled } from "../run/front";
import { freePort } from "../run/process";
import { isProgram } from "../run/programs";
import { runSide } from "../run/scenario";
import { lab, mutationOf, sideText, wrapped, type Mutation } from "./texts";

const APPS = "e2e/lab/apps";
/** Runs at a time; they are mostly silence. */
const AT_ONCE = 3;

export interface Reproduced {
  failures: string[];
  scenarios: ProofRecord["scenarios"];
  mutations: NonNullable<ProofRecord["mutations"]>;
}

/** Results in order, some tasks at a time. */
async function pooled<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const waiting = tasks.map((task, at) => ({ task, at }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.at] = await next.task();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** What is run: the pass-through config, ours, or ours without one directive. */
type Which = "first" | "second" | Mutation;

class Runner {
  private readonly file: Config["files"][number];
  private readonly text: string;
  constructor(
    config: Config,
    readonly run: ConfigRun,
    private readonly keepLogs: (dir: string) => void,
  ) {
    const file = config.files.find(({ file: name }) => name === run.file);
    if (!file) throw new Error(`The config ${config.id} has no file ${run.file} to run.`);
    this.file = file;
    this.text = config.texts[run.file] ?? "";
  }

  private textOf(claim: ConfigClaim | null, which: Which, upstream: string): string {
    if (which === "first") return lab(this.run.passThrough);
    return sideText(this.run, claim, this.file, this.text, upstream, which === "second" ? undefined : which);
  }

  /** The program's own check of the file, as the page shows it. */
  async syntax(): Promise<void> {
    const { program } = this.run;
    if (program === "server") return;
    if (!isProgram(program))
      throw new LabError(
        `${this.run.file}: field "program": the lab does not know the program "${program}".`,
      );
    const dir = mkdtempSync(join(tmpdir(), "lastbyte-"));
    const wrapping = this.run.claims[0]?.wrapping ?? {};
    const text = filled(wrapped(this.run, this.textOf(null, "second", "127.0.0.1:8000")), {
      ...wrapping,
      port: String(await freePort()),
      upstream: "8000",
      dir,
    });
    try {
      await checkSyntax(program, text, dir);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }

  side(claim: ConfigClaim, which: Which): Promise<Run> {
    return this.run.program === "server"
      ? this.server(claim, which)
      : this.proxy(this.run.program, claim, which);
  }

  private proxy(program: string, claim: ConfigClaim, which: Which): Promise<Run> {
    const text = wrapped(this.run, this.textOf(claim, which, "127.0.0.1:{{upstream}}"));
    const command = `uvicorn ${this.run.app}:app --host 127.0.0.1 --port 8000 --http h11 --no-access-log`;
    const front = {
      program,
      text,
      values: claim.wrapping,
      ...(claim.signal ? { signal: claim.signal } : {}),
    };
    return runSide(
      { folder: APPS, environment: "serving", command, port: "8000", front },
      claim,
      this.keepLogs,
    );
  }

  private async server(claim: ConfigClaim, which: Which): Promise<Run> {
    const [port, behind] = [await freePort(), await freePort()];
    const folder = mkdtempSync(join(tmpdir(), "lastbyte-config-"));
    try {
      cpSync(APPS, folder, { recursive: true });
      cpSync(join(APPS, `${this.run.app}.py`), join(folder, "main.py"));
      const whole = filled(wrapped(this.run, this.textOf(claim, which, `127.0.0.1:${port}`)), {
        ...claim.wrapping,
        port: String(port),
        behind: String(behind),
      });
      writeFileSync(join(folder, this.run.file), whole);
      const command = ((which === "first" ? this.run.first : undefined) ?? this.run.command ?? "")
        .replaceAll("{file}", this.run.file)
        .replaceAll("{behind}", String(behind))
        .replaceAll("{tools}", binOf("tools"));
      return await runSide(
        { folder, environment: "serving", command, port: "{port}", at: port },
        claim,
        this.keepLogs,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Run a file's claims, both sides. */
async function claims(
  runner: Runner,
): Promise<{ firsts: Run[]; scenarios: ProofRecord["scenarios"]; failures: string[] }> {
  const all = runner.run.claims;
  const runs = await pooled(
    all.flatMap((claim) => [() => runner.side(claim, "first"), () => runner.side(claim, "second")]),
  );
  const pairs = all.flatMap((claim, at) => {
    const [first, second] = [runs[2 * at], runs[2 * at + 1]];
    return first && second ? [{ claim, first, second }] : [];
  });
  return {
    firsts: pairs.map(({ first }) => first),
    failures: pairs.flatMap(({ claim, first, second }) =>
      failuresOf(claim, first, second).map(
        (sentence) => `${runner.run.file}, “${claim.scenario}”: ${sentence}`,
      ),
    ),
    scenarios: pairs.map(({ claim, first, second }) => scenarioOf(claim, first, second)),
  };
}

/** Without one directive: the first claim that fails, or null. */
async function without(
  mark: string,
  runs: readonly { runner: Runner; firsts: Run[] }[],
): Promise<string | null> {
  for (const { runner, firsts } of runs)
    for (const [at, claim] of runner.run.claims.entries()) {
      const first = firsts[at];
      const run = await runner.side(claim, mutationOf(runner.run, mark));
      if (first && broken(claim, first, run).length > 0) return claim.scenario;
    }
  return null;
}

/** Everything of a config that can run. */
export async function reproduce(config: Config, keepLogs: (dir: string) => void): Promise<Reproduced> {
  const done: Reproduced = { failures: [], scenarios: [], mutations: [] };
  const runners = config.proof.runs.map((run) => new Runner(config, run, keepLogs));
  await Promise.all(runners.map((runner) => runner.syntax()));
  const ran: { runner: Runner; firsts: Run[] }[] = [];
  for (const runner of runners) {
    const { firsts, scenarios, failures } = await claims(runner);
    ran.push({ runner, firsts });
    done.scenarios.push(...scenarios);
    done.failures.push(...failures);
  }
  const marks = config.files
    .flatMap((file) =>
      file.why.map((why) => ({ ...why, runs: ran.filter(({ runner }) => runner.run.file === file.file) })),
    )
    .filter(({ runs }) => runs.length > 0);
  const fell = await pooled(
    marks.map(
      ({ text, runs }) =>
        () =>
          without(text, runs),
    ),
  );
  marks.forEach(({ text, defence }, at) => {
    const scenario = fell[at] ?? null;
    if (scenario === null && defence === undefined)
      done.failures.push(`without “${text}” every claim still holds: it does nothing here`);
    else if (scenario !== null && defence !== undefined)
      done.failures.push(`“${text}” is labelled as a defence, and without it “${scenario}” fails`);
    else
      done.mutations.push({
        what: text,
        outcome: scenario === null ? "defence" : "fails",
        says: scenario ?? defence ?? "",
      });
  });
  return done;
}
