/** What is wrong between files: stray ones, ids that are taken, ids that are not there. One sentence each. */
import { checkKey } from "../model/answers";
import { valuesOf } from "../model/questions";
import type { Content } from "./content";
import { KINDS } from "./kinds/all";
import type { Id, Named } from "./kinds/kind";
import type { Reader } from "./reader";

/** What stands under content/ and is no knowledge: published addresses, and a word on a team's folder. */
const OTHER_FILES = ["addresses.txt", "team/README*"];
const PLACES = KINDS.flatMap(({ files }) => files);

function matches(file: string, place: string): boolean {
  const pattern = place.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]+");
  return new RegExp(`^${pattern}$`).test(file);
}

/** Where files of the same folder lie, or else of the folder above it, and so on. */
function placesNear(file: string): string[] {
  const folders = file.split("/").slice(0, -1);
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const near = PLACES.filter((place) => place.startsWith(`${folders.slice(0, depth).join("/")}/`));
    if (near.length > 0) return near;
  }
  return [...new Set(PLACES.map((place) => place.replace(/\/.*$/, "/")))];
}

/** Files that belong to no kind. */
function strayFiles(files: readonly string[]): string[] {
  const known = [...PLACES, ...OTHER_FILES];
  return files
    .filter((file) => !known.some((place) => matches(file, place)))
    .map((file) => `content/${file}: stray file: no kind has it; here lie ${placesNear(file).join(", ")}.`);
}

const isTeams = ({ where }: Id): boolean => where.startsWith("content/team/");

function takenSentence(one: Id, first: Id): string {
  const { where, id } = one;
  if (isTeams(one) && !isTeams(first))
    return `${where}: field "id": "${id}" is taken by Lastbyte itself, choose another, such as "team-${id}".`;
  return where === first.where
    ? `${where}: the id "${id}" stands there twice.`
    : `${where}: the id "${id}" is taken, it stands twice: the first is ${first.where}.`;
}

/** Ids that are given twice. Ours come first, wherever a team's stand among them. */
function takenIds(ids: readonly Id[]): string[] {
  const first = new Map<string, Id>();
  const ordered = [...ids.filter((one) => !isTeams(one)), ...ids.filter(isTeams)];
  return ordered.flatMap((one) => {
    const key = `${one.of} ${one.id}`;
    const before = first.get(key);
    if (before) return [takenSentence(one, before)];
    first.set(key, one);
    return [];
  });
}

/** The values of each question and check by their keys; null for numbers, where any is right. */
function answersOf(content: Content): Map<string, Set<string> | null> {
  const answers = new Map<string, Set<string> | null>();
  const idsOf = (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id));
  for (const question of content.questions) {
    const values = valuesOf(question, content);
    answers.set(question.id, values && idsOf(values));
  }
  for (const { id, outcomes } of content.checks) answers.set(checkKey(id), idsOf(outcomes));
  return answers;
}

/** Whether a file that could not be read may be what an id stands for: its own mistakes are told already. */
const mayBeUnread = (id: string, unread: readonly string[]): boolean =>
  unread.some((file) => file.includes(`/${id}/`) || file.includes(`/${id}.`));

/** Ids that are named and not there. */
function missingIds(
  names: readonly Named[],
  ids: readonly Id[],
  content: Content,
  unread: readonly string[],
): string[] {
  const known = new Set(ids.map(({ of, id }) => `${of} ${id}`));
  const answers = answersOf(content);
  return names.flatMap(({ where, field, of, id, answers: question }) => {
    const say = (what: string) => [`${where}: field "${field}": ${what}.`];
    if (question === undefined)
      return known.has(`${of} ${id}`) || mayBeUnread(id, unread) ? [] : say(`there is no ${of} "${id}"`);
    const values = answers.get(question);
    if (values === undefined) return say(`"${question}" is no question`);
    return values === null || values.has(id) ? [] : say(`"${id}" is no answer to "${question}"`);
  });
}

/** Every mistake between files. */
export function mistakesIn(content: Content, reader: Reader): string[] {
  const ids = KINDS.flatMap((kind) => kind.ids?.(content, reader) ?? []);
  const names = KINDS.flatMap((kind) => kind.names?.(content, reader) ?? []);
  return [
    ...strayFiles(reader.files),
    ...takenIds(ids),
    ...missingIds(names, ids, content, reader.unread),
    ...KINDS.flatMap((kind) => kind.mistakes?.(content, reader) ?? []),
  ];
}
