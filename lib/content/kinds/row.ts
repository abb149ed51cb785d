/**
 * Where each fact that a guide has to tell stands: in a section of the guide, or on a page that such a section links
 * to, so that its reader meets it.
 */
import * as v from "valibot";
import { CAUSE_PARTS, type Guide, type Row } from "../../model/content";
import type { Content } from "../content";
import { named } from "../named";
import { textUnder } from "../prose";
import type { Reader } from "../reader";
import { words } from "../schema";
import type { Kind } from "./kind";

const FOLDER = "rows";
const ENDING = ".yaml";
/** Every address that was published: they answer for good. */
const ADDRESSES = "addresses.txt";

const place = v.pipe(v.string(), v.regex(/^\/[a-z][a-z/-]*\/(#[\w-]+)?$/, "must be an address of ours"));

export const rowSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Z]{2}-\d{2}$/, "must be two letters, a hyphen and two digits")),
  about: words,
  at: v.pipe(v.array(place), v.minLength(1, "must name a place")),
});

const fileOf = (framework: string): string => `${FOLDER}/${framework}${ENDING}`;
const pageOf = (address: string): string => address.replace(/#.*$/, "");
const guidePage = (guide: string): string => `/guides/${guide}/`;

/** All addresses: those on the list, and those that the content gives and that no build has put there yet. */
function addressesOf({ guides, causes, pages }: Content, reader: Reader): Set<string> {
  return new Set([
    ...(reader.text(ADDRESSES) ?? "").split("\n").map((line) => line.trim()),
    ...guides.flatMap((guide) => guide.body.sections.map(({ id }) => `${guidePage(guide.id)}#${id}`)),
    ...causes.flatMap(({ id }) => CAUSE_PARTS.map((part) => `/causes/${id}/#${part.id}`)),
    ...pages.flatMap(({ id, parts = [] }) => parts.map((part) => `/${id}/#${part.id}`)),
  ]);
}

/** The text under each heading of a guide, with what is below it, by its address. */
const sectionsOf = ({ id, body }: Guide): Map<string, string> =>
  new Map(
    body.sections.map((section) => [
      `${guidePage(id)}#${section.id}`,
      textUnder(body, section, section.depth),
    ]),
  );

/** The pages that a text links to; a code pair that it shows links to its own. */
const linkedIn = (text: string): string[] => [
  ...[...text.matchAll(/\]\((\/[^)\s]*)\)/g)].map(([, address = ""]) => pageOf(address)),
  ...[...text.matchAll(/<Pair id="([^"]*)"/g)].map(([, id = ""]) => `/pairs/${id}/`),
];

function mistakesOf(
  { at }: Row,
  sections: ReadonlyMap<string, string>,
  addresses: ReadonlySet<string>,
  page: string,
): string[] {
  const lost = at.filter((address) => !addresses.has(address));
  const here = at.flatMap((address) => sections.get(address) ?? []);
  if (lost.length > 0) return lost.map((address) => `there is no address "${address}".`);
  if (here.length === 0) return [`no section of ${page} is named, so nobody who reads it meets the fact.`];
  const linked = new Set(here.flatMap(linkedIn));
  return at
    .filter((address) => !sections.has(address) && !linked.has(pageOf(address)))
    .map((address) => `no section of ${page} that is named links to ${pageOf(address)}.`);
}

function mistakes(content: Content, reader: Reader): string[] {
  if (Object.keys(content.rows).length === 0) return [];
  const addresses = addressesOf(content, reader);
  return Object.entries(content.rows).flatMap(([framework, rows]) => {
    const guide = content.guides.find(({ id }) => id === framework);
    if (!guide || guide.body.unread) return [];
    const sections = sectionsOf(guide);
    return rows.flatMap((row) =>
      mistakesOf(row, sections, addresses, guidePage(framework)).map(
        (problem) => `${reader.where(row)}: field "at": ${problem}`,
      ),
    );
  });
}

const frameworksOf = (reader: Reader): string[] =>
  reader.names(FOLDER).map((name) => name.replace(/\.[^.]*$/, ""));

export const row: Kind = {
  files: [`${FOLDER}/*${ENDING}`],
  read: (reader, content) => {
    content.rows = Object.fromEntries(
      frameworksOf(reader).map((framework) => [framework, reader.entries(rowSchema, fileOf(framework))]),
    );
  },
  ids: ({ rows }, reader) =>
    Object.values(rows)
      .flat()
      .map((one) => ({ of: "row", id: one.id, where: reader.where(one) })),
  names: ({ rows }) =>
    Object.keys(rows).flatMap((framework) =>
      named(`content/${fileOf(framework)}`, "(name of the file)", "framework", [framework]),
    ),
  mistakes,
};
