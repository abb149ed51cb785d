/** The configs of the site: run by their own programs, validated, or documented. */
import type { Config, Content } from "../../lib/content/load";
import type { ProofRecord } from "../../lib/content/proof-schema";
import { hashOf, shownConfig } from "../../lib/content/proofs";
import { reproduce } from "./config/reproduce";
import { environmentOf, validate } from "./config/validate";
import type { Item, Proof } from "./item";
import { labProxy } from "./run/front";
import { lockedVersion } from "./run/environments";
import { isProgram, versionOf } from "./run/programs";

const STATES = ["documented", "validated", "reproduced"] as const;
type Part = NonNullable<ProofRecord["parts"]>[number];

/** Versions of the proxies and of the packages that ran a config. */
async function versionsOf(config: Config): Promise<Record<string, string>> {
  const { runs } = config.proof;
  if (runs.length === 0) return {};
  const proxies = await Promise.all(
    [...new Set(runs.map(({ program }): string => program))]
      .filter(isProgram)
      .map(async (name) => [name, await versionOf(name)] as const),
  );
  const named = [...new Set([...runs.flatMap(({ packages }) => packages), "uvicorn"])].map(
    (name) => [name, lockedVersion("serving", name) ?? lockedVersion("tools", name) ?? ""] as const,
  );
  return { python: "3.11", ...Object.fromEntries([...proxies, ...named]) };
}

const reading = ({ why, source, date }: Config["proof"]["reads"][number]) =>
  `${why} Documented: ${source}, ${date}`;

async function proveConfig(config: Config, made: string, keepLogs: (dir: string) => void): Promise<Proof> {
  const { runs, checks, reads } = config.proof;
  const ran = await reproduce(config, keepLogs);
  const checked = await validate(config);
  const versions = await versionsOf(config);
  const parts: Part[] = [
    ...[...new Map(runs.map((run) => [run.file, run.program])).entries()].map(([file, program]): Part => ({
      file,
      state: "reproduced",
      by:
        program === "server"
          ? "started as it stands, with a stream through it"
          : `${program} ${versions[program] ?? ""}, with a stream through it`,
    })),
    ...checks
      .filter(({ file }) => !runs.some((run) => run.file === file))
      .map((check): Part => ({
        file: check.file,
        state: "validated",
        by: checked.by[checks.indexOf(check)] ?? "",
      })),
    ...reads.flatMap((read) =>
      read.file === undefined ? [] : [{ file: read.file, state: "documented" as const, by: reading(read) }],
    ),
  ];
  const open = config.files
    .filter(({ file }) => !parts.some((part) => part.file === file))
    .map(
      ({ file }) =>
        `content/configs/${config.id}/config.yaml: field "proof": nothing runs, checks or reads ${file}`,
    );
  const failures = [...open, ...ran.failures, ...checked.failures];
  const state = STATES.find((one) => parts.some((part) => part.state === one)) ?? "documented";
  const by = [...checked.by, ...reads.map(reading)].join("; ");
  const record: ProofRecord = {
    id: config.id,
    kind: "config",
    state,
    hash: hashOf(shownConfig(config)),
    made,
    versions,
    ...(by ? { by } : {}),
    scenarios: ran.scenarios,
    parts,
    ...(ran.mutations.length > 0 ? { mutations: ran.mutations } : {}),
  };
  return { record: failures.length > 0 ? null : record, failures };
}

export function configItems(content: Content): Item[] {
  return content.configs.map((config): Item => ({
    kind: "config",
    id: config.id,
    environments: [
      ...(config.proof.runs.length > 0 ? ["serving"] : []),
      ...(config.proof.runs.some(
        ({ program, command }) => program === "envoy" || program === "caddy" || command?.includes("{tools}"),
      )
        ? ["tools"]
        : []),
      ...config.proof.checks.map(environmentOf),
    ],
    programs: [
      ...config.proof.runs.flatMap(({ program, claims }): string[] => [
        program,
        ...claims.flatMap(({ through }) => (through ? [labProxy(through.proxy).program] : [])),
      ]),
      ...config.proof.checks.map((check) => check.with),
    ].filter(isProgram),
    prove: (made, keepLogs) => proveConfig(config, made, keepLogs),
  }));
}
