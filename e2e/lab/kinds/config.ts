/** The configs of the site: run by their own programs, validated, or documented. */
import type { ConfigRun } from "../../../lib/content/config-proof-schema";
import type { Content } from "../../../lib/content/load";
import { shownConfig } from "../../../lib/content/proofs";
import type { ProofRecord } from "../../../lib/trace/record-schema";
import { concluded } from "../evidence/conclude";
import type { Evidence } from "../evidence/schema";
import type { Subject } from "../evidence/subject";
import { labProxy, proxyFiles } from "../machine/proxy";
import { fileOfProgram, programCalled } from "../programs/index";
import type { Item, Proof } from "../evidence/item";
import { browserOf, packageVersions, type Versions } from "../proof/versions";
import { APPS_ENVIRONMENT, APPS_SERVER, ownFiles } from "../run/apps";
import { checkerCalled, CHECKERS } from "./config/checkers";
import { marksOf, scenariosOf } from "./config/planned";
import { reproduce } from "./config/reproduce";
import { wrapFile } from "./config/texts";
import { validate } from "./config/validate";

/** From the weakest to the strongest: a config is as well known as the weakest of its files. */
const STATES = ["documented", "validated", "reproduced"] as const;
type Part = NonNullable<ProofRecord["parts"]>[number];
type Known = Pick<Evidence, "checked" | "versions">;
type Config = Content["configs"][number];

/** Names of the programs that run a file. */
const programsOf = ({ program, uses }: ConfigRun): string[] => [
  ...(program === undefined ? [] : [program]),
  ...uses,
];

const packagesOf = ({ proof: { runs } }: Config): Versions =>
  runs.length === 0
    ? {}
    : packageVersions(
        [APPS_ENVIRONMENT],
        [...new Set([...runs.flatMap((run) => run.packages), APPS_SERVER])],
      );

const reading = ({ why, source, date }: Config["proof"]["reads"][number]) =>
  `${why} Documented: ${source}, ${date}`;

/** What is known of each file: of one that ran, that it ran. */
function partsOf({ proof }: Config, { checked, versions }: Known): Part[] {
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

/** State, words and parts of a config's record: it is as well known as the weakest of its files. */
function stateOf(config: Config, known: Known): ReturnType<Subject["stateOf"]> {
  const parts = partsOf(config, known);
  const said = known.checked.map(({ file, by }) => `${file}: ${by}`);
  const by = [...said, ...config.proof.reads.map(reading)].join("; ");
  return {
    state: STATES.find((one) => parts.some(({ state }) => state === one)) ?? "documented",
    ...(by ? { by } : {}),
    parts,
  };
}

const proxiesOf = ({ proof: { runs } }: Config): string[] =>
  runs.flatMap(({ claims }) => claims.flatMap(({ through }) => through?.proxy ?? []));

/** Everything that a run starts beside its program: its app, and commands of its own. */
const commandsOf = ({ app, command, first, claims }: ConfigRun): string[] =>
  [app, command ?? [], first ?? [], ...claims.map(({ run }) => run ?? [])].flat();

/** Files of the lab that a config's runs and checkers depend on. */
function filesOf(config: Config): string[] {
  const { runs, checks } = config.proof;
  const wraps = runs.flatMap(({ wrap, passThrough }) => [...(wrap === undefined ? [] : [wrap]), passThrough]);
  return [
    ...ownFiles(runs.flatMap(commandsOf)),
    ...(checks.length > 0 ? [CHECKERS] : []),
    ...wraps.map(wrapFile),
    ...runs.flatMap(programsOf).map(fileOfProgram),
    ...proxiesOf(config).flatMap(proxyFiles),
  ];
}

const environmentsOf = ({ proof: { runs, checks } }: Config): string[] => [
  ...(runs.length > 0 ? [APPS_ENVIRONMENT] : []),
  ...checks.map((check) => checkerCalled(check.with).environment),
];

/** What the content says of a config that its record has to hold. */
export function configSubject(config: Config): Subject {
  const { runs, checks } = config.proof;
  const scenarios = scenariosOf(config);
  const programs = [...runs.flatMap(programsOf), ...scenarios.flatMap(({ first }) => browserOf(first.asks))];
  return {
    shown: shownConfig(config),
    words: { title: config.title, summary: config.summary, why: config.files.map(({ why }) => why) },
    scenarios,
    marks: marksOf(config),
    packages: packagesOf(config),
    programs: [...new Set(programs)],
    environments: environmentsOf(config),
    files: filesOf(config),
    checks: checks.map(({ file, blind }) => ({ file, blind })),
    stateOf: (known) => stateOf(config, known),
  };
}

/** Files that nothing runs, checks or reads: one sentence each. */
function openFiles({ id, files, proof: { runs, checks, reads } }: Config): string[] {
  const known = new Set([...runs, ...checks, ...reads].map(({ file }) => file));
  return files
    .filter(({ file }) => !known.has(file))
    .map(
      ({ file }) => `content/configs/${id}/config.yaml: field "proof": nothing runs, checks or reads ${file}`,
    );
}

async function proveConfig(config: Config, made: string, keepLogs: (dir: string) => void): Promise<Proof> {
  const ran = await reproduce(config, keepLogs);
  const checked = await validate(config);
  return concluded(
    configSubject(config),
    { made, checked: checked.map(({ file, by }) => ({ file, by })), ...ran },
    [...openFiles(config), ...checked.flatMap(({ failures }) => failures)],
  );
}

function itemOf(config: Config): Item {
  const { runs, checks } = config.proof;
  return {
    kind: "config",
    id: config.id,
    environments: environmentsOf(config),
    programs: [
      ...runs.flatMap(programsOf).map(programCalled),
      ...proxiesOf(config).map((proxy) => labProxy(proxy).program),
      ...checks.flatMap((check) => checkerCalled(check.with).programs),
    ],
    prove: (made, keepLogs) => proveConfig(config, made, keepLogs),
  };
}

export const configItems = ({ configs }: Content): Item[] => configs.map(itemOf);
