/**
 * The files that excerpts lie in, one beside each document that has some, under a name that changes with
 * what it holds.
 */
import { createHash } from "node:crypto";
import { at } from "@/components/base/at";
import { content } from "@/components/content";
import { excerptsByDocument } from "@/lib/share/excerpts";

/** The folder, from the root of the site. */
const FOLDER = "excerpts";

interface ExcerptFile {
  /** Its address below the folder. */
  name: string;
  text: string;
}

function filesOf(all: ReturnType<typeof content>): ReadonlyMap<string, ExcerptFile> {
  return new Map(
    [...excerptsByDocument(all)].map(([document, excerpts]) => {
      const text = JSON.stringify(excerpts);
      const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
      return [document, { name: `${document}.${hash}.json`, text }];
    }),
  );
}

let made: { from: ReturnType<typeof content>; files: ReadonlyMap<string, ExcerptFile> } | null = null;

/** The files by their document, made once for each state of the content. */
export function excerptFiles(): ReadonlyMap<string, ExcerptFile> {
  const from = content();
  if (made?.from !== from) made = { from, files: filesOf(from) };
  return made.files;
}

/** The address of a document's file. */
export const excerptsAddress = (document: string): string =>
  at(`/${FOLDER}/${excerptFiles().get(document)?.name ?? ""}`);
