import { content } from "@/components/content";
import { Says } from "@/components/ui/says";
import type { Measured } from "@/lib/model/accuracy";
import { measuredSets, times } from "./shares";

function CauseLink({ id }: { id: string }) {
  const cause = content().causes.find((one) => one.id === id);
  return <a href={`/causes/${id}/`}>{cause?.title ?? id}</a>;
}

/** What most often stood first in place of the confirmed cause, with a reason where one is written. */
export function Confusions({ measured }: { measured: Measured }) {
  const { confusions: whys } = content();
  const count = measuredSets(measured).reduce((sum, set) => sum + set.count, 0);
  return (
    <>
      <p>
        The most frequent pairs among all {count} incidents, from answers and text, where what stood first was
        not accepted either.
      </p>
      <ol>
        {measured.confusions.map(({ gold, first, count: often }) => {
          const why = whys.find((one) => one.gold === gold && one.first === first)?.why;
          return (
            <li key={`${first} for ${gold}`}>
              {first === null ? "Nothing" : <CauseLink id={first} />} stood first, <CauseLink id={gold} /> was
              confirmed: {times(often)}.
              {why !== undefined && (
                <>
                  {" "}
                  <span className="soft">
                    <Says text={why} />
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
