/** Where the site will stand: known only to who builds it. */

/**
 * `SITE_URL`: the address of the site, such as https://lastbyte.example, without which everything is named from its root.
 * @throws Error with a sentence, when it is set and is no such address
 */
export function siteUrl(given: string | undefined = process.env["SITE_URL"]): string {
  if (given === undefined || given.trim() === "") return "";
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (
    url === null ||
    !["https:", "http:"].includes(url.protocol) ||
    url.pathname !== "/" ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== ""
  ) {
    throw new Error(
      `SITE_URL is "${given}", and has to be the root of a domain, such as https://lastbyte.example.`,
    );
  }
  return url.origin;
}

/** The address of a page of the export, from the root of the site. */
export const addressOf = (page: string): string => `/${page.replace(/(^|\/)index\.html$/, "$1")}`;

/** Text in an attribute or between tags of HTML and XML. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
