import { Fragment } from "react";
import { content } from "@/components/content";
import { Words } from "@/components/mdx/markdown";
import { CopyButton } from "@/components/ui/copy-button";
import { exampleTitle } from "@/lib/content/kinds/runbook";
import type { RunbookExample } from "@/lib/model/content";
import { valuesOf } from "@/lib/model/questions";
import { alertLink, linkPlaces } from "@/lib/share/alert-link";
import { Builder } from "./builder";

/** Where the site stands is known in the browser only: the script puts the reader's own address in. */
const SOMEWHERE = "https://lastbyte.example.com";

export const SECTIONS = [
  { id: "how", title: "How a link is made" },
  { id: "build", title: "Build yours" },
  { id: "examples", title: "Ready examples" },
  { id: "parameters", title: "All parameters" },
  { id: "odd", title: "What a template leaves" },
  { id: "copy", title: "Copy a step" },
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

function Example({ example }: { example: RunbookExample }) {
  const link = alertLink(SOMEWHERE, content().runbooks.example, { question: "after", as: example.value });
  const title = exampleTitle(example);
  return (
    <>
      <h3 id={example.id}>
        {title}
        <a className="anchor" href={`#${example.id}`} aria-label={`Link to “${title}”`}>
          #
        </a>
      </h3>
      <p>
        <Words inline>{example.where}</Words>
      </p>
      <div className="code">
        <header>
          <b>{example.tool}</b>
          <CopyButton />
        </header>
        <pre tabIndex={0} className="message">
          <span className="line">
            {linkPlaces(example.code.trimEnd(), example.value).map((text, at) => (
              <Fragment key={at}>
                {at > 0 && (
                  <span className="inset" data-runbook-link={example.value}>
                    {link}
                  </span>
                )}
                {text}
              </Fragment>
            ))}
          </span>
        </pre>
      </div>
      <p>
        <Words inline>{example.says}</Words>
      </p>
      <p>
        <b>Nothing to fill in:</b> <Words inline>{example.empty}</Words>
      </p>
      <p className="small soft">
        Source:{" "}
        {example.sources.map((source, at) => (
          <Fragment key={source.url}>
            {at > 0 && ", "}
            <a href={source.url}>{source.title}</a>
          </Fragment>
        ))}
      </p>
    </>
  );
}

/** Each question with every answer that a link may hold. */
function Parameters() {
  const { questions, products, symptoms } = content();
  return (
    <table className="params">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">It says</th>
          <th scope="col">Values</th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question) => (
          <tr key={question.id} id={`parameter-${question.id}`}>
            <td>
              <code>{question.id}</code>
            </td>
            <td>{question.ask}</td>
            <td>
              {valuesOf(question, { symptoms, products })?.map(({ id }) => (
                <Fragment key={id}>
                  <code>{id}</code>{" "}
                </Fragment>
              )) ?? "A number of seconds, 0 to 86400"}
              {question.kind === "products" && "Several, with commas, the caller’s side first."}
            </td>
          </tr>
        ))}
        <tr>
          <td>
            <code>check.…</code>
          </td>
          <td>What a check showed</td>
          <td>The link on the verdict holds it once you have answered.</td>
        </tr>
      </tbody>
    </table>
  );
}

/** How to come from an alert to the verdict. */
export function RunbooksPage() {
  const { example, examples } = content().runbooks;
  const whole = alertLink(SOMEWHERE, example, { question: "after", as: "60" });
  return (
    <article className="prose">
      <h1>From the alert to the verdict</h1>
      <p className="lead">
        An alert knows the stack and the seconds. Put both into its link, and whoever is on call lands on the
        verdict.
      </p>
      <Heading id="how" />
      <p>
        Everything after <code>#</code> is the case: <code>question=answer</code>, joined by{" "}
        <code>&amp;</code>. It never leaves the browser: no server sees it, ours neither.
      </p>
      <div className="code">
        <header>
          <b>A case</b>
          <CopyButton />
        </header>
        <pre tabIndex={0} className="message">
          <span className="line" data-runbook-link="60">
            {whole}
          </span>
        </pre>
      </div>
      <p>
        <a href={`/${whole.slice(SOMEWHERE.length + 1)}`}>Open it</a>. What your alert doesn’t know, leave
        out: Lastbyte asks. <code>after</code> counts from the start of the request to the cut,{" "}
        <code>silence</code> from the last byte to the cut.
      </p>
      <Heading id="build" />
      <Builder />
      <Heading id="examples" />
      <p>Each is written in its tool’s own template language.</p>
      {examples.map((one) => (
        <Example key={one.id} example={one} />
      ))}
      <Heading id="parameters" />
      <Parameters />
      <Heading id="odd" />
      <p>
        Links keep working when a template has nothing to put in, or puts in something odd. What is understood
        opens; the rest is named above the verdict.
      </p>
      <ul>
        <li>
          <code>after=61.0348291</code>: 61.035 s.
        </li>
        <li>
          <code>after=1m</code>, <code>after=1m 1s</code>, <code>after=60000ms</code>: read as seconds.
        </li>
        <li>
          <code>after=</code>: named as missing. <code>after=NaN</code>, <code>after=&lt;no value&gt;</code>:
          left out and named.
        </li>
        <li>
          <code>framework=LangGraph</code>: capitals don’t matter.
        </li>
        <li>
          <code>&amp;amp;</code> from a tool that makes HTML of its messages: read as <code>&amp;</code>.
        </li>
        <li>
          <code>after=1,234</code>: two numbers to us. None is taken, both are named.
        </li>
      </ul>
      <p>Ids stay: an address that worked once works for good.</p>
      <Heading id="copy" />
      <p>
        Each verdict, <a href="/causes/">cause</a>, <a href="/checks/">check</a> and{" "}
        <a href="/limits/">limit</a> has “Share”: its link, its text as Markdown, or one step for your
        runbook, with the command, what to look at and what then.
      </p>
    </article>
  );
}
