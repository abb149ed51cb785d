/**
 * What a page's own policy cannot say stands in headers: one list, for our server and for static hosts.
 * There are no script or style sources here: policies intersect, and each page carries its own.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { baseOf } from "./base";
import { FRAGMENTS } from "./pages";

type Header = readonly [name: string, value: string];

export const SECURITY_HEADERS: readonly Header[] = [
  ["Content-Security-Policy", "frame-ancestors 'none'"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  [
    "Permissions-Policy",
    [
      "accelerometer",
      "autoplay",
      "camera",
      "display-capture",
      "encrypted-media",
      "fullscreen",
      "geolocation",
      "gyroscope",
      "magnetometer",
      "microphone",
      "midi",
      "payment",
      "usb",
      "xr-spatial-tracking",
    ]
      .map((feature) => `${feature}=()`)
      .join(", "),
  ],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];

/** Only where TLS is certain: the files for static hosts, never our own server on a plain port. */
const HOST_HEADERS: readonly Header[] = [
  ...SECURITY_HEADERS,
  ["Strict-Transport-Security", "max-age=31536000"],
];

/** Folders whose file names change with their content. */
export const HASHED = ["_next/static", "_site", FRAGMENTS, "excerpts"];
const IMMUTABLE = "public, max-age=31536000, immutable";
const REVALIDATE = "no-cache";
/** The worker decides which version is here: no cache on the way may hold an old one, whatever the host does by default. */
const FRESH = "/sw.js";

/** @param path path of a request, from the root of the site */
export function cacheControl(path: string): string {
  return HASHED.some((folder) => path.startsWith(`/${folder}/`)) ? IMMUTABLE : REVALIDATE;
}

/** The format of Netlify and Cloudflare Pages. Both revalidate by default, and rules that overlap add up, so only hashed files get a rule. */
function hostsFile(base: string): string {
  const block = (path: string, headers: readonly Header[]) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  return (
    [
      block(`${base}/*`, HOST_HEADERS),
      block(base + FRESH, [["Cache-Control", REVALIDATE]]),
      ...HASHED.map((folder) => block(`${base}/${folder}/*`, [["Cache-Control", IMMUTABLE]])),
    ].join("\n\n") + "\n"
  );
}

function vercelFile(base: string): string {
  const rule = (source: string, headers: readonly Header[]) => ({
    source,
    headers: headers.map(([key, value]) => ({ key, value })),
  });
  const rules = [
    rule(`${base}/(.*)`, HOST_HEADERS),
    rule(base + FRESH, [["Cache-Control", REVALIDATE]]),
    ...HASHED.map((folder) => rule(`${base}/${folder}/(.*)`, [["Cache-Control", IMMUTABLE]])),
  ];
  return JSON.stringify({ trailingSlash: true, headers: rules }, null, 2) + "\n";
}

/** A location with headers of its own inherits none, so the whole list stands in both places. */
function nginxFile(base: string): string {
  const lines = HOST_HEADERS.map(([name, value]) => `add_header ${name} "${value}" always;`);
  return (
    [
      `# Include this file in the ${base === "" ? "server block" : `location ${base}/`} that serves the export.`,
      ...lines,
      `add_header Cache-Control "${REVALIDATE}";`,
      `error_page 404 ${base}/404.html;`,
      // Behind a load balancer that speaks TLS, a whole address would lead to http.
      "absolute_redirect off;",
      `location ~ ^${base.replaceAll(".", "\\.")}/(${HASHED.join("|")})/ {`,
      ...lines.map((line) => `  ${line}`),
      `  add_header Cache-Control "${IMMUTABLE}";`,
      "}",
    ].join("\n") + "\n"
  );
}

/** Write the header files of common static hosts into the export. */
export function writeHeaderFiles(out: string): void {
  const base = baseOf(out);
  writeFileSync(join(out, "_headers"), hostsFile(base));
  writeFileSync(join(out, "vercel.json"), vercelFile(base));
  writeFileSync(join(out, "nginx-headers.conf"), nginxFile(base));
}
