import type { Claim } from "@/lib/model/accuracy";
import { percent, times, type Halves } from "./shares";

/** The picture in its own units: a square plot with room for the axes. */
const SIZE = { width: 320, height: 304 } as const;
const PLOT = { left: 44, right: 308, top: 10, bottom: 258 } as const;
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

const x = (share: number): number => Math.round(PLOT.left + share * (PLOT.right - PLOT.left));
const y = (share: number): number => Math.round(PLOT.bottom - share * (PLOT.bottom - PLOT.top));

const rightOf = ({ count, right }: Claim): number => (count === 0 ? 0 : right / count);
const claimedWords = ({ claimed }: Claim): string => percent(claimed, 1);
const rightWords = ({ count, right }: Claim): string => percent(right, count);

/** The claims of a set, joined from the softest to the surest. */
function Line({ claims, name }: { claims: readonly Claim[]; name: keyof Halves }) {
  const points = claims
    .filter(({ count }) => count > 0)
    .map((claim) => ({ at: x(claim.claimed), up: y(rightOf(claim)) }));
  return (
    <g className={name}>
      <polyline points={points.map(({ at, up }) => `${at},${up}`).join(" ")} />
      {points.map(({ at, up }, place) => (
        <circle key={place} cx={at} cy={up} r="5" />
      ))}
    </g>
  );
}

function Axes() {
  return (
    <g className="axes">
      {TICKS.map((tick) => (
        <g key={tick}>
          <path d={`M${x(0)} ${y(tick)}H${x(1)}`} />
          <text x={PLOT.left - 8} y={y(tick) + 4} textAnchor="end">
            {tick * 100}
          </text>
          <text x={x(tick)} y={PLOT.bottom + 18} textAnchor="middle">
            {tick * 100}
          </text>
        </g>
      ))}
      <path className="even" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
      <text x={x(0.5)} y={SIZE.height - 8} textAnchor="middle">
        claimed, %
      </text>
      <text transform={`translate(11 ${y(0.5)}) rotate(-90)`} textAnchor="middle">
        right, %
      </text>
    </g>
  );
}

function Picture({ scored, readable }: Halves) {
  const { calibration } = scored.verdicts;
  return (
    <svg className="claims" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img">
      <title>What the first cause claims, and how often it is right</title>
      <desc>
        {`Of the scored half, from the softest fifth to the surest: ${calibration
          .map((claim) => `claimed ${claimedWords(claim)}, right ${rightWords(claim)}`)
          .join("; ")}.`}
      </desc>
      <Axes />
      <Line claims={readable.verdicts.calibration} name="readable" />
      <Line claims={calibration} name="scored" />
    </svg>
  );
}

function ClaimsTable({ scored, readable }: Halves) {
  const bins = scored.verdicts.calibration;
  const nameOf = (at: number) =>
    at === 0 ? "1, softest" : at === bins.length - 1 ? `${at + 1}, surest` : at + 1;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Claimed and right, by fifth">
      <table className="hits-table">
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={2}>
              Scored half
            </th>
            <th scope="colgroup" colSpan={2}>
              Readable half
            </th>
          </tr>
          <tr>
            <th scope="col">Fifth</th>
            {[0, 1].flatMap((at) => [
              <th key={`${at}claimed`} scope="col">
                claimed
              </th>,
              <th key={`${at}right`} scope="col">
                right
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {bins.map((claim, at) => (
            <tr key={at}>
              <th scope="row">{nameOf(at)}</th>
              {[claim, readable.verdicts.calibration[at]].flatMap((one, half) => [
                <td key={`${half}claimed`} className="num">
                  {one && claimedWords(one)}
                </td>,
                <td key={`${half}right`} className="num">
                  {one && rightWords(one)}
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether claims hold: a picture, the same as a table, and what became of "not enough to tell". */
export function Calibration({ halves }: { halves: Halves }) {
  const { unsure, both } = halves.scored.verdicts;
  return (
    <>
      <p>
        Verdicts in five groups of the same size, by the odds that the first cause claims, from answers and
        text. “Right” is an accepted cause. On the dashed line a claim holds; above it the verdict knows more
        than it says, below it claims too much.
      </p>
      <figure>
        <Picture {...halves} />
        <figcaption className="small soft claims-keys">
          <span className="claims-key scored">the scored half</span>
          <span className="claims-key readable">the readable half</span>
        </figcaption>
      </figure>
      <ClaimsTable {...halves} />
      <p>
        It said “not enough to tell” {times(unsure.count)} in {both.count}. The cause that stood first all the
        same was an accepted one {times(unsure.right)}.
      </p>
    </>
  );
}
