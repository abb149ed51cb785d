import { content } from "@/components/content";
import { CopyButton } from "@/components/ui/copy-button";
import { Heading } from "@/components/ui/heading";
import { alertLink } from "@/lib/share/alert-link";
import { Builder } from "./builder";
import { Example } from "./example";
import { Parameters } from "./parameters";
import { SOMEWHERE } from "./somewhere";

/** Sections of the page, in its order. */
export const SECTIONS = [
  { id: "how", title: "How a link is made" },
  { id: "build", title: "Build yours" },
  { id: "examples", title: "Ready examples" },
  { id: "parameters", title: "All parameters" },
  { id: "odd", title: "What a template leaves" },
  { id: "copy", title: "Copy a step" },
] as const;

function SectionHeading({ id }: { id: (typeof SECTIONS)[number]["id"] }) {
  return <Heading id={id} title={SECTIONS.find((section) => section.id === id)?.title} />;
}

/** What a link is made of, with one that opens. */
function How() {
  const whole = alertLink(SOMEWHERE, content().runbooks.example, { question: "after", as: "60" });
  return (
    <>
      <SectionHeading id="how" />
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
    </>
  );
}

/** What opens all the same. */
function Odd() {
  return (
    <>
      <SectionHeading id="odd" />
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
    </>
  );
}

/** How to come from an alert to the verdict. */
export function RunbooksPage() {
  return (
    <article className="prose">
      <h1>From the alert to the verdict</h1>
      <p className="lead">
        An alert knows the stack and the seconds. Put both into its link, and whoever is on call lands on the
        verdict.
      </p>
      <How />
      <SectionHeading id="build" />
      <Builder />
      <SectionHeading id="examples" />
      <p>Each is written in its tool’s own template language.</p>
      {content().runbooks.examples.map((one) => (
        <Example key={one.id} example={one} />
      ))}
      <SectionHeading id="parameters" />
      <Parameters />
      <Odd />
      <SectionHeading id="copy" />
      <p>
        Each verdict, <a href="/causes/">cause</a>, <a href="/checks/">check</a> and{" "}
        <a href="/limits/">limit</a> has “Share”: its link, its text as Markdown, or one step for your
        runbook, with the command, what to look at and what then.
      </p>
    </article>
  );
}
