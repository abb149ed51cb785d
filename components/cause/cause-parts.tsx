import { Fragment, type ReactNode } from "react";
import { Code } from "@/components/code/code";
import { Words } from "@/components/ui/markdown";
import { Mdx } from "@/components/mdx/mdx";
import { CopyButton } from "@/components/ui/copy-button";
import { partOf } from "@/lib/content/prose";
import type { Cause } from "@/lib/model/content";
import { fillSlots, partsOf } from "@/lib/text/fill";

/** Texts with slots: on a document they stand for the reader's own values. */
const plainSlots = (text: string): string =>
  fillSlots(text, { product: "the product", after: "the same time", silence: "the silence" });

/** Words with the reader's values in them: spans that the desk fills, with what was recorded until then. */
function Filled({ children }: { children: string }): ReactNode {
  return partsOf(children).map(({ text, value }, at) =>
    value ? (
      <span key={at} data-value={value} data-as="{} s">
        {text}
      </span>
    ) : (
      // Markdown leaves out the blanks at the ends of a text.
      <Fragment key={at}>
        {text.startsWith(" ") && " "}
        <Words inline>{text}</Words>
        {text.endsWith(" ") && " "}
      </Fragment>
    ),
  );
}

/** What stops the bleeding, with its price. */
export function Mitigation({ cause }: { cause: Cause }) {
  const { title, do: how, run, risk, undo } = cause.mitigate;
  return (
    <div className="now">
      <h3>{title}</h3>
      <p>
        <Filled>{how}</Filled>
      </p>
      {run && <Code code={run} lang="sh" title="shell" />}
      <p>
        <b>Risk:</b> <Words inline>{risk}</Words>
      </p>
      <p>
        <b>Undo:</b> <Words inline>{undo}</Words>
      </p>
    </div>
  );
}

/** A longer program is folded: what to look for is read first. */
const LONG_LINES = 8;

/** The check that it worked. */
export function Verification({ cause }: { cause: Cause }) {
  const { run, lang, see } = cause.verify;
  const lines = run.trimEnd().split("\n").length;
  const code = <Code code={run} lang={lang} title="Run this, and look for" />;
  return (
    <div className="next">
      {lines > LONG_LINES ? (
        <details className="tabs">
          <summary>The program to run, {lines} lines</summary>
          {code}
        </details>
      ) : (
        code
      )}
      <p>
        <Words inline>{see}</Words>
      </p>
    </div>
  );
}

/** For a layer that belongs to someone else: what the app can do alone, and what to send them. */
export function HandOver({ cause }: { cause: Cause }): ReactNode {
  if (!cause.owner && !cause.appOnly) return null;
  return (
    <div className="stack-tight">
      {cause.appOnly && (
        <p>
          <b>In the app alone:</b> <Filled>{cause.appOnly}</Filled>
        </p>
      )}
      {cause.owner && (
        <div className="code">
          <header>
            <b>For {cause.owner.who}</b>
            <CopyButton />
          </header>
          <pre tabIndex={0} className="message">
            <span className="line" data-template={cause.owner.message}>
              {plainSlots(cause.owner.message)}
            </span>
          </pre>
        </div>
      )}
    </div>
  );
}

/** One section of the prose. */
export function CauseProse({ cause, heading }: { cause: Cause; heading: string }) {
  return <Mdx source={partOf(cause.body, heading)} />;
}
