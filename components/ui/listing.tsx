import type { ReactNode } from "react";
import { SiteBar, type Section } from "./site-bar";
import { SiteFoot } from "./site-foot";

/** A page that lists: a headline, a lead, the list. */
export function Listing({
  section,
  title,
  lead,
  children,
}: {
  section?: Section | undefined;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <>
      <SiteBar current={section} />
      <main id="main" className="wrap listing">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        {children}
      </main>
      <SiteFoot />
    </>
  );
}
