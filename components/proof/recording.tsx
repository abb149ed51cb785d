import { Words } from "@/components/mdx/markdown";
import type { ProofRecord, Side } from "@/lib/content/proof-schema";
import {
  endOf,
  markOf,
  numbersOf,
  secondsOf,
  sentenceOf,
  sidesOf,
  stateOf,
  ticksOf,
  toneOf,
  upstreamOf,
  versionsOf,
  type Scenario,
} from "@/lib/proofs/summary";
import type { Heard } from "@/lib/trace/recording-schema";

/** Units of a chart's width; its height is its height in pixels. */
const WIDTH = 1000;
const LINE = 14;

/**
 * One caller as a line: tall marks for what arrived, short ones for comments, a bar where it ended. Stretched
 * to any width, so marks are strokes that keep theirs.
 */
function Lane({ heard, span }: { heard: Heard; span: number }) {
  const x = (at: number) => Math.round((at / span) * WIDTH);
  const marks = (comment: boolean, from: number, to: number) =>
    heard.arrivals
      .filter((arrival) => arrival.comment === comment)
      .map(({ at }) => `M${x(heard.asked + at)} ${from}V${to}`)
      .join("");
  const [start, end] = [x(heard.asked), x(heard.asked + heard.end)];
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

/** One side. `tone` says whether it is the wrong one, the right one, or neither. */
function SideRows({ side, tone, span }: { side: Side; tone: "cut" | "flow" | null; span: number }) {
  return (
    <div className="side">
      <p>
        {tone === null ? (
          <Words inline>{`${side.name}: ${side.says}`}</Words>
        ) : (
          <>
            <span className={`tag ${tone}`}>
              {tone === "flow" ? "✓" : "✕"} {side.name}
            </span>{" "}
            <Words inline>{side.says}</Words>
          </>
        )}
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
function NumberTable({ scenario }: { scenario: Scenario }) {
  const rows = sidesOf(scenario).flatMap(({ name, heard }) =>
    heard.map((one, caller) => ({
      key: `${name}-${caller}`,
      who: `${name}${heard.length > 1 ? `, caller ${caller + 1}` : ""}`,
      heard: one,
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
      {sidesOf(scenario).map((side) => (
        <p key={side.name} className="small">
          <Words inline>{side.name}</Words>: {upstreamOf(side)}
          {side.exit !== null && ` The program ended with code ${side.exit}.`}
        </p>
      ))}
    </details>
  );
}

/**
 * One scenario, both sides, as the lab saw it. `judged`: its first side is the wrong one, its second the
 * right one.
 */
export function Recording({ scenario, judged }: { scenario: Scenario; judged: boolean }) {
  const ticks = ticksOf(scenario);
  const span = ticks.at(-1) ?? 1;
  const drawn = sidesOf(scenario).some(({ heard }) => heard.length > 0);
  return (
    <figure className="rec">
      <figcaption>
        <b>
          <Words inline>{scenario.scenario}</Words>
        </b>
      </figcaption>
      <SideRows side={scenario.first} tone={judged ? "cut" : null} span={span} />
      <SideRows side={scenario.second} tone={judged ? "flow" : null} span={span} />
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
      <NumberTable scenario={scenario} />
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
