import { content } from "@/components/content";
import { PairDiff } from "@/components/code/pair";
import { Says } from "@/components/ui/says";
import { FRAMEWORK, SERVING, type Cause } from "@/lib/model/content";
import { CauseProse } from "./cause-parts";

/** The fix in words and as a code pair, then the other pairs and the configs that cure it. */
export function Fixes({ cause }: { cause: Cause }) {
  const { pairs, configs, products } = content();
  const own = pairs.filter((pair) => pair.causes.includes(cause.id));
  const serving = own.filter((pair) => pair.framework === SERVING);
  const first = serving[0] ?? own[0];
  const others = own.filter((pair) => pair !== first);
  const nameOf = (id: string) =>
    products[FRAMEWORK]?.find((product) => product.id === id)?.name ?? "Any framework";
  const settable = configs.filter((config) => config.causes.includes(cause.id));
  return (
    <>
      <div className="stack-tight" data-fragment={`causes/${cause.id}/fix`}>
        <CauseProse cause={cause} heading="Fix" />
      </div>
      {first && <PairDiff id={first.id} />}
      {others.length > 0 && (
        <>
          <h3>More code pairs</h3>
          <ul>
            {others.map((pair) => (
              <li key={pair.id}>
                {nameOf(pair.framework)}:{" "}
                <a href={`/pairs/${pair.id}/`}>
                  <Says text={pair.title} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {settable.length > 0 && (
        <>
          <h3>Configs</h3>
          <ul>
            {settable.map((config) => (
              <li key={config.id}>
                <a href={`/configs/${config.id}/`}>
                  {config.name}: {config.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
