/** What a link shows when it is shared: title, sentence and picture of each page. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HTMLElement } from "node-html-parser";
import type { Content } from "../../content/load";
import { drawing, painter, type Card } from "./picture";
import { addressOf, escaped, isWhole } from "./site";

const FOLDER = "og";
const NAME = "Lastbyte";
const DEFAULT = "site";

const plain = (text: string): string => text.replaceAll("`", "");
const short = (title: string): string => title.replace(new RegExp(`: ${NAME}$`), "");

/** Every picture by its name: one a cause and a guide, one for each kind of page. */
export function cards(content: Content): ReadonlyMap<string, Card> {
  const layerOf = (id: string) => content.layers.find((layer) => layer.id === id)?.name ?? id;
  const kind = (name: string, title: string, lead: string): [string, Card] => [
    name,
    { kicker: "", title, lead, end: "flow" },
  ];
  return new Map<string, Card>([
    [
      DEFAULT,
      {
        kicker: "",
        title: "Your LLM stream broke. Find out where.",
        lead: "Which layer cut, held back or lost it, why, and the fix for your own stack.",
        end: "cut",
      },
    ],
    kind(
      "causes",
      "Every way a stream breaks",
      "In the order in which a token meets them. Each page starts with how to prove it.",
    ),
    kind(
      "guides",
      "Streaming, part by part",
      "Today’s API, what breaks most, how to debug it, and where common advice is wrong.",
    ),
    kind(
      "limits",
      "What fires, and when",
      `${content.limits.length} timeouts, sizes and buffering rules: what each clock counts, and what one sees.`,
    ),
    kind(
      "configs",
      "Let the stream through",
      `Real configs for ${content.configs.length} proxies, servers and platforms.`,
    ),
    kind(
      "pairs",
      "Broken and fixed, side by side",
      `${content.pairs.length} pairs of whole programs, run against a model that stalls, breaks off or ends early.`,
    ),
    kind("checks", "Checks that tell causes apart", "A command, what to look at, and what it can show."),
    kind("facts", "Measured, not remembered", "What a setting really does: run for real under two settings."),
    ...content.causes.map((cause): [string, Card] => [
      `causes-${cause.id}`,
      { kicker: `Cause: ${layerOf(cause.layer)}`, title: cause.title, lead: plain(cause.lead), end: "cut" },
    ]),
    ...content.guides.map((guide): [string, Card] => [
      `guides-${guide.id}`,
      { kicker: "Guide", title: guide.title, lead: plain(guide.lead), end: "flow" },
    ]),
  ]);
}

/** The picture of a page: its own, or that of its kind, or that of the site. */
export function pictureOf(page: string, names: ReadonlySet<string>): string {
  const parts = addressOf(page).split("/").filter(Boolean);
  return [parts.slice(0, 2).join("-"), parts[0] ?? ""].find((name) => names.has(name)) ?? DEFAULT;
}

/**
 * The elements for the head of a page.
 * @param home where the site stands, with its host; without it picture and page are named from the root, which some readers do not follow
 */
export function socialTags(
  page: string,
  root: HTMLElement,
  names: ReadonlySet<string>,
  home: string,
): string {
  const title = root.querySelector("title")?.text ?? NAME;
  const description = root.querySelector('meta[name="description"]')?.getAttribute("content") ?? "";
  const address = addressOf(page);
  const tag = (attribute: "property" | "name", name: string, content: string) =>
    `<meta ${attribute}="${name}" content="${escaped(content)}">`;
  return [
    tag("property", "og:site_name", NAME),
    tag("property", "og:type", address === "/" ? "website" : "article"),
    tag("property", "og:title", short(title)),
    tag("property", "og:description", description),
    tag("property", "og:image", `${home}/${FOLDER}/${pictureOf(page, names)}.png`),
    tag("property", "og:image:width", "1200"),
    tag("property", "og:image:height", "630"),
    tag("name", "twitter:card", "summary_large_image"),
    ...(!isWhole(home) || address.endsWith(".html")
      ? []
      : [
          tag("property", "og:url", `${home}${address}`),
          `<link rel="canonical" href="${escaped(`${home}${address}`)}">`,
        ]),
  ].join("");
}

/** Write all pictures into an export. */
export async function writePictures(out: string, all: ReadonlyMap<string, Card>): Promise<void> {
  const paint = await painter();
  mkdirSync(join(out, FOLDER), { recursive: true });
  for (const [name, card] of all) writeFileSync(join(out, FOLDER, `${name}.png`), paint(drawing(card)));
}
