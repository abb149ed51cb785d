import { CauseLinks } from "@/components/cause/cause-links";
import { content } from "@/components/content";
import { GuideLinks, guidesAbout } from "@/components/guide/ways-on";
import { Words } from "@/components/ui/markdown";
import { ProofLine } from "@/components/proof/proof-line";
import { Recording } from "@/components/proof/recording";
import { Sources } from "@/components/ui/sources";
import { TeamTag } from "@/components/ui/team-tag";
import type { Config } from "@/lib/content/load";
import type { ProofRecord } from "@/lib/trace/record-schema";
import { ConfigParts } from "./config";

/** What was found out of each file, where there are several. */
function ProofParts({ parts }: { parts: NonNullable<ProofRecord["parts"]> }) {
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.file}>
          <code>{part.file}</code>: {part.state}
          {part.by && (
            <>
              . <Words inline>{part.by}</Words>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What happens without each marked line. */
function Mutations({ mutations }: { mutations: NonNullable<ProofRecord["mutations"]> }) {
  return (
    <>
      <h3>Each line taken out alone</h3>
      <ul>
        {mutations.map((mutation) => (
          <li key={mutation.what}>
            <code>{mutation.what}</code>:{" "}
            {mutation.outcome === "fails"
              ? "without it the claim fails"
              : "a defence; nothing above changes without it"}
            {mutation.says && (
              <>
                . <Words inline>{mutation.says}</Words>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is known of the config by running it. */
function Run({ proof }: { proof: ProofRecord }) {
  const { parts, mutations, scenarios } = proof;
  return (
    <>
      <h2 id="run">What was run</h2>
      <ProofLine proof={proof} />
      {parts && parts.length > 1 && <ProofParts parts={parts} />}
      {scenarios.map((scenario) => (
        <Recording key={scenario.scenario} scenario={scenario} judged />
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
            <a href={`/limits/#${limit.id}`}>{limit.setting}</a>: {limit.value}
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
        <a href="/configs/">Configs</a> / {config.name}
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
