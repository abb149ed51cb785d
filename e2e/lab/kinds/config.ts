/** The configs of the site: run by their own programs, validated, or documented. */
import type { ConfigRun } from "../../../lib/content/config-proof-schema";
import type { Config, Content } from "../../../lib/content/load";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import { hashOf, shownConfig } from "../../../lib/content/proofs";
import { checkerCalled } from "./config/checkers";
import { reproduce } from "./config/reproduce";
import { validate, type Checked } from "./config/validate";
import { proofOf, type Item, type Proof } from "../proof/item";
import { labProxy } from "../machine/proxy";
import { programCalled } from "../programs/index";
import { APPS_ENVIRONMENT, APPS_SERVER } from "../run/apps";
import { packageVersions, programVersions, pythonVersion, type Versions } from "../proof/versions";

/** From the weakest to the strongest: a config is as well known as the weakest of its files. */
const STATES = ["documented", "validated", "reproduced"] as const;
type Part = NonNullable<ProofRecord["parts"]>[number];

/** Names of the programs that run a file. */
const programsOf = ({ program, uses }: ConfigRun): string[] => [
  ...(program === undefined ? [] : [program]),
  ...uses,
];

/** Versions of the proxies and of the packages that ran a config. */
async function versionsOf({ proof: { runs } }: Config): Promise<Versions> {
  if (runs.length === 0) return {};
  const packages = [...new Set([...runs.flatMap((run) => run.packages), APPS_SERVER])];
  return {
    ...pythonVersion,
    ...(await programVersions(runs.flatMap(programsOf))),
    ...packageVersions([APPS_ENVIRONMENT], packages),
  };
}

const reading = ({ why, source, date }: Config["proof"]["reads"][number]) =>
  `${why} Documented: ${source}, ${date}`;

/** What is known of each file: of one that ran, that it ran. */
function partsOf({ proof }: Config, checked: readonly Checked[], versions: Versions): Part[] {
  const { runs, reads } = proof;
  const ran = new Map(runs.map(({ file, program }) => [file, program]));
  return [
    ...[...ran].map(([file, program]): Part => {
      const how = program === undefined ? "started as it stands" : `${program} ${versions[program] ?? ""}`;
      return { file, state: "reproduced", by: `${how}, with a stream through it` };
    }),
    ...checked
      .filter(({ file }) => !ran.has(file))
      .map(({ file, by }): Part => ({ file, state: "validated", by: `${file}: ${by}` })),
    ...reads.flatMap((read): Part[] =>
      read.file === undefined ? [] : [{ file: read.file, state: "documented", by: reading(read) }],
    ),
  ];
}

async function proveConfig(config: Config, made: string, keepLogs: (dir: string) => void): Promise<Proof> {
  const ran = await reproduce(config, keepLogs);
  const checked = await validate(config);
  const versions = await versionsOf(config);
  const parts = partsOf(config, checked, versions);
  const open = config.files
    .filter(({ file }) => !parts.some((part) => part.file === file))
    .map(
      ({ file }) =>
        `content/configs/${config.id}/config.yaml: field "proof": nothing runs, checks or reads ${file}`,
    );
  const said = checked.map(({ file, by }) => `${file}: ${by}`);
  const by = [...said, ...config.proof.reads.map(reading)].join("; ");
  const record: ProofRecord = {
    id: config.id,
    kind: "config",
    state: STATES.find((one) => parts.some(({ state }) => state === one)) ?? "documented",
    hash: hashOf(shownConfig(config)),
    made,
    versions,
    ...(by ? { by } : {}),
    scenarios: ran.scenarios,
    parts,
    ...(ran.mutations.length > 0 ? { mutations: ran.mutations } : {}),
  };
  return proofOf(record, [...open, ...ran.failures, ...checked.flatMap(({ failures }) => failures)]);
}

function itemOf(config: Config): Item {
  const { runs, checks } = config.proof;
  const checkers = checks.map((check) => checkerCalled(check.with));
  const proxies = runs.flatMap(({ claims }) =>
    claims.flatMap(({ through }) => (through ? [labProxy(through.proxy).program] : [])),
  );
  return {
    kind: "config",
    id: config.id,
    environments: [
      ...(runs.length > 0 ? [APPS_ENVIRONMENT] : []),
      ...checkers.map(({ environment }) => environment),
    ],
    programs: [
      ...runs.flatMap(programsOf).map(programCalled),
      ...proxies,
      ...checkers.flatMap(({ programs }) => programs),
    ],
    prove: (made, keepLogs) => proveConfig(config, made, keepLogs),
  };
}

export const configItems = ({ configs }: Content): Item[] => configs.map(itemOf);
