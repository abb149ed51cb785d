import { content } from "@/components/content";
import { Says } from "@/components/ui/says";
import type { Cause } from "@/lib/model/content";

/** Facts about this cause that the lab has measured. */
export function Measured({ cause }: { cause: Cause }) {
  const own = content().facts.filter((fact) => fact.causes.includes(cause.id));
  if (own.length === 0) return null;
  return (
    <>
      <h3>Measured</h3>
      <ul>
        {own.map((fact) => (
          <li key={fact.id}>
            <a href={`/facts/${fact.id}/`}>
              <Says text={fact.title} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
