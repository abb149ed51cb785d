import { Fragment } from "react";
import { content } from "@/components/content";
import { Words } from "@/components/ui/markdown";
import { CopyButton } from "@/components/ui/copy-button";
import { Heading } from "@/components/ui/heading";
import { exampleTitle } from "@/lib/content/kinds/runbook";
import type { RunbookExample } from "@/lib/model/content";
import { alertLink, linkPlaces } from "@/lib/share/alert-link";
import { SOMEWHERE } from "./somewhere";

/** The example as it is copied, with the places of the link marked for the builder. */
function Template({ example }: { example: RunbookExample }) {
  const link = alertLink(SOMEWHERE, content().runbooks.example, { question: "after", as: example.value });
  return (
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
  );
}

/** One alerting tool: where the text goes, the text, and what the tool does when it has no value. */
export function Example({ example }: { example: RunbookExample }) {
  return (
    <>
      <Heading id={example.id} title={exampleTitle(example)} level="h3" />
      <p>
        <Words inline>{example.where}</Words>
      </p>
      <div className="code">
        <header>
          <b>{example.tool}</b>
          <CopyButton />
        </header>
        <pre tabIndex={0} className="message">
          <Template example={example} />
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
