/** Files that are given: decoded here, or refused in words. Nothing goes over the network. */
import { decode } from "@/lib/text/decode";
import type { Piece } from "@/lib/model/piece";

const MB = 1_000_000;
const MOST_EACH = 5 * MB;
const MOST_ALL = 20 * MB;

type Text = Pick<Piece, "name" | "text">;
export interface Taken {
  texts: readonly Text[];
  /** One sentence for each that was refused. */
  refused: readonly string[];
}

const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}…` : name);
const sizeOf = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

/** What is given, before it is looked at. */
interface Offer {
  name: string | null;
  size: number;
  bytes: () => Promise<ArrayBuffer>;
}

const fromFile = (file: File): Offer => ({
  // Files of a folder come with their path: it helps to tell the kind.
  name: file.webkitRelativePath || file.name,
  size: file.size,
  bytes: () => file.arrayBuffer(),
});

async function textOf({ name, bytes }: Offer): Promise<Text | string> {
  const called = `“${short(name ?? "The text")}”`;
  try {
    const decoded = decode(new Uint8Array(await bytes()));
    if ("refused" in decoded) return `${called} was not read. ${decoded.refused}`;
    return decoded.text.trim() === "" ? `${called} is empty.` : { name, text: decoded.text };
  } catch {
    return `The browser could not read ${called}.`;
  }
}

/** Bytes that a text takes. */
export const bytesOf = (text: string): number => new Blob([text]).size;

/** Why something of this size is not taken, or null. @param held bytes that are here already */
function tooMuch(called: string, size: number, held: number): string | null {
  if (size > MOST_EACH)
    return `${called} has ${sizeOf(size)}, and 5 MB of each are read. Give the part around the break.`;
  if (held + size > MOST_ALL) return `${called} would make more than 20 MB in all. Take something out first.`;
  return null;
}

/** Take files. Never rejects. @param held bytes that are here already */
export async function takeFiles(files: readonly File[], held: number): Promise<Taken> {
  const texts: Text[] = [];
  const refused: string[] = [];
  let all = held;
  for (const offer of files.map(fromFile)) {
    const large = tooMuch(`“${short(offer.name ?? "")}”`, offer.size, all);
    const taken = large ?? (await textOf(offer));
    if (typeof taken === "string") refused.push(taken);
    else {
      texts.push(taken);
      all += offer.size;
    }
  }
  return { texts, refused };
}

/** Take a pasted text. */
export function takeText(text: string, held: number): Taken {
  const large = tooMuch("What you pasted", bytesOf(text), held);
  return large === null ? { texts: [{ name: null, text }], refused: [] } : { texts: [], refused: [large] };
}
