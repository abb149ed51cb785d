/** What is shown and run as it stands, as types: code pairs and configs, without what the lab does with them. */
import type { Source } from "./content";
import type { Language } from "./languages";
import type { When } from "./knowledge";

/** A place in the fixed program that a reader's value takes. */
export interface PairField {
  value: ValueName;
  /** Text that is found on one line of the fixed side, and only there. */
  line: string;
  /** How a value is written on that line: `{}` stands for it. */
  as: string;
  /** The value that stands there, as it was run. */
  recorded: string;
}

/** A broken program and a fixed one. */
export interface PairData {
  title: string;
  /** What the broken side does wrong, and what the fixed side does instead: one or two sentences each. */
  broken: string;
  fixed: string;
  causes: string[];
  /** Answers beside which it fits; without them it fits all. */
  only?: When | undefined;
  /** Packages with the versions that the pair is written for. */
  needs: Record<string, string>;
  /** What its two programs are written in. */
  language: Language;
  run: string;
  /** How a reader starts it, where that is no command: code of a page, for example. */
  start?: string | undefined;
  /** Values of a reader that the fixed side can hold. */
  fields?: PairField[] | undefined;
  /** Texts of decisive lines, each found on exactly one line of its side. */
  marks: { broken: string[]; fixed: string[] };
  /** The environment of the lab in which it runs. */
  environment: string;
  sources: Source[];
}

/** The values of a reader that a config can hold. */
export const VALUE_NAMES = [
  "path",
  "upstream",
  "longest-stream",
  "longest-silence",
  "heartbeat",
  "deadline",
] as const;
export type ValueName = (typeof VALUE_NAMES)[number];

export const UNITS = ["s", "ms", "min", "host-port", "host", "port", "path"] as const;

/** A place in a config that a reader's value takes. */
export interface ConfigField {
  value: ValueName;
  /** From 1, and the exact text on that line that the value replaces (found once on it). */
  line: number;
  text: string;
  /** How a value is written there: `{}` stands for it. */
  as: string;
  unit?: (typeof UNITS)[number] | undefined;
}

export interface ConfigFile {
  file: string;
  title: string;
  lang: string;
  where: string;
  fields: ConfigField[];
  /** Decisive lines, and why each is there. A `defence` changes nothing in the lab's runs: it says why it stays. */
  why: { text: string; says: string; defence?: string | undefined }[];
}

export interface ConfigData {
  /** The product that reads it. */
  product: string;
  name: string;
  title: string;
  summary: string;
  causes: string[];
  files: ConfigFile[];
  /** What cannot be configured here, and the way around. */
  fixed: { limit: string; around: string }[];
  apply?: string | undefined;
  risk?: string | undefined;
  undo?: string | undefined;
  verify: { run: string; see: string };
  sources: Source[];
}
