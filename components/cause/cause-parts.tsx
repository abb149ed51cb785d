import type { ReactNode } from "react";
import { Code } from "@/components/code/code";
import { Words } from "@/components/ui/markdown";
import { Mdx } from "@/components/mdx/mdx";
import { CopyButton } from "@/components/ui/copy-button";
import { partOf } from "@/lib/content/prose";
import type { Cause } from "@/lib/model/content";
import { fillSlots } from "@/lib/text/fill";

/** Texts with slots: on a document they stand for the reader's own values. */
const plainSlots = (text: string): string =>
  fillSlots(text, { product: "the product", after: "the same time", silence: "the silence" });

/** What stops the bleeding, with its price. */
export function Mitigation({ cause }: { cause: Cause }) {
  const { title, do: how, run, risk, undo } = cause.mitigate;
  return (
    <div className="now">
      <h3>{title}</h3>
      <p>
        <Words inline>{how}</Words>
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

/** The check that it worked. */
export function Verification({ cause }: { cause: Cause }) {
  return (
    <div className="next">
      <Code code={cause.verify.run} lang={cause.verify.lang} title="Run this, and look for" />
      <p>
        <Words inline>{cause.verify.see}</Words>
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
          <b>In the app alone:</b> <Words inline>{cause.appOnly}</Words>
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
