/** Bytes of a file as text: by their mark, and refused in words where they are none. */

export type Decoded = { text: string } | { refused: string };

/** Beginnings of files that are no text, with what a reader calls them. */
const KNOWN: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], "compressed (gzip)"],
  [[0x50, 0x4b, 0x03, 0x04], "a zip archive"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed (zstd)"],
  [[0x42, 0x5a, 0x68], "compressed (bzip2)"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "compressed (xz)"],
  [[0x37, 0x7a, 0xbc, 0xaf], "a 7z archive"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x89, 0x50, 0x4e, 0x47], "a picture"],
  [[0xff, 0xd8, 0xff], "a picture"],
  [[0x47, 0x49, 0x46, 0x38], "a picture"],
  [[0x7f, 0x45, 0x4c, 0x46], "a program"],
];
const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
/** A text has no zero bytes; a log that was cut off by a crash may have a few. */
const MOST_ZEROS = 0.01;
const SAMPLE = 65_536;

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte);

/** The text of a file. Without a mark it is UTF-8; what is not is shown with a sign in place of what cannot be read. */
export function decode(bytes: Uint8Array): Decoded {
  const known = KNOWN.find(([start]) => begins(bytes, start));
  if (known)
    return { refused: `It is ${known[1]}, and only text can be read. Unpack it first, or paste the text.` };
  const mark = MARKS.find(([start]) => begins(bytes, start));
  if (mark) return { text: new TextDecoder(mark[1]).decode(bytes) };
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = sample.reduce((count, byte) => count + Number(byte === 0), 0);
  if (zeros > sample.length * MOST_ZEROS)
    return {
      refused:
        "It is binary, or text in an encoding that does not say so. Save it as UTF-8, or paste the text.",
    };
  return { text: new TextDecoder().decode(bytes) };
}
