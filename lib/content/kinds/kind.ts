/** What the build has to know of a kind of knowledge. Each has a file here; `all.ts` is the table. */
import type * as v from "valibot";
import type { Knowledge } from "../../model/knowledge";
import type { Entry } from "../../search/types";
import type { Content } from "../content";
import type { Reader } from "../reader";

/** An id that others can name. */
export interface Id {
  /** What it is an id of, as a sentence calls it: "cause". */
  of: string;
  id: string;
  /** The beginning of a sentence about it: its file, and its entry in a list. */
  where: string;
}

/** An id that is named, and has to be there. */
export interface Named extends Id {
  field: string;
  /** For an answer: the question that it has to be an answer to. */
  answers?: string;
}

/** A field of /knowledge.json. */
export interface PublishedField {
  name: string;
  /** What it is, for the page that explains the file. */
  what: string;
  schema: v.GenericSchema;
  of: (content: Content) => unknown;
}

export interface Kind {
  /** Where its files lie under content/; `*` is one name. A file where none lies is a stray one. */
  files: readonly string[];
  /** Read its files into the content. What stands before it in the table has been read. */
  read: (reader: Reader, content: Content) => void;
  /** The ids that it gives; each may be given once. */
  ids?: (content: Content, reader: Reader) => Id[];
  /** The ids that it names. */
  names?: (content: Content, reader: Reader) => Named[];
  /** What else is wrong between its own parts or with its files: one sentence each, with file and field. */
  mistakes?: (content: Content, reader: Reader) => string[];
  /** What can be found of it, each at its very address. */
  searched?: (content: Content) => Entry[];
  /** What machines get of it. */
  published?: PublishedField;
  /** Its pages whose anchors are addresses of their own, for good. */
  anchored?: RegExp;
  /** Links into the desk that hold its ids. */
  links?: (knowledge: Knowledge) => string[];
}
