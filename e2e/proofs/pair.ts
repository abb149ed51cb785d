/** A pair of programs, both sides run under each of its claims. */
import { join } from "node:path";
import type { Pair } from "../../lib/content/load";
import type { Claim, ProofRecord, Side } from "../../lib/content/proof-schema";
import { hashOf } from "../../lib/content/proofs";
import type { Proof } from "./item";
import { broken, holdsSwapped, type Run } from "./judge";
import { runOf } from "./model/server";
import { lockedVersion } from "./run/environments";
import { isProgram, versionOf } from "./run/programs";
import { runSide, type Setting } from "./run/scenario";
import { labProxy } from "./run/front";

/** Lines of a log that a claim speaks of, as they were written, without what differs from run to run. */
export function logLines(run: Run, claim: Claim): string[] {
  const wanted = [...claim.shows, ...claim.gives].flatMap((sign) => (sign.sign === "log" || sign.sign === "prints" ? [sign.text] : []));
  const lines = `${run.log}\n${run.printed}`.split("\n");
  return [...new Set(wanted.flatMap((text) => lines.find((line) => line.includes(text))?.trim().slice(0, 240) ?? []))];
}

/** Arrivals that a chart can show; many small ones in a row are thinned out, the first and the last stay. */
export function thinned(side: Side): Side {
  const MOST = 60;
  const heard = side.heard.map((one) => {
    const step = Math.ceil(one.chunks.length / MOST);
    return step <= 1 ? one : { ...one, chunks: one.chunks.filter((_, at) => at % step === 0 || at === one.chunks.length - 1) };
  });
  return { ...side, heard };
}

/** Versions that ran: what the pair names, as locked, and the proxies in front. */
async function versions(pair: Pair): Promise<Record<string, string>> {
  const named = Object.keys(pair.needs).filter((name) => name !== "python").flatMap((name) => { const version = lockedVersion(pair.environment, name); return version === null ? [] : [[name.replace(/\[.*\]$/, ""), version] as const]; });
  const fronts = new Set(pair.claims.flatMap((claim) => (claim.through ? [labProxy(claim.through.proxy).program] : [])));
  const hops = await Promise.all([...fronts].map(async (name) => [name, isProgram(name) ? await versionOf(name) : ""] as const));
  return { python: "3.11", ...Object.fromEntries(named), ...Object.fromEntries(hops) };
}

const settingOf = (pair: Pair, side: "broken" | "fixed"): Setting => ({
  folder: join("content/pairs", pair.id),
  environment: pair.environment,
  command: pair.run.replaceAll("fixed", side),
  port: /\b8000\b/.test(pair.run) ? "8000" : null,
});

/** What the page shows of a pair, for its hash. */
export const shownPair = (pair: Pair) => ({ id: pair.id, kind: "pair" as const, files: { "broken.py": pair.brokenCode, "fixed.py": pair.fixedCode }, claims: { run: pair.run, claims: pair.claims } });

/** Run a pair. */
export async function provePair(pair: Pair, made: string, keepLogs: (dir: string) => void): Promise<Proof> {
  const failures: string[] = [];
  const scenarios: ProofRecord["scenarios"] = [];
  for (const claim of pair.claims) {
    const one = async (side: "broken" | "fixed") => { const put = (text: string) => text.replaceAll("{side}", side); return runSide(settingOf(pair, side), claim.run === undefined ? claim : { ...claim, run: put(claim.run) }, keepLogs); };
    const [first, second] = [await one("broken"), await one("fixed")];
    failures.push(...broken(claim, first, second).map((sentence) => `“${claim.scenario}”: ${sentence}`));
    failures.push(...holdsSwapped(claim, first, second).map((sign) => `“${claim.scenario}”: with the sides swapped, “${sign}” still holds`));
    const [one1, two] = [first, second].map((run) => thinned({ ...run.side, log: logLines(run, claim) }));
    if (one1 && two) scenarios.push({ scenario: claim.scenario, ...(claim.scale ? { scale: claim.scale } : {}), run: claim.model.reduce((sum, script) => sum + runOf(script), 0), first: claim.broken, second: claim.fixed, sides: [one1, two] });
  }
  const record: ProofRecord = { id: pair.id, kind: "pair", state: "reproduced", hash: hashOf(shownPair(pair)), made, versions: await versions(pair), scenarios };
  return { record: failures.length > 0 ? null : record, failures };
}
