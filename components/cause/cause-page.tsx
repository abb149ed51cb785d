import { content } from "@/components/content";
import { PairDiff } from "@/components/code/pair";
import { Words } from "@/components/mdx/markdown";
import { Says } from "@/components/ui/says";
import { Share } from "@/components/ui/share";
import { TeamNotes } from "@/components/ui/team";
import { TeamTag } from "@/components/ui/team-tag";
import type { Cause } from "@/lib/content/load";
import type { Rule } from "@/lib/model/knowledge";
import { answerWords } from "@/lib/diagnosis/words";
import { CauseProse, HandOver, Mitigation, Verification } from "./cause-parts";
import { CheckBody } from "./check";

/** Sections of a cause, in the order of the page. */
export const SECTIONS = [
  { id: "what", title: "What is happening" },
  { id: "see", title: "What you see" },
  { id: "prove", title: "Prove it in a minute" },
  { id: "stop", title: "Stop the bleeding" },
  { id: "fix", title: "Fix" },
  { id: "verify", title: "Check that it worked" },
  { id: "not-this", title: "When it is not this" },
  { id: "sources", title: "Sources" },
] as const;

function Heading({ id }: { id: (typeof SECTIONS)[number]["id"] }) {
  const title = SECTIONS.find((section) => section.id === id)?.title;
  return (
    <h2 id={id}>
      {title}
      <a className="anchor" href={`#${id}`} aria-label={`Link to “${title}”`}>
        #
      </a>
    </h2>
  );
}

/** The answers for which a piece of evidence speaks, as the wizard words them. */
function conditionOf({ when }: Rule): string {
  const { questions, ...named } = content();
  return Object.entries(when)
    .flatMap(([id, values]) => {
      const question = questions.find((one) => one.id === id);
      return question
        ? [`${question.short}: ${values.map((value) => answerWords(question, [value], named)).join(" or ")}`]
        : [];
    })
    .join(", ");
}

