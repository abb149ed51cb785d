import type { ReactNode } from "react";
import { SiteBar, type Section } from "./site-bar";
import { SiteFoot } from "./site-foot";

interface Props {
  section?: Section | undefined;
  on?: readonly { id: string; title: string }[];
  children: ReactNode;
}

function Places({ on }: { on: NonNullable<Props["on"]> }) {
  return (
    <ol>
      {on.map((part) => (
        <li key={part.id}>
          <a href={`#${part.id}`}>{part.title}</a>
        </li>
      ))}
    </ol>
  );
}

/** A page to be read: the text, and what is on it; that stands beside the text, on a phone folded above it. */
export function Reading({ section, on = [], children }: Props) {
  return (
    <>
      <SiteBar current={section} />
      <main id="main" className="wrap read">
        {on.length > 0 && (
          <aside className="no-print above">
            <nav aria-label="On this page">
              <details className="toc">
                <summary>On this page</summary>
                <Places on={on} />
              </details>
            </nav>
          </aside>
        )}
        {children}
        {on.length > 0 && (
          <aside className="no-print beside">
            <nav aria-label="On this page">
              <Places on={on} />
            </nav>
          </aside>
        )}
      </main>
      <SiteFoot />
    </>
  );
}
