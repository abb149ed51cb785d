import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeHeaderFiles } from "./headers";

/** The places that the header files of an export name. */
function places(base: string): Record<"hosts" | "vercel" | "nginx", string[]> {
  const out = mkdtempSync(join(tmpdir(), "lastbyte-headers-"));
  try {
    writeFileSync(join(out, "manifest.webmanifest"), JSON.stringify({ scope: `${base}/` }));
    writeHeaderFiles(out);
    const read = (file: string) => readFileSync(join(out, file), "utf8");
    return {
      hosts: read("_headers").match(/^\/.*/gm) ?? [],
      vercel: (JSON.parse(read("vercel.json")) as { headers: { source: string }[] }).headers.map(
        ({ source }) => source,
      ),
      nginx: read("nginx-headers.conf").match(/^(#|location|error_page).*/gm) ?? [],
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}

test.each([
  ["", "the server block", ""],
  ["/last.byte", "the location /last.byte/", "/last\\.byte"],
])("the header files name places below %j", (base, block, pattern) => {
  const folders = ["_next/static", "_site", "f", "excerpts"];
  expect(places(base)).toEqual({
    hosts: [`${base}/*`, `${base}/sw.js`, ...folders.map((folder) => `${base}/${folder}/*`)],
    vercel: [`${base}/(.*)`, `${base}/sw.js`, ...folders.map((folder) => `${base}/${folder}/(.*)`)],
    nginx: [
      `# Include this file in ${block} that serves the export.`,
      `error_page 404 ${base}/404.html;`,
      `location ~ ^${pattern}/(${folders.join("|")})/ {`,
    ],
  });
});
