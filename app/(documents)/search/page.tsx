import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";

export const metadata = metadataOf("search");

const LISTS = [
  {
    href: "/causes/",
    name: "Causes",
    what: "every way a stream breaks, in the order in which a token meets them",
  },
  { href: "/guides/", name: "Guides", what: "one for each framework" },
  { href: "/limits/", name: "Limits", what: "timeouts, sizes and buffers, by product" },
  { href: "/checks/", name: "Checks", what: "commands that tell two causes apart" },
  { href: "/configs/", name: "Configs", what: "whole files for proxies and platforms" },
  { href: "/pairs/", name: "Code pairs", what: "broken and fixed, as they were run" },
] as const;

/** The search as a page: it works by link (`#q=`), and without JavaScript it leads to the lists. */
export default function Page() {
  return (
    <Listing
      title="Search"
      lead="Paste an error line or a whole traceback. Or write a setting, a number of seconds, a question."
    >
      <noscript>
        <p className="note">Search needs JavaScript. Without it, everything stands in the lists below.</p>
      </noscript>
      {process.env.NODE_ENV === "development" && (
        <p className="note">
          The build writes the index: there is a search in <code>npm start</code>.
        </p>
      )}
      <div className="seek-page needs-js" data-search-here="" />
      <section>
        <h2>Or read through</h2>
        <ul className="grid-list">
          {LISTS.map(({ href, name, what }) => (
            <li key={href}>
              <a href={href}>{name}</a>
              <p className="small soft">{what}</p>
            </li>
          ))}
        </ul>
      </section>
    </Listing>
  );
}
