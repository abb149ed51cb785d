import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { baseProblems } from "./base-check";

const out = mkdtempSync(join(tmpdir(), "lastbyte-base-"));
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(out, file)), { recursive: true });
  writeFileSync(join(out, file), text);
};
const manifest = (icon: string) => JSON.stringify({ scope: "/lastbyte/", icons: [{ src: icon }] });
const worker = (file: string, held = "/lastbyte/f/a.html") =>
  `const LASTBYTE=${JSON.stringify({ first: { files: { [file]: "/digest=" } }, rest: { files: {} }, pack: { address: "/lastbyte/p", holds: [held] } })};\ncode`;

beforeEach(() => {
  rmSync(out, { recursive: true });
  write("manifest.webmanifest", manifest("/lastbyte/icon.svg"));
});
afterAll(() => rmSync(out, { recursive: true }));

test.each([
  ["index.html", '<a href="/causes/">', "/causes/"],
  ["f/1/causes/a.html", '<a href="/causes/">', "/causes/"],
  ["index.html", '<a href="/lastbyte">', "/lastbyte"],
  ["index.html", '<img src="/icon.svg">', "/icon.svg"],
  ["index.html", '<meta name="search" content="/lastbyte/_site/a.js /_site/b.json">', "/_site/b.json"],
  ["index.html", "<style>p{background:url(/a.svg)}</style>", "/a.svg"],
  ["index.html", String.raw`<script>push("{\"href\":\"/guides/\"}")</script>`, "/guides/"],
  ["_next/static/a.css", "@font-face{src:url('/a.woff2')}", "/a.woff2"],
  ["manifest.webmanifest", manifest("/icon.svg"), "/icon.svg"],
  ["sw.js", worker("/index.html"), "/index.html"],
  ["sw.js", worker("/lastbyte/", "/f/a.html"), "/f/a.html"],
  ["f/1/pack.json", '{"/f/1/a.html":"<p>"}', "/f/1/a.html"],
  ["knowledge.json", '{"page":"/causes/a/"}', "/causes/a/"],
  ["llms.txt", "- [A](/causes/a/): a", "/causes/a/"],
  ["llms.txt", "A link: `/#after=60`.", "/#after=60"],
  ["sitemap.xml", "<loc>/causes/</loc>", "/causes/"],
  ["_headers", "/sw.js\n  Cache-Control: no-cache", "/sw.js"],
  ["vercel.json", '{"source": "/(.*)"}', "/(.*)"],
  ["nginx-headers.conf", "location ~ ^/(_site)/ {", "/(_site)/"],
  ["nginx-headers.conf", "error_page 404 /404.html;", "/404.html"],
])("%s with %s is refused", (file, text, address) => {
  write(file, text);
  expect(baseProblems(out)).toEqual([`${file}: "${address}" lacks the base /lastbyte`]);
});

test("what has the base, and what is no address from the root, is let through", () => {
  write(
    "index.html",
    '<a href="/lastbyte/#a=b">a</a><a href="#main">b</a><a href="https://host.example/">c</a><meta content="/lastbyte/a.js"><code>href="/x"</code>',
  );
  write("sw.js", worker("/lastbyte/"));
  expect(baseProblems(out)).toEqual([]);
});

test("at the root of a domain every address has its base", () => {
  write("manifest.webmanifest", '{"scope":"/"}');
  write("index.html", '<a href="/causes/">');
  expect(baseProblems(out)).toEqual([]);
});
