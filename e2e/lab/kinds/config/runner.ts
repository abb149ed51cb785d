/**
 * One file of a config, run: the pass-through in its place, ours, or ours without one of its decisive lines.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ConfigClaim, ConfigRun } from "../../../../lib/content/config-proof-schema";
import type { Config } from "../../../../lib/content/load";
import type { Recording } from "../../../../lib/trace/signs";
import { pathOf } from "../../machine/installed";
import { freePort } from "../../machine/port";
import { filledConfig, readSyntax } from "../../machine/proxy";
import { programCalled } from "../../programs/index";
import type { Program } from "../../programs/program";
import { APPS, APPS_ENVIRONMENT, serveApp } from "../../run/apps";
import { proxyThrough, type Setup } from "../../run/setup";
import { runSide } from "../../run/side";
import { signsOf } from "../../proof/claims";
import { lab, textFor, wrapped, type Mutation } from "./texts";

/** What stands in the file's place. */
export type Variant = "pass-through" | "ours" | Mutation;

/** What a setup takes from a claim alone. */
const fromClaim = (claim: ConfigClaim) => ({
  ...claim,
  listens: true,
  signs: signsOf(claim),
});

export class Runner {
  private readonly file: Config["files"][number];
  private readonly text: string;
  /** The proxy that reads the file; null where a server does. */
  private readonly program: Program | null;
  constructor(
    config: Config,
    readonly run: ConfigRun,
    private readonly keepLogs: (dir: string) => void,
  ) {
    const file = config.files.find(({ file: name }) => name === run.file);
    if (!file) throw new Error(`The config ${config.id} has no file ${run.file} to run.`);
    this.file = file;
    this.text = config.texts[run.file] ?? "";
    this.program = run.program === undefined ? null : programCalled(run.program);
  }

  /** The file's text for a run, inside what the lab puts around it. `upstream` is the address of the app. */
  private textOf(claim: ConfigClaim | null, variant: Variant, upstream: string): string {
    const { run, file, text } = this;
    if (variant === "pass-through") return wrapped(run, lab(run.passThrough));
    const mutation = variant === "ours" ? undefined : variant;
    return wrapped(run, textFor({ run, claim, file, text, upstream, mutation }));
  }

  /** Let the proxy read the file as the page shows it. A server reads its own when it starts. */
  async syntax(): Promise<void> {
    if (this.program === null) return;
    const dir = mkdtempSync(join(tmpdir(), "lastbyte-"));
    const upstream = await freePort();
    const text = this.textOf(null, "ours", `127.0.0.1:${upstream}`);
    const values = this.run.claims[0]?.wrapping ?? {};
    try {
      await readSyntax({ program: this.program, text, values }, upstream, dir);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }

  /** Run one side of a claim. */
  side(claim: ConfigClaim, variant: Variant): Promise<Recording> {
    return this.program === null ? this.server(claim, variant) : this.proxy(this.program, claim, variant);
  }

  private proxy(program: Program, claim: ConfigClaim, variant: Variant): Promise<Recording> {
    const text = this.textOf(claim, variant, "127.0.0.1:{{upstream}}");
    const setup: Setup = {
      ...fromClaim(claim),
      folder: APPS,
      environment: APPS_ENVIRONMENT,
      command: claim.run ?? serveApp(this.run.app),
      proxy: { program, text, values: claim.wrapping },
    };
    return runSide(setup, this.keepLogs);
  }

  private async server(claim: ConfigClaim, variant: Variant): Promise<Recording> {
    const { run } = this;
    const port = await freePort();
    const behind = String(await freePort());
    const folder = mkdtempSync(join(tmpdir(), "lastbyte-config-"));
    try {
      cpSync(APPS, folder, { recursive: true });
      cpSync(join(APPS, `${run.app}.py`), join(folder, "main.py"));
      const text = this.textOf(claim, variant, `127.0.0.1:${port}`);
      writeFileSync(
        join(folder, run.file),
        filledConfig(text, { ...claim.wrapping, port: String(port), behind }),
      );
      const first = variant === "pass-through" ? run.first : undefined;
      const setup: Setup = {
        ...fromClaim(claim),
        folder,
        environment: APPS_ENVIRONMENT,
        command: claim.run ?? first ?? run.command ?? "",
        values: { file: run.file, behind },
        path: run.uses.map((name) => dirname(pathOf(programCalled(name)))),
        port,
        proxy: proxyThrough(claim.through),
      };
      return await runSide(setup, this.keepLogs);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