function Seen({ cause }: { cause: Cause }) {
  const symptoms = content().symptoms.filter((symptom) => (cause.symptoms[symptom.id]?.weight ?? -1) > 0);
  const against = cause.evidence
    .filter((rule) => rule.weight === -2 || rule.weight === "rules-out")
    .slice(0, 3);
  return (
    <>
      <ul className="why">
        {symptoms.map((symptom) => (
          <li key={symptom.id}>
            <b>{symptom.label}.</b> <Words inline>{cause.symptoms[symptom.id]?.says ?? symptom.what}</Words>
          </li>
        ))}
        {against.map((rule) => (
          <li key={rule.says} className="con">
            <b>{conditionOf(rule)}.</b> <Words inline>{rule.says}</Words>
          </li>
        ))}
      </ul>
      {cause.errors.length > 0 && (
        <>
          <h3>Exact strings</h3>
          <ul className="errors">
            {cause.errors.map((error) => (
              <li key={error}>
                <code>{error}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Fixes({ cause }: { cause: Cause }) {
  const { pairs, configs, products } = content();
  const own = pairs.filter((pair) => pair.causes.includes(cause.id));
  const serving = own.filter((pair) => pair.framework === "serving");
  const first = serving[0] ?? own[0];
  const others = own.filter((pair) => pair !== first);
  const nameOf = (id: string) =>
    products.framework.find((product) => product.id === id)?.name ?? "Any framework";
  const settable = configs.filter((config) => config.causes.includes(cause.id));
  return (
    <>
      <CauseProse cause={cause} heading="Fix" />
      {first && <PairDiff id={first.id} />}
      {others.length > 0 && (
        <>
          <h3>More code pairs</h3>
          <ul>
            {others.map((pair) => (
              <li key={pair.id}>
                {nameOf(pair.framework)}:{" "}
                <a href={`/pairs/${pair.id}/`}>
                  <Says text={pair.title} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {settable.length > 0 && (
        <>
          <h3>Configs</h3>
          <ul>
            {settable.map((config) => (
              <li key={config.id}>
                <a href={`/configs/${config.id}/`}>
                  {config.name}: {config.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const MOST_LIMITS = 16;

function CauseLimits({ cause }: { cause: Cause }) {
  const { limits, products } = content();
  const own = limits.filter((limit) => limit.cause === cause.id && limit.seconds !== null);
  if (own.length === 0) return null;
  // Those first that the wizard offers, in its order: most readers have one of them.
  const offered = Object.values(products)
    .flat()
    .map(({ id }) => id);
  const place = ({ on }: (typeof own)[number]) =>
    on !== null && offered.includes(on) ? offered.indexOf(on) : offered.length;
  const shown = [...own].sort((a, b) => place(a) - place(b)).slice(0, MOST_LIMITS);
  return (
    <>
      <h3>Limits that bring this about</h3>
      <table className="facts">
        <thead>
          <tr>
            <th>Product</th>
            <th>Setting</th>
            <th>Default</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((limit) => (
            <tr key={limit.id}>
              <td>
                {limit.product}
                {limit.team && (
                  <>
                    {" "}
                    <TeamTag />
                  </>
                )}
              </td>
              <td>
                <code>{limit.setting}</code>
              </td>
              <td className="num">
                <a href={`/limits/#${limit.id}`}>{limit.value}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {own.length > shown.length && (
        <p>
          <a href={`/limits/#${new URLSearchParams({ q: cause.title })}`}>
            All {own.length} limits that bring this about
          </a>
        </p>
      )}
    </>
  );
}

/** Facts about this cause that the lab has measured. */
function Measured({ cause }: { cause: Cause }) {
  const own = content().facts.filter((fact) => fact.causes.includes(cause.id));
  if (own.length === 0) return null;
  return (
    <>
      <h3>Measured</h3>
      <ul>
        {own.map((fact) => (
          <li key={fact.id}>
            <a href={`/facts/${fact.id}/`}>
              <Says text={fact.title} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A cause as a document. Its parts marked with `data-fragment` are what a verdict shows. */
export function CausePage({ cause }: { cause: Cause }) {
  const { checks, causes, layers } = content();
  const steps = cause.prove.flatMap((id) => checks.filter((check) => check.id === id));
  const related = cause.related.flatMap((id) => causes.filter((other) => other.id === id));
  return (
    <article className="prose" data-shared="cause">
      <p className="kicker">
        <a href="/causes/">Causes</a> / {layers.find((layer) => layer.id === cause.layer)?.name}{" "}
        <code>{cause.id}</code>
      </p>
      <h1>{cause.title}</h1>
      <p className="lead">
        <Says text={cause.lead} />
      </p>
      <p className="no-print">
        <a
          className="btn"
          href={`/#symptom=${Object.entries(cause.symptoms).sort((a, b) => b[1].weight - a[1].weight)[0]?.[0]}`}
        >
          Check it against your own stack
        </a>
      </p>
      <Share what="this cause" />
      <Heading id="what" />
      <div className="stack" data-fragment={`causes/${cause.id}/what`}>
        <CauseProse cause={cause} heading="What is happening" />
        <TeamNotes place="causes" id={cause.id} />
      </div>
      <Heading id="see" />
      <Seen cause={cause} />
      <CauseLimits cause={cause} />
      <Measured cause={cause} />
      <Heading id="prove" />
      <ol className="steps">
        {steps.map((check) => (
          <li key={check.id} data-shared="check" data-check={check.id}>
            <h3>{check.title}</h3>
            <CheckBody check={check} />
            <Share what={check.title} />
          </li>
        ))}
      </ol>
      <Heading id="stop" />
      <div className="stack" data-fragment={`causes/${cause.id}/stop`}>
        <Mitigation cause={cause} />
      </div>
      <Heading id="fix" />
      <Fixes cause={cause} />
      <div className="stack" data-fragment={`causes/${cause.id}/hand-over`}>
        <HandOver cause={cause} />
      </div>
      <Heading id="verify" />
      <div className="stack" data-fragment={`causes/${cause.id}/verify`}>
        <Verification cause={cause} />
      </div>
      <Heading id="not-this" />
      <CauseProse cause={cause} heading="When it is not this" />
      {related.length > 0 && (
        <p>
          See also:{" "}
          {related.map((other, at) => (
            <span key={other.id}>
              {at > 0 ? " · " : ""}
              <a href={`/causes/${other.id}/`}>{other.title}</a>
            </span>
          ))}
        </p>
      )}
      <Heading id="sources" />
      <ul>
        {cause.sources.map((source) => (
          <li key={source.url}>
            <a href={source.url}>{source.title}</a>
          </li>
        ))}
      </ul>
    </article>
  );
}
