import { Mark } from "./mark";

const PAGES = [
  { href: "/", name: "Diagnose" },
  { href: "/guides/", name: "Guides" },
  { href: "/causes/", name: "Causes" },
  { href: "/limits/", name: "Limits" },
] as const;

export type Section = (typeof PAGES)[number]["name"];

/** The top bar. Plain links: documents carry no router. */
export function SiteBar({ current }: { current?: Section | undefined }) {
  return (
    <header className="bar">
      <a className="skip" href="#main">Skip to the content</a>
      <div className="wrap">
        <a className="mark" href="/"><Mark />Lastbyte</a>
        <nav aria-label="Main">
          {PAGES.map((page) => (
            <a key={page.href} href={page.href} aria-current={page.name === current ? "page" : undefined}>{page.name}</a>
          ))}
        </nav>
      </div>
    </header>
  );
}
