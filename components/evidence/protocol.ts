/** What the page and the worker that reads say to each other. */
import type { Mend } from "@/lib/evidence/mend";
import type { Taken } from "@/lib/evidence/part";
import type { Finding } from "@/lib/model/finding";
import type { Piece } from "@/lib/model/piece";

/** A kind that a text can be taken for. */
export interface KindName {
  id: string;
  name: string;
}

/** A finding at its line, with what is kept of it. */
export interface Placed {
  finding: Finding;
  /** As a link holds it. */
  kept: string;
  line: number;
  /** How the text is mended there, where that is one line. */
  mend: Mend | null;
}

/** Lines with findings, and a little around each; a very long line is cut. */
export interface Shown {
  /** Number of the first one. */
  from: number;
  lines: readonly string[];
}

/** What one text gave. */
export interface PieceReading {
  taken: readonly Taken[];
  placed: readonly Placed[];
  /** How many lines it has, and those that are shown: a page never takes a long text apart itself. */
  total: number;
  shown: readonly Shown[];
  /** There was more than can be read. */
  cut: boolean;
}

/** A text, with what its giver says of it. */
export type Text = Pick<Piece, "name" | "text" | "as" | "route">;

export type Asked =
  /** The rules, as the build wrote them; the page fetches them, so that the worker needs no network. */
  | { is: "rules"; text: string }
  /** The words of solved incidents, when the worker has asked for them; null where they do not come. */
  | { is: "words"; text: string | null }
  | ({ is: "read"; id: number } & Text)
  | { is: "restore"; id: number; found: readonly string[] };

export type Told =
  | { is: "kinds"; kinds: readonly KindName[] }
  | { is: "words wanted" }
  | { is: "read"; id: number; reading: PieceReading; restored: readonly Restored[] }
  | { is: "restored"; id: number; restored: readonly Restored[] }
  | { is: "failed"; id: number };

/** What is kept of a finding, and the finding that it makes; null where its rule is not known. */
export interface Restored {
  kept: string;
  finding: Finding | null;
}
