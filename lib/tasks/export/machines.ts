/** What the export holds for machines: /knowledge.json with its schema, /llms.txt, /sitemap.xml and /robots.txt. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "../../content/load";
import { jsonSchema } from "../../content/json-schema";
import { publish } from "../../content/published";
import { alertLink } from "../../share/alert-link";
import { baseOf } from "./base";
import { addressOf, escaped, isWhole } from "./site";

const plain = (text: string): string => text.replaceAll("`", "").replaceAll(/\s+/g, " ").trim();

/**
 * The site for language models: what it is, and one line for each guide and cause.
 * @param home what its addresses begin with: its host, as far as it is known, and the base
 * @param base path of the host below which it stands
 */
export function llmsTxt(content: Content, home: string, base = ""): string {
  const line = (title: string, address: string, says: string) =>
    `- [${plain(title)}](${home}${address}): ${plain(says)}`;
  return [
    "# Lastbyte",
    "",
    "> Finds out which layer cut, held back or lost an LLM stream, why, and gives the fix for the stack at hand. A static site: no server, no account, no tracking.",
    "",
    "A token passes nine layers, in this order: " +
      content.layers.map(({ name }) => name).join(", ") +
      ". A cause is one way in which one layer breaks a stream. Each cause page starts with how to prove it, then says how to stop the bleeding, how to fix it, and how to verify. Code pairs and configs have been run where it says “reproduced”.",
    "",
    `A link opens on a verdict. Its keys and values are ids of the knowledge: \`${alertLink(base, content.runbooks.example, { question: "after", as: "60" })}\`.`,
    "",
    "## Data",
    "",
    line(
      "The whole knowledge as JSON",
      "/knowledge.json",
      "causes with evidence, checks, limits, code pairs, configs, guides",
    ),
    line("Its JSON Schema", "/knowledge.schema.json", "what each field is"),
    line("How to use it", "/data/", "fields, versions, examples"),
    line(
      "Limits",
      "/limits/",
      `${content.limits.length} timeouts, sizes and buffering rules, each with its source`,
    ),
    line("Checks", "/checks/", "commands that tell one cause from another"),
    "",
    "## Guides",
    "",
    ...content.guides.map((guide) => line(guide.title, `/guides/${guide.id}/`, guide.lead)),
    "",
    "## Causes",
    "",
    ...content.causes.map((cause) => line(cause.title, `/causes/${cause.id}/`, cause.lead)),
    "",
  ].join("\n");
}

/** Pages that somebody may look for: errors and pages of the machinery are none. */
const listed = (page: string): boolean => !/^(404|_not-found|_)/.test(page);

/** Addresses of all pages. The protocol asks for whole addresses: without SITE_URL they begin at the root, and a comment says so. */
export function sitemap(pages: readonly string[], home: string): string {
  const urls = pages
    .filter(listed)
    .map((page) => `  <url><loc>${escaped(`${home}${addressOf(page)}`)}</loc></url>`);
  const note = isWhole(home)
    ? []
    : [
        "<!-- Built without SITE_URL: addresses begin at the root of the site. Build with SITE_URL=https://… for search engines. -->",
      ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...note,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}

/** Write them into an export. */
export function writeForMachines(
  out: string,
  pages: readonly string[],
  content: Content,
  home: string,
): void {
  const base = baseOf(out);
  const write = (name: string, text: string) => {
    writeFileSync(join(out, name), text);
  };
  write("knowledge.json", `${JSON.stringify(publish(content, home, base))}\n`);
  write(
    "knowledge.schema.json",
    `${JSON.stringify({ $id: `${home}/knowledge.schema.json`, ...jsonSchema() }, null, 1)}\n`,
  );
  write("llms.txt", llmsTxt(content, home, base));
  write("sitemap.xml", sitemap(pages, home));
  write(
    "robots.txt",
    ["User-agent: *", "Allow: /", ...(isWhole(home) ? [`Sitemap: ${home}/sitemap.xml`] : []), ""].join("\n"),
  );
}
