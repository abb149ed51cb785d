import { Mark } from "./mark";

const PAGES = [
  { href: "/", name: "Diagnose" },
  { href: "/guides/", name: "Guides" },
  { href: "/causes/", name: "Causes" },
  { href: "/limits/", name: "Limits" },
] as const;

/** Lists that stand behind a word of the bar, as it has little room. */
const MORE = [
  { href: "/checks/", name: "Checks" },
  { href: "/configs/", name: "Configs" },
  { href: "/pairs/", name: "Code pairs" },
  { href: "/facts/", name: "Measured facts" },
] as const;

export type Section = (typeof PAGES)[number]["name"];

/** The top bar. Plain links: documents carry no router. */
export function SiteBar({ current }: { current?: Section | undefined }) {
  return (
    <header className="bar">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <div className="wrap">
        <a className="mark" href="/">
          <Mark />
          Lastbyte
        </a>
        <nav aria-label="Main">
          {PAGES.map((page) => (
            <a key={page.href} href={page.href} aria-current={page.name === current ? "page" : undefined}>
              {page.name}
            </a>
          ))}
          <details className="more">
            <summary>More</summary>
            <ul>
              {MORE.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </details>
        </nav>
        <a className="find no-print" href="/search/" data-search="">
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
            strokeLinecap="round"
          >
            <circle cx="6.75" cy="6.75" r="4.75" />
            <path d="m10.5 10.5 4 4" />
          </svg>
          <span>Search</span>
          <kbd className="needs-js" aria-hidden="true">
            Ctrl K
          </kbd>
        </a>
      </div>
    </header>
  );
}
