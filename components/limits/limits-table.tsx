import { CopyAs } from "@/components/copy-as/menu";
import { Says } from "@/components/ui/says";
import { TeamTag } from "@/components/ui/team-tag";
import type { Limit } from "@/lib/model/content";
import { LAYERS } from "@/lib/model/ids";
import { COLUMNS } from "./columns";

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

function Row({ limit }: { limit: Limit }) {
  return (
    <tr id={limit.id} data-seconds={limit.seconds ?? undefined} data-team={limit.team ? "" : undefined}>
      <td>
        <b>{limit.product}</b>
        {limit.team && (
          <>
            {" "}
            <TeamTag />
          </>
        )}
        {limit.plan && <small> {limit.plan}</small>}
      </td>
      <td>{limit.setting}</td>
      <td>
        {limit.value}
        {limit.max && <small> max {limit.max}</small>}
      </td>
      <td>
        <span className={`tag ${COLOURS[limit.kind] ?? ""}`}>{limit.kind}</span> <Says text={limit.counts} />
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

/**
 * All limits, whole in the HTML, with few marks as there are hundreds of rows; the page's script adds the
 * form, and to each row a link and a menu.
 */
export function LimitsTable({ limits }: { limits: readonly Limit[] }) {
  const ordered = [...limits].sort(
    (a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || a.product.localeCompare(b.product, "en"),
  );
  return (
    <>
      <Filters />
      <p data-limits-count="" role="status" className="small soft">
        {limits.length} limits
      </p>
      <table className="limits">
        <thead>
          <tr>
            {COLUMNS.map(({ id, title, sorts }) => (
              <th key={id} scope="col">
                {sorts ? <button type="button">{title}</button> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((limit) => (
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
