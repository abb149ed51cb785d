"use client";
import { useState } from "react";
import type { Answers } from "@/lib/model/answers";
import type { Ranked } from "@/lib/model/verdict";
import type { Remedies } from "@/lib/diagnosis/remedies";
import { Fragment } from "./fragment.client";
import { ValuesForm } from "./values.client";

interface Props {
  cause: Ranked;
  remedies: Remedies;
  product: string;
  answers: Answers;
  values: Readonly<Record<string, string>>;
  onValue: (name: string, value: string) => void;
}

/** A part that is fetched when it is opened. */
function Later({ title, open, children }: { title: string; open: boolean; children: React.ReactNode }) {
  const [seen, setSeen] = useState(open);
  return (
    <li>
      <details
        open={open}
        onToggle={(event) => {
          if (event.currentTarget.open) setSeen(true);
        }}
      >
        <summary>
          <span className="n" aria-hidden="true">
            ⌄
          </span>
          <b>{title}</b>
          <span className="open">Open</span>
        </summary>
        <div>{seen && children}</div>
      </details>
    </li>
  );
}

/** What to do about the first cause: stop the bleeding, fix, settings of the path, hand-over, verify. */
export function Remedy({ cause, remedies, product, answers, values, onValue }: Props) {
  const fill = { values, answers, product };
  const document = `causes/${cause.id}`;
  return (
    <div className="stack">
      <Fragment document={document} name={`${document}/what`} {...fill} />
      <h2>Stop the bleeding</h2>
      <Fragment document={document} name={`${document}/stop`} {...fill} />
      {remedies.nextHops.length > 0 && (
        <p className="note" data-next-hop="">
          Raise one limit and the next fires:{" "}
          {remedies.nextHops.map((hop, at) => (
            <span key={`${hop.name}${hop.setting}`}>
              {at > 0 ? ", " : ""}
              <b>{hop.name}</b> {hop.setting}, {hop.seconds} s
            </span>
          ))}
          . <a href="/limits/">All limits</a>
        </p>
      )}
      <h2>Fix it for good</h2>
      {remedies.pair && (
        <>
          {remedies.pair.cause !== cause.id && (
            <p className="small soft">This pair belongs to another of the first causes.</p>
          )}
          <div data-pair={remedies.pair.id}>
            <Fragment document={`pairs/${remedies.pair.id}`} name={`pairs/${remedies.pair.id}`} {...fill} />
          </div>
        </>
      )}
      {remedies.configs.length > 0 && (
        <>
          <h2>Settings on your path</h2>
          <ValuesForm values={values} onChange={onValue} />
          <ul className="rest" data-configs="">
            {remedies.configs.map((config, at) => (
              <Later key={`${config.id}${config.cures}`} title={config.name} open={at === 0 && config.cures}>
                <Fragment document={`configs/${config.id}`} name={`configs/${config.id}`} {...fill} />
              </Later>
            ))}
          </ul>
        </>
      )}
      <details className="tabs">
        <summary>You can’t change this layer?</summary>
        <Fragment document={document} name={`${document}/hand-over`} {...fill} />
      </details>
      <h2>Check that it worked</h2>
      <Fragment document={document} name={`${document}/verify`} {...fill} />
      <p>
        <a href={`/${document}/`}>The whole page of this cause</a>, with sources
      </p>
    </div>
  );
}
