/** The circumstances of a use: those of its place, of its function and of its file, without a copy for each use. */
import type { Func } from "./functions";

/** What holds for a whole file. */
export interface FileFacts {
  /** First parts of the names of what is imported. */
  imports: ReadonlySet<string>;
  /** Names, and whole short strings, in its code. */
  words: ReadonlySet<string>;
  /** All of it in lower case, comments too. */
  text: string;
  /** `a<b`: somewhere in it, a call of `a` is given what `b` made. */
  handed: Set<string>;
  /** Whether its code has to do with streams. */
  streams: boolean;
}

/** A name or string of code that has to do with streams. */
const STREAM_WORD = /^\S*(stream|event-source|eventsource)\S*$/i;

/** Whether any name or string in the code of a file has to do with streams. */
export function isAboutStreams(words: ReadonlySet<string>): boolean {
  for (const word of words) if (STREAM_WORD.test(word)) return true;
  return false;
}

/**
 * `streams`: the code of the file has to do with streams, `streams-here`: that of the function; `near:X`: the name or string X stands in the same function, `near:in X`: it goes over an attribute X; `file:X`: in the file; `says:x`: anywhere, also in
 * comments; `imports:x`: a module is imported; `handed:a<b`: a call of `a` is given what `b` made.
 */
export class Circumstances {
  constructor(
    private readonly own: ReadonlySet<string>,
    private readonly func: Func,
    private readonly file: FileFacts,
  ) {}

  has(circumstance: string): boolean {
    const colon = circumstance.indexOf(":");
    const word = circumstance.slice(colon + 1);
    switch (colon < 0 ? "" : circumstance.slice(0, colon)) {
      case "near":
        return this.func.words.has(word);
      case "file":
        return this.file.words.has(word);
      case "imports":
        return this.file.imports.has(word);
      case "handed":
        return this.file.handed.has(word);
      case "says":
        return this.file.text.includes(word);
      default:
        if (circumstance === "streams") return this.file.streams;
        if (circumstance === "streams-here") return isAboutStreams(this.func.words);
        return this.own.has(circumstance) || this.func.roles.has(circumstance);
    }
  }
}
