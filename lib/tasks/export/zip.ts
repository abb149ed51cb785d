/** The export as a zip: the same files, the same bytes, so that anyone can build it and compare. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { filesIn } from "../files";

const ZIP = "lastbyte-site.zip";
const FOLDER = "lastbyte-site";
/** The first moment that a zip can name, in local time, as the format has no zones. */
const FIXED = new Date(1980, 0, 1);
const HOW = `Lastbyte, to carry.

Check it:  sha256sum -c SHA256SUMS
Serve it:  python3 -m http.server 8000    then open http://localhost:8000
Any static server will do, at the root of a host. Opened as a file, without a server, it does not work.
`;

const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Write the zip of an export into it, and its checksum beside it. */
export function writeZip(out: string): void {
  const files: { name: string; content: Uint8Array }[] = [
    { name: "HOW-TO-OPEN.txt", content: Buffer.from(HOW) },
    ...filesIn(out)
      .filter((name) => !name.startsWith(ZIP))
      .map((name) => ({ name, content: readFileSync(join(out, name)) })),
  ];
  const sums = files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join("");
  files.push({ name: "SHA256SUMS", content: Buffer.from(sums) });
  const packed = Object.fromEntries(files.map(({ name, content }) => [`${FOLDER}/${name}`, content]));
  const zip = zipSync(packed, { level: 9, mtime: FIXED });
  writeFileSync(join(out, ZIP), zip);
  writeFileSync(join(out, `${ZIP}.sha256`), `${sha256(zip)}  ${ZIP}\n`);
}
