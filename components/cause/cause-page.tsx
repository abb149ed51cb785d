import { content } from "@/components/content";
import { ExcerptsMeta } from "@/components/copy-as/excerpts-meta";
import { CopyAs } from "@/components/copy-as/menu";
import { Says } from "@/components/ui/says";
import { Sources } from "@/components/ui/sources";
import { TeamNotes } from "@/components/team/team";
import type { Cause } from "@/lib/model/content";
import { CauseLimits } from "./cause-limits";
import { CauseProse, HandOver, Mitigation, Verification } from "./cause-parts";
import { CheckBody } from "./check";
import { Fixes } from "./fixes";
import { Measured } from "./measured";
import { SectionHeading } from "./sections";
import { Seen } from "./seen";

/**
 * What it is, in a sentence, and the ways on: to a verdict with its likeliest symptom, and out of here as a
 * copy.
 */
function Opening({ cause }: { cause: Cause }) {
  const layer = content().layers.find(({ id }) => id === cause.layer);
  const [likeliest] = Object.entries(cause.symptoms).sort((a, b) => b[1].weight - a[1].weight);
  return (
    <>
      <p className="kicker">
        <span>
          <a href="/causes/">Causes</a> / {layer?.name}
        </span>
        <code>{cause.id}</code>
      </p>
      <h1>{cause.title}</h1>
      <p className="lead">
        <Says text={cause.lead} />
      </p>
      <p className="no-print">
        <a className="btn" href={`/#symptom=${likeliest?.[0]}`}>
          Check it against your own stack
        </a>
      </p>
      <CopyAs what="this cause" excerpt={`/causes/${cause.id}/`} />
    </>
  );
}

/** The checks that prove it, the best first. */
function Proving({ cause }: { cause: Cause }) {
  const steps = cause.prove.flatMap((id) => content().checks.filter((check) => check.id === id));
  return (
    <ol className="steps">
      {steps.map((check) => (
        <li key={check.id} data-check={check.id}>
          <h3>{check.title}</h3>
          <CheckBody check={check} />
          <CopyAs what={check.title} excerpt={`/checks/#${check.id}`} />
        </li>
      ))}
    </ol>
  );
}

function Related({ cause }: { cause: Cause }) {
  const related = cause.related.flatMap((id) => content().causes.filter((other) => other.id === id));
  if (related.length === 0) return null;
  return (
    <p>
      See also:{" "}
      {related.map((other, at) => (
        <span key={other.id}>
          {at > 0 ? " · " : ""}
          <a href={`/causes/${other.id}/`}>{other.title}</a>
        </span>
      ))}
    </p>
  );
}

/** A cause as a document. Its parts marked with `data-fragment` are what a verdict shows. */
export function CausePage({ cause }: { cause: Cause }) {
  const fragment = (part: string) => `causes/${cause.id}/${part}`;
  return (
    <article className="prose">
      <ExcerptsMeta document={`causes/${cause.id}`} />
      <Opening cause={cause} />
      <SectionHeading id="what" />
      <div className="stack" data-fragment={fragment("what")}>
        <CauseProse cause={cause} heading="What is happening" />
        <TeamNotes place="causes" id={cause.id} />
      </div>
      <SectionHeading id="see" />
      <Seen cause={cause} />
      <CauseLimits cause={cause} />
      <Measured cause={cause} />
      <SectionHeading id="prove" />
      <Proving cause={cause} />
      <SectionHeading id="stop" />
      <div className="stack" data-fragment={fragment("stop")}>
        <Mitigation cause={cause} />
      </div>
      <SectionHeading id="fix" />
      <Fixes cause={cause} />
      <div className="stack" data-fragment={fragment("hand-over")}>
        <HandOver cause={cause} />
      </div>
      <SectionHeading id="verify" />
      <div className="stack" data-fragment={fragment("verify")}>
        <Verification cause={cause} />
      </div>
      <SectionHeading id="not-this" />
      <CauseProse cause={cause} heading="When it is not this" />
      <Related cause={cause} />
      <SectionHeading id="sources" />
      <Sources sources={cause.sources} />
    </article>
  );
}
