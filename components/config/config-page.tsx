import { CauseLinks } from "@/components/cause/cause-links";
import { content } from "@/components/content";
import { GuideLinks, guidesAbout } from "@/components/guide/ways-on";
import { Breakable } from "@/components/ui/breakable";
import { CodeWords } from "@/components/ui/code-words";
import { together } from "@/components/ui/together";
import { Words } from "@/components/ui/markdown";
import { By } from "@/components/proof/by";
import { ProofLine } from "@/components/proof/proof-line";
import { Recording } from "@/components/proof/recording";
import { Sources } from "@/components/ui/sources";
import { TeamTag } from "@/components/ui/team-tag";
import type { Config } from "@/lib/content/load";
import { stateOf } from "@/lib/proofs/summary";
import type { ProofRecord } from "@/lib/trace/record-schema";
import { ConfigParts } from "./config";

type Part = NonNullable<ProofRecord["parts"]>[number];

/** What was found out of each file, where there are several; what holds for all of them is told once. */
function ProofParts({ parts }: { parts: readonly Part[] }) {
  const mixed = parts.some(({ state }) => state !== parts[0]?.state);
  return (
    <dl className="why-lines">
      {parts.map(({ file, state, by }) => (
        <div key={file}>
          <dt>
            <code>
              <Breakable text={file} />
            </code>
          </dt>
          <dd>
            {mixed && <b>{stateOf({ state })}. </b>}
            {by && <By text={by} file={file} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What happens without each marked line. */
function Mutations({ mutations }: { mutations: NonNullable<ProofRecord["mutations"]> }) {
  return (
    <>
      <h3>Each line taken out alone</h3>
      <p>What fails without it, of the runs above:</p>
      <dl className="why-lines">
        {mutations.map(({ what, outcome, says }) => (
          <div key={what}>
            <dt>
              <code>
                <CodeWords text={what} />
              </code>
            </dt>
            <dd>
              {outcome === "defence" && <>Nothing; the line is a defence. </>}
              {says && <Words inline>{says}</Words>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What the part is called in which no program ran. */
const KNOWN = {
  reproduced: "What was run",
  validated: "What was checked",
  documented: "What was read",
} as const;
/** A config is judged beside what is there without it: a bare proxy, a server's own defaults, a template. */
const SIDES = ["without it", "with it"] as const;

/** What is known of the config by running it. */
function Run({ proof }: { proof: ProofRecord }) {
  const { state, parts, mutations, scenarios } = proof;
  return (
    <>
      <h2 id="run">{scenarios.length > 0 ? "What was run" : KNOWN[state]}</h2>
      <ProofLine proof={proof} />
      {parts && parts.length > 1 && <ProofParts parts={parts} />}
      {scenarios.map((scenario) => (
        <Recording key={scenario.scenario} scenario={scenario} judged names={SIDES} />
      ))}
      {mutations && mutations.length > 0 && <Mutations mutations={mutations} />}
    </>
  );
}

/** The limits of its product. */
function OwnLimits({ config }: { config: Config }) {
  const own = content().limits.filter((limit) => limit.on === config.product);
  if (own.length === 0) return null;
  return (
    <>
      <h2 id="limits">Its limits</h2>
      <ul className="long">
        {own.map((limit) => (
          <li key={limit.id}>
            <a href={`/limits/#${limit.id}`}>
              <Breakable text={limit.setting} />
            </a>
            : {together(limit.value)}
            {limit.team && (
              <>
                {" "}
                <TeamTag />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The guides about its product. */
function OwnGuides({ config }: { config: Config }) {
  const guides = guidesAbout(config.product);
  if (guides.length === 0) return null;
  return (
    <>
      <h2 id="guides">Guides</h2>
      <ul>
        <GuideLinks guides={guides} />
      </ul>
    </>
  );
}

/** A config as a document. */
export function ConfigPage({ config }: { config: Config }) {
  const proof = content().proofs.find(({ kind, id }) => kind === "config" && id === config.id);
  return (
    <article className="prose wide">
      <p className="kicker">
        <span>
          <a href="/configs/">Configs</a> / {config.name}
        </span>
      </p>
      <h1>{config.title}</h1>
      <div data-fragment={`configs/${config.id}`}>
        <ConfigParts config={config} />
      </div>
      {proof && <Run proof={proof} />}
      <OwnLimits config={config} />
      <h2 id="causes">Cures</h2>
      <ul>
        <CauseLinks ids={config.causes} />
      </ul>
      <OwnGuides config={config} />
      <h2 id="sources">Sources</h2>
      <Sources sources={config.sources} />
    </article>
  );
}
