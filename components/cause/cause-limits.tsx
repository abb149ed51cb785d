import { content } from "@/components/content";
import { TeamTag } from "@/components/ui/team-tag";
import type { Cause } from "@/lib/model/content";
import type { Limit } from "@/lib/model/content";

const MOST_LIMITS = 16;

/**
 * Limits that bring a cause about, those of products that the wizard offers first, in its order: most
 * readers have one of them.
 */
function limitsOf(cause: Cause): Limit[] {
  const { limits, products } = content();
  const offered = Object.values(products)
    .flat()
    .map(({ id }) => id);
  const place = ({ on }: Limit) =>
    on !== null && offered.includes(on) ? offered.indexOf(on) : offered.length;
  return limits
    .filter((limit) => limit.cause === cause.id && limit.seconds !== null)
    .sort((a, b) => place(a) - place(b));
}

function Row({ limit }: { limit: Limit }) {
  return (
    <tr>
      <td>
        {limit.product}
        {limit.team && (
          <>
            {" "}
            <TeamTag />
          </>
        )}
      </td>
      <td>
        <code>{limit.setting}</code>
      </td>
      <td className="num">
        <a href={`/limits/#${limit.id}`}>{limit.value}</a>
      </td>
    </tr>
  );
}

/** The limits with a clock that bring this cause about; nothing where there is none. */
export function CauseLimits({ cause }: { cause: Cause }) {
  const own = limitsOf(cause);
  if (own.length === 0) return null;
  // The table that is linked has those without a number too.
  const all = content().limits.filter((limit) => limit.cause === cause.id).length;
  return (
    <>
      <h3>Limits that bring this about</h3>
      <table className="brief">
        <thead>
          <tr>
            <th>Product</th>
            <th>Setting</th>
            <th>Default</th>
          </tr>
        </thead>
        <tbody>
          {own.slice(0, MOST_LIMITS).map((limit) => (
            <Row key={limit.id} limit={limit} />
          ))}
        </tbody>
      </table>
      {own.length > MOST_LIMITS && (
        <p>
          <a href={`/limits/#${new URLSearchParams({ q: cause.id })}`}>
            All {all} limits that bring this about
          </a>
        </p>
      )}
    </>
  );
}
