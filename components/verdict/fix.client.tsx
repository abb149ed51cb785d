"use client";
import { useState, type ReactNode } from "react";
import { Says } from "@/components/ui/says";
import type { Remedies } from "@/lib/diagnosis/remedies";
import type { EngineConfig } from "@/lib/model/knowledge";
import { Fragment, type FillIn } from "./fragment.client";
import { Later } from "./later.client";
import { useOnPaper } from "./on-paper.client";
import { WAYS, type PartId, type WayId } from "./part-list";
import { ValuesForm } from "./values.client";

interface PanelProps {
  id: WayId;
  way: WayId;
  children: ReactNode;
}

/** One way to fix it: made when it is chosen, and for paper; on paper all of them stand below each other. */
function Panel({ id, way, children }: PanelProps) {
  const [seen, setSeen] = useState(id === way);
  const paper = useOnPaper();
  if (id === way && !seen) setSeen(true);
  return (
    <div id={id} className="way stack" hidden={id !== way && !paper}>
      <h3 className="on-paper">{WAYS.find((one) => one.id === id)?.label}</h3>
      {(seen || paper) && children}
    </div>
  );
}

/** The pair: its decisive lines, and on demand what was seen and the whole programs. */
function InCode({ pair, fill }: { pair: string; fill: FillIn }) {
  const document = `pairs/${pair}`;
  return (
    <div className="stack" data-pair={pair}>
      <Fragment document={document} name={document} {...fill} />
      <Later title="What was recorded, and both programs, whole">
        <Fragment document={document} name={`${document}/whole`} {...fill} />
      </Later>
    </div>
  );
}

/** What is known of the cause on this path, each with its source. */
function KnownHere({ known }: Pick<Remedies, "known">) {
  return (
    known.length > 0 && (
      <ul className="why" data-known="">
        {known.map(({ says, source }) => (
          <li key={says}>
            <Says text={says} /> <a href={source}>Source</a>
          </li>
        ))}
      </ul>
    )
  );
}

interface SettingsProps {
  configs: readonly (EngineConfig & { cures: boolean })[];
  fill: FillIn;
  /** Values that were typed, by name. */
  typed: Readonly<Record<string, string>>;
  onValue: (name: string, value: string) => void;
}

/** Configs of the products on the path, those that cure the cause first; the first of them is open. */
function InSettings({ configs, fill, typed, onValue }: SettingsProps) {
  return (
    <>
      <ValuesForm values={typed} onChange={onValue} />
      <ul className="rest" data-configs="">
        {configs.map((config, at) => (
          <li key={`${config.id}${config.cures}`}>
            <Later
              className=""
              open={at === 0 && config.cures}
              title={
                <>
                  <span className="n" aria-hidden="true">
                    ⌄
                  </span>
                  <b>{config.name}</b>
                  <span className="open">{config.cures ? "cures it" : "on your path"}</span>
                </>
              }
            >
              <Fragment document={`configs/${config.id}`} name={`configs/${config.id}`} {...fill} />
            </Later>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Props extends Omit<SettingsProps, "fill"> {
  cause: string;
  pair: string | undefined;
  known: Remedies["known"];
  ways: readonly { id: WayId; label: string }[];
  way: WayId;
  fill: FillIn;
  heading: ReactNode;
  hrefOf: (part: PartId) => string;
  onWay: (way: WayId) => void;
}

/** The fix, by the way that the reader can go: in code, in settings, or by whoever owns the layer. */
export function Fix({ cause, pair, known, ways, way, fill, typed, heading, configs, onWay, onValue }: Props) {
  const document = `causes/${cause}`;
  const has = (id: WayId) => ways.some((one) => one.id === id);
  return (
    <section className="stack" data-part="fix">
      <div className="choice">
        {heading}
        {ways.length > 0 && (
          <div className="ways no-print" role="group" aria-label="How it can be fixed">
            {ways.map(({ id, label }) => (
              <button key={id} type="button" aria-pressed={id === way} onClick={() => onWay(id)}>
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      {!has("code") && <Fragment document={document} name={`${document}/fix`} {...fill} />}
      {has("code") && pair && (
        <Panel id="code" way={way}>
          <InCode pair={pair} fill={fill} />
        </Panel>
      )}
      {has("settings") && (
        <Panel id="settings" way={way}>
          <InSettings configs={configs} fill={fill} typed={typed} onValue={onValue} />
        </Panel>
      )}
      {has("owner") && (
        <Panel id="owner" way={way}>
          <Fragment document={document} name={`${document}/hand-over`} {...fill} />
        </Panel>
      )}
      <KnownHere known={known} />
      <div className="folds">
        <Later title="What is happening" onPaper>
          <Fragment document={document} name={`${document}/what`} {...fill} />
        </Later>
        {has("code") && (
          <Later title="The fix in words" onPaper>
            <Fragment document={document} name={`${document}/fix`} {...fill} />
          </Later>
        )}
        <p>
          <a href={`/${document}/`}>The whole page of this cause</a>, with sources
        </p>
      </div>
    </section>
  );
}
