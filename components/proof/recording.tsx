import { Words } from "@/components/mdx/markdown";
import type { Heard, ProofRecord, Side } from "@/lib/content/proof-schema";
import {
  endOf,
  markOf,
  numbersOf,
  secondsOf,
  sentenceOf,
  stateOf,
  ticksOf,
  toneOf,
  upstreamOf,
  versionsOf,
} from "@/lib/proofs/summary";

type Scenario = ProofRecord["scenarios"][number];
/** Units of a chart's width; its height is its height in pixels. */
const WIDTH = 1000;
const LINE = 14;

/** One caller as a line: tall marks for what arrived, short ones for comments, a bar where it ended. Stretched to any width, so marks are strokes that keep theirs. */
function Lane({ heard, span }: { heard: Heard; span: number }) {
  const x = (at: number) => Math.round((at / span) * WIDTH);
  const marks = (comment: boolean, from: number, to: number) =>
    heard.chunks
      .filter((chunk) => chunk[3] === comment)
      .map(([at]) => `M${x(heard.at + at)} ${from}V${to}`)
      .join("");
  const [start, end] = [x(heard.at), x(heard.at + heard.end)];
  return (
    <svg
      className={`lane ${toneOf(heard.ended)}`}
      viewBox={`0 0 ${WIDTH} 28`}
      preserveAspectRatio="none"
      role="img"
      aria-label={sentenceOf(heard)}
    >
      <path className="wait" d={`M${start} ${LINE}H${end}`} />
      <path className="chunk" d={marks(false, 4, 24)} />
      <path className="comment" d={marks(true, 10, 18)} />
      <path className="end" d={`M${end} 0V28`} />
    </svg>
  );
}

/** What the two sides of a recording are called, and whether one is the wrong one. */
export interface Names {
  first: string;
  second: string;
  judged: boolean;
}
const PAIR: Names = { first: "broken", second: "fixed", judged: true };

function SideRows({
  side,
  words,
  name,
  tone,
  span,
}: {
  side: Side;
  words: string;
  name: string;
  tone: string;
  span: number;
}) {
  return (
    <div className="side">
      <p>
        {tone !== "" && (
          <>
            <span className={`tag ${tone}`}>
              {tone === "flow" ? "✓" : "✕"} {name}
            </span>{" "}
          </>
        )}
        <Words inline>{words}</Words>
      </p>
      {side.heard.map((heard, at) => (
        <div key={at}>
          <p className="lane-words">
            <span>
              {side.heard.length > 1 && `Caller ${at + 1}: `}
              <code>{heard.path}</code>
            </span>
            <span className={toneOf(heard.ended)}>
              {markOf(heard.ended)} {endOf(heard)}
            </span>
          </p>
          <Lane heard={heard} span={span} />
        </div>
      ))}
      {side.log.length > 0 && (
        <ul className="errors">
          {side.log.map((line) => (
            <li key={line}>
              <code>{line}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The numbers behind a chart, for those who cannot or will not read one. */
function NumberTable({ scenario, names: { first, second } }: { scenario: Scenario; names: Names }) {
  const names = [first, second];
  const rows = scenario.sides.flatMap((side, which) =>
    side.heard.map((heard, at) => ({
      key: `${which}-${at}`,
      who: `${names[which] ?? ""}${side.heard.length > 1 ? `, caller ${at + 1}` : ""}`,
      heard,
    })),
  );
  return (
    <details className="tabs">
      <summary>The numbers</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label="The numbers of this recording">
        <table>
          <thead>
            <tr>
              <th>Side</th>
              <th>Status</th>
              <th>First byte</th>
              <th>Arrivals</th>
              <th>Comments</th>
              <th>Longest silence</th>
              <th>End</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, who, heard }) => {
              const numbers = numbersOf(heard);
              return (
                <tr key={key}>
                  <td>
                    <Words inline>{who}</Words>
                  </td>
                  <td>{numbers.status}</td>
                  <td>{numbers.firstByte === null ? "none" : secondsOf(numbers.firstByte)}</td>
                  <td>{numbers.arrivals}</td>
                  <td>{numbers.comments}</td>
                  <td>{secondsOf(numbers.silence)}</td>
                  <td>{endOf(heard)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {scenario.sides.map((side, which) => (
        <p key={which} className="small">
          <Words inline>{names[which] ?? ""}</Words>: {upstreamOf(side)}
          {side.exit !== null && ` The program ended with code ${side.exit}.`}
        </p>
      ))}
    </details>
  );
}

/** One scenario, both sides, as the lab saw it. */
export function Recording({ scenario, names = PAIR }: { scenario: Scenario; names?: Names }) {
  const ticks = ticksOf(scenario);
  const span = ticks.at(-1) ?? 1;
  const drawn = scenario.sides.some((side) => side.heard.length > 0);
  return (
    <figure className="rec">
      <figcaption>
        <b>
          <Words inline>{scenario.scenario}</Words>
        </b>
      </figcaption>
      <SideRows
        side={scenario.sides[0]}
        words={scenario.first}
        name={names.first}
        tone={names.judged ? "cut" : ""}
        span={span}
      />
      <SideRows
        side={scenario.sides[1]}
        words={scenario.second}
        name={names.second}
        tone={names.judged ? "flow" : ""}
        span={span}
      />
      {drawn && (
        <p className="ticks" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick}>{tick} s</span>
          ))}
        </p>
      )}
      {scenario.scale && (
        <p className="small soft">
          <b>Scale.</b> <Words inline>{scenario.scale}</Words>
        </p>
      )}
      <NumberTable scenario={scenario} names={names} />
    </figure>
  );
}

/** What is known of a shown file by running it, in one line, with the way to see it again. */
export function ProofLine({ proof }: { proof: ProofRecord }) {
  return (
    <p className="small soft proof">
      <b className={proof.state === "reproduced" ? "flow" : ""}>
        {proof.state === "reproduced" ? "✓ " : ""}
        {stateOf(proof)}
      </b>{" "}
      {proof.made}
      {Object.keys(proof.versions).length > 0 && ` with ${versionsOf(proof)}`}.
      {proof.by && (
        <>
          {" "}
          <Words inline>{proof.by}</Words>
        </>
      )}{" "}
      {proof.state !== "documented" && (
        <>
          See it again:{" "}
          <code>
            npm run prove -- {proof.kind}:{proof.id}
          </code>
        </>
      )}
    </p>
  );
}
