import type { ReactNode } from "react";
import { SiteBar, type Section } from "./site-bar";
import { SiteFoot } from "./site-foot";

interface Props {
  section?: Section | undefined;
  on?: readonly { id: string; title: string }[];
  children: ReactNode;
}

/** A page to be read: the text, and what is on it. */
export function Reading({ section, on = [], children }: Props) {
  return (
    <>
      <SiteBar current={section} />
      <main id="main" className="wrap read">
        {children}
        {on.length > 0 && (
          <aside className="no-print">
            <nav aria-label="On this page">
              <details className="toc" open>
                <summary>On this page</summary>
                <ol>
                  {on.map((part) => (
                    <li key={part.id}>
                      <a href={`#${part.id}`}>{part.title}</a>
                    </li>
                  ))}
                </ol>
              </details>
            </nav>
          </aside>
        )}
      </main>
      <SiteFoot />
    </>
  );
}
