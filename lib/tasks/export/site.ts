/** Where the site will stand: known only to who builds it. */

/** What somebody set and must set otherwise; told as a sentence, without a stack (lib/tasks/run.mjs). */
class WrongSetting extends Error {
  readonly problems = [this.message];
}

/**
 * `SITE_URL`: the address of the site's host, such as https://lastbyte.example, without which everything is named from its root.
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
    throw new WrongSetting(
      `SITE_URL is "${given}", and has to be the root of a domain, such as https://lastbyte.example; a path goes into BASE_PATH.`,
    );
  }
  return url.origin;
}

/** A part of a path that stands for another folder would end up elsewhere. */
const BASE = /^(\/(?!\.{1,2}(\/|$))[a-z0-9._-]+)*$/;

/**
 * `BASE_PATH`: the path of its host below which the site will stand, such as /lastbyte; nothing at the root of a domain.
 * @throws Error with a sentence, when it is set and is no such path
 */
export function basePath(given: string | undefined = process.env["BASE_PATH"]): string {
  const path = (given ?? "").replace(/\/$/, "");
  if (!BASE.test(path))
    throw new WrongSetting(
      `BASE_PATH is "${given ?? ""}", and has to be a path of lower-case letters, digits, "-", "_" and ".", such as /lastbyte or /tools/lastbyte; leave it out for the root of a domain.`,
    );
  return path;
}

/** A site that is named with its host, and not from the root of whatever host it stands on. */
export const isWhole = (home: string): boolean => home.startsWith("http");

/** The address of a file of the export, from the root of the site: as a host serves it. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, "$1")}`;

/** Text in an attribute or between tags of HTML and XML. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
