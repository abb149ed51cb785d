"use client";
import { memo, useEffect, type ReactNode } from "react";
import type { Prepared } from "@/lib/diagnosis/prepared";
import type { NextHop } from "@/lib/diagnosis/remedies";
import { suspectName } from "@/lib/diagnosis/words";
import { Checklist } from "./checklist.client";
import { Cleared } from "./cleared.client";
import { Fix } from "./fix.client";
import { fetchFragments, Fragment } from "./fragment.client";
import { PARTS, type PartId, type WayId } from "./part-list";
import type { ShownBelow } from "./use-below.client";

/** Causes whose parts are fetched before they are asked for. */
const FETCHED_AHEAD = 3;

/** Fetch what the first causes need before it is asked for. */
function usePrefetch({ verdict, opened, remedies }: ShownBelow) {
  const wanted = [
    "checks",
    ...[opened.cause, ...verdict.causes].slice(0, FETCHED_AHEAD + 1).map(({ id }) => `causes/${id}`),
    ...(remedies.pair ? [`pairs/${remedies.pair.id}`] : []),
    ...remedies.configs.map(({ id }) => `configs/${id}`),
  ].join(" ");
  useEffect(() => {
    const timer = setTimeout(
      () =>
        wanted.split(" ").forEach((document) => {
          fetchFragments(document).catch(() => undefined);
        }),
      150,
    );
    return () => clearTimeout(timer);
  }, [wanted]);
}

/** Other limits that fire once the first is raised. */
function NextHops({ hops }: { hops: readonly NextHop[] }) {
  return (
    <p className="note" data-next-hop="">
      Raise one limit and the next fires:{" "}
      {hops.map((hop, at) => (
        <span key={`${hop.name}${hop.setting}`}>
          {at > 0 ? ", " : ""}
          <b>{hop.name}</b> {hop.setting}, {hop.seconds} s
        </span>
      ))}
      . <a href="/limits/">All limits</a>
    </p>
  );
}

/** What the fragments are filled with. What is typed beats what follows from the limits of the path. */
function fillOf({ answers, opened, remedies }: ShownBelow, values: Props["values"], prepared: Prepared) {
  const typed = Object.entries(values).filter(([, value]) => value !== "");
  return {
    values: { ...remedies.times, ...Object.fromEntries(typed) },
    answers,
    product: suspectName({ path: opened.path }, opened.cause, prepared),
  };
}

interface Props {
  shown: ShownBelow;
  values: Readonly<Record<string, string>>;
  way: WayId;
  prepared: Prepared;
  hrefOf: (part: PartId) => string;
  onWay: (way: WayId) => void;
  onAnswer: (question: string, values: readonly string[]) => void;
  onValue: (name: string, value: string) => void;
}

/** What to do about the cause that is open: stop the bleeding, fix, check that it worked, check next. */
export const Below = memo(function Below({ shown, values, way, prepared, hrefOf, ...on }: Props) {
  const { verdict, opened, answers, remedies, ways, next } = shown;
  usePrefetch(shown);
  const { cause } = opened;
  const document = `causes/${cause.id}`;
  const fill = fillOf(shown, values, prepared);
  const heading = (id: PartId, title?: string): ReactNode => {
    const words = title ?? PARTS.find((part) => part.id === id)?.title ?? "";
    return (
      <h2 tabIndex={-1}>
        {words}{" "}
        <a className="anchor no-print" href={hrefOf(id)} aria-label={`Link to “${words}”`}>
          #
        </a>
      </h2>
    );
  };
  return (
    <div className="below">
      <section className="stack" data-part="stop" id="stop">
        {heading("stop")}
        <Fragment key={cause.id} document={document} name={`${document}/stop`} {...fill} />
        {remedies.nextHops.length > 0 && <NextHops hops={remedies.nextHops} />}
      </section>
      <Fix
        key={`${cause.id} fix`}
        cause={cause.id}
        pair={remedies.pair?.id}
        configs={remedies.configs}
        ways={ways}
        way={way}
        known={remedies.known}
        fill={fill}
        typed={values}
        heading={heading(way, "Fix it for good")}
        hrefOf={hrefOf}
        onWay={on.onWay}
        onValue={on.onValue}
      />
      <section className="stack" data-part="verify" id="verify">
        {heading("verify")}
        <Fragment key={cause.id} document={document} name={`${document}/verify`} {...fill} />
      </section>
      <section className="stack" data-part="checks" id="checks" data-checklist="">
        {heading("checks")}
        <Checklist
          steps={next.checklist}
          answers={answers}
          knowledge={prepared.knowledge}
          onAnswer={on.onAnswer}
        />
        <Cleared cleared={verdict.cleared} clearedSettings={verdict.clearedSettings} />
      </section>
    </div>
  );
});
