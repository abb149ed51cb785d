import { SHARES } from "@/components/enhance/shares";

/** Three ways to carry away the part of the page that is marked with `data-shared`: a native disclosure, not shown without script. `what` tells several of them apart. */
export function Share({ what }: { what: string }) {
  return (
    <details className="share needs-js no-print">
      <summary>
        Share<span className="live"> {what}</span>
      </summary>
      <div>
        {SHARES.map(({ id, label }) => (
          <button key={id} type="button" className="btn" data-share={id}>
            {label}
          </button>
        ))}
      </div>
    </details>
  );
}
