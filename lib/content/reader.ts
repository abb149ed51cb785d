/** Reads files of a content folder against their schemas, and gathers each mistake as one sentence. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parse as parseYaml } from "yaml";
import type { Prose } from "../model/content";
import { readProse } from "./prose";
import { remember } from "./remember";

type AnySchema = v.GenericSchema<unknown, unknown>;

/** Texts that stand in for files, by their path in the folder; null for a file that is not there. */
export type Planted = Readonly<Record<string, string | null>>;

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
/** Left by tools, and never ours. */
const LEFT_OVER = /(^|\/)(\.[^/]*|__pycache__)(\/|$)/;

const fromYaml = remember((text): unknown => parseYaml(text));
const fromJson = remember((text): unknown => JSON.parse(text));
const fromMdx = remember((text) => {
  const [, front = "", body = ""] = FRONT_MATTER.exec(text) ?? [];
  return readProse(body, front.split("\n").length + 2);
});

function filesUnder(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(root, file) : [file];
  });
}

const nameOf = (entry: unknown, at: number): string =>
  typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string"
    ? `"${entry.id}"`
    : `${at + 1}`;

/** What a schema found, in words of ours where its own speak of the validator. */
function issueWords(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? "(whole file)";
  const isKey = issue.type === "strict_object";
  if (isKey && issue.expected === "never") return `there is no field "${field}"`;
  if (isKey && issue.received === "undefined") return `field "${field}" is missing`;
  if (/^Invalid (type|key):/.test(issue.message) && issue.expected !== null)
    return `field "${field}": must be ${issue.expected.replace(/^\((.*)\)$/, "$1").replaceAll(" | ", " or ")}, and is ${issue.received}`;
  return `field "${field}": ${issue.message}`;
}

export class Reader {
  readonly problems: string[] = [];
  /** Files of which something could not be read: what they would have given is not missing. */
  readonly unread: string[] = [];
  /** Every file, by its path in the folder. */
  readonly files: readonly string[];
  private readonly places = new Map<object, string>();

  constructor(
    readonly root: string,
    private readonly planted: Planted = {},
  ) {
    const onDisk = existsSync(root) ? filesUnder(root) : [];
    this.files = [...new Set([...onDisk, ...Object.keys(planted)])]
      .filter((file) => planted[file] !== null && !LEFT_OVER.test(file))
      .sort();
  }

  /** Names of what stands in a folder, files and folders. */
  names(folder: string): string[] {
    const inside = this.files.filter((file) => file.startsWith(`${folder}/`));
    return [...new Set(inside.map((file) => file.slice(folder.length + 1).split("/")[0] ?? ""))].sort();
  }

  text(file: string): string | null {
    const planted = this.planted[file];
    try {
      if (planted !== null) return planted ?? readFileSync(join(this.root, file), "utf8");
    } catch {
      // Said below.
    }
    this.problems.push(`content/${file}: the file is missing.`);
    return null;
  }

  /** What a schema makes of data, or null. `where` begins the sentence of each mistake. */
  private fit<S extends AnySchema>(schema: S, data: unknown, where: string): v.InferOutput<S> | null {
    const result = v.safeParse(schema, data);
    if (result.success) return result.output;
    for (const issue of result.issues) this.problems.push(`${where}: ${issueWords(issue)}.`);
    const [, file] = /^content\/(\S+?)(?=: |$)/.exec(where) ?? [];
    if (file !== undefined) this.unread.push(file);
    return null;
  }

  /** A text as data, by the file's ending: `{ data }`, or null. */
  private parsed(text: string, file: string): { data: unknown } | null {
    const json = file.endsWith(".json");
    try {
      return { data: (json ? fromJson : fromYaml)(join(this.root, file), text) };
    } catch (error) {
      const [reason = ""] = (error as Error).message.split("\n");
      this.problems.push(`content/${file}: not readable as ${json ? "JSON" : "YAML"}: ${reason}.`);
      return null;
    }
  }

  /** A file of data that is one thing. */
  one<S extends AnySchema>(schema: S, file: string): v.InferOutput<S> | null {
    const text = this.text(file);
    const read = text === null ? null : this.parsed(text, file);
    return read && this.fit(schema, read.data, `content/${file}`);
  }

  /** The entries of a file of data that holds a list, or one entry. */
  entries<S extends v.GenericSchema<unknown, object>>(schema: S, file: string): v.InferOutput<S>[] {
    const text = this.text(file);
    const read = text === null ? null : this.parsed(text, file);
    if (!read) return [];
    const list = Array.isArray(read.data) ? (read.data as unknown[]) : [read.data];
    return list.flatMap((entry, at) => {
      const where = `content/${file}: entry ${nameOf(entry, at)}`;
      if (typeof entry !== "object" || entry === null) {
        this.problems.push(`content/${file}: must be one entry or a list of entries.`);
        return [];
      }
      const data = this.fit(schema, entry, where);
      if (data === null) return [];
      this.places.set(data, where);
      return [data];
    });
  }

  /** An MDX file as its checked front matter and its body. */
  mdx<S extends AnySchema>(schema: S, file: string): { data: v.InferOutput<S>; body: Prose } | null {
    const text = this.text(file);
    if (text === null) return null;
    const [whole, front = ""] = FRONT_MATTER.exec(text) ?? [];
    if (whole === undefined) {
      this.problems.push(`content/${file}: must begin with front matter between two lines of "---".`);
      return null;
    }
    const { prose, problems } = fromMdx(join(this.root, file), text);
    this.problems.push(...problems.map((problem) => `content/${file}: ${problem}`));
    const read = this.parsed(front, file);
    const data = read && this.fit(schema, read.data, `content/${file}`);
    return data === null ? null : { data, body: prose };
  }

  /** Where an entry of a list stands: the beginning of a sentence about it. */
  where(entry: object): string {
    const place = this.places.get(entry);
    if (place === undefined) throw new Error("The reader gave no such entry.");
    return place;
  }

  /** Say where something stands that was not read as an entry of a list. */
  placed<T extends object>(thing: T, where: string): T {
    this.places.set(thing, where);
    return thing;
  }
}
