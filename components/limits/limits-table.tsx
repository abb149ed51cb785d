import { CopyAs } from "@/components/copy-as/menu";
import { Says } from "@/components/ui/says";
import { TeamTag } from "@/components/ui/team-tag";
import type { Limit } from "@/lib/model/content";
import type { Products } from "@/lib/model/knowledge";
import { LAYERS } from "@/lib/model/ids";
import { Breakable } from "@/components/ui/breakable";
import { COLUMNS } from "./columns";
import { secondsStated } from "./seconds";

const KINDS = {
  idle: "Idle clocks",
  total: "Total clocks",
  "first-byte": "First-byte clocks",
  heartbeat: "Heartbeats",
  grace: "Grace periods",
  buffering: "Buffering",
  protocol: "Protocol",
  size: "Sizes",
  connect: "Connecting",
} as const satisfies Record<Limit["kind"], string>;
const COLOURS: Readonly<Record<string, string>> = {
  idle: "held",
  "first-byte": "held",
  buffering: "held",
  total: "cut",
  size: "cut",
  heartbeat: "flow",
  grace: "flow",
};

/** Only what the value does not state itself, as there are hundreds of rows. */
const secondsOf = ({ seconds, value }: Limit): number | string | undefined =>
  seconds === secondsStated(value) ? undefined : (seconds ?? "");

function Row({ limit }: { limit: Limit }) {
  return (
    <tr id={limit.id} data-seconds={secondsOf(limit)} data-team={limit.team ? "" : undefined}>
      <td>
        <Breakable text={limit.product} />
        {limit.team && (
          <>
            {" "}
            <TeamTag />
          </>
        )}
        {limit.plan && <small> {limit.plan}</small>}
      </td>
      <td>
        <Breakable text={limit.setting} />
      </td>
      <td>
        {limit.value}
        {limit.max && limit.max !== limit.value && <small> max {limit.max}</small>}
      </td>
      <td>
        <i className={COLOURS[limit.kind]}>{limit.kind}</i> <Says text={limit.counts} />
      </td>
      <td>
        <Says text={limit.sees} />
        {limit.cause && (
          <>
            {" "}
            <a href={`/causes/${limit.cause}/`}>{limit.cause}</a>
          </>
        )}
      </td>
      <td>
        {/^https:\/\//.test(limit.source) ? <a href={limit.source}>{limit.sourceKind}</a> : limit.source}
        {limit.date && `, ${limit.date}`}
        {limit.version && `, ${limit.version}`}
        {!limit.verified && <b> · not verified</b>}
      </td>
    </tr>
  );
}

/** The filter: not shown without script. */
function Filters() {
  return (
    <form data-limits="" className="filters needs-js" role="search" aria-label="Filter the limits">
      <label>
        Words{" "}
        <input
          className="field"
          name="q"
          type="search"
          size={26}
          autoComplete="off"
          placeholder="nginx, read timeout, 504"
        />
      </label>
      <label>
        Kind{" "}
        <select className="field" name="kind">
          <option value="">Any</option>
          {Object.entries(KINDS).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Fires at about (seconds){" "}
        <input
          className="field"
          name="seconds"
          type="number"
          min="0"
          step="any"
          inputMode="decimal"
          placeholder="60"
        />
      </label>
      <button type="reset" className="btn">
        Show all
      </button>
    </form>
  );
}

/** The questions whose products have limits, in the order in which most look for them. */
const ASKED = ["proxy", "server", "hosting"] as const;

/**
 * What people have most comes first: the products that the wizard offers, in its order, then the rest along the path.
 */
function inOrder(limits: readonly Limit[], products: Products): Limit[] {
  const offered = ASKED.flatMap((question) => (products[question] ?? []).map(({ id }) => id));
  const rank = ({ on }: Limit) => {
    const at = offered.indexOf(on ?? "");
    return at < 0 ? offered.length : at;
  };
  return limits.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
      a.product.localeCompare(b.product, "en"),
  );
}

/**
 * All limits, whole in the HTML, with few marks as there are hundreds of rows; the page's script adds the
 * form, to the heads what sorts by them, and to each row a link and a menu.
 */
export function LimitsTable({ limits, products }: { limits: readonly Limit[]; products: Products }) {
  return (
    <>
      <Filters />
      <p data-limits-count="" role="status" className="small soft">
        {limits.length} limits
      </p>
      <table className="limits" aria-label="Limits">
        <thead>
          <tr>
            {COLUMNS.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(limits, products).map((limit) => (
            <Row key={limit.id} limit={limit} />
          ))}
        </tbody>
      </table>
      <div hidden data-limit-menu="">
        <CopyAs what="" excerpt="" />
      </div>
    </>
  );
}
