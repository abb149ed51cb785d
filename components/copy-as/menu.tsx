import { WAYS, type Way } from "./ways";

interface Props {
  /** What is copied, to tell several of these apart. */
  what: string;
  /**
   * On a document: the address of the excerpt. The page's script does the rest
   * (components/enhance/copy-as.ts).
   */
  excerpt?: string;
  /** On the desk: what happens when it is opened, and when one of its buttons is pressed. */
  onOpen?: () => void;
  onCopy?: (way: Way, button: HTMLButtonElement) => void;
}

/** Three ways to carry a part of the page away: a native disclosure, not shown without script. */
export function CopyAs({ what, excerpt, onOpen, onCopy }: Props) {
  return (
    <details
      className="copy-as needs-js no-print"
      data-excerpt={excerpt}
      onToggle={
        onOpen &&
        ((event) => {
          if (event.currentTarget.open) onOpen();
        })
      }
    >
      <summary>
        Share<span className="live"> {what}</span>
      </summary>
      <div>
        {WAYS.map(({ way, label }) => (
          <button
            key={way}
            type="button"
            className="btn"
            data-way={way}
            onClick={onCopy && ((event) => onCopy(way, event.currentTarget))}
          >
            {label}
          </button>
        ))}
      </div>
    </details>
  );
}
