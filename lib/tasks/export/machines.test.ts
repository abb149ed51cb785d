import { parse } from "node-html-parser";
import { afterEach, describe, expect, test, vi } from "vitest";
import { loadContent } from "../../content/load";
import { llmsTxt, sitemap } from "./machines";
import { drawing, painter } from "./picture";
import { siteUrl } from "./site";
import { cards, pictureOf, socialTags } from "./social";

const content = loadContent("content");
const PAGES = [
  "index.html",
  "causes/index.html",
  "causes/a&b/index.html",
  "404.html",
  "404/index.html",
  "_not-found/index.html",
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("SITE_URL", () => {
  test.each<[string | undefined, string]>([
    [undefined, ""],
    ["", ""],
    ["  ", ""],
    ["https://x.example", "https://x.example"],
    [" https://x.example/ ", "https://x.example"],
    ["http://localhost:3000", "http://localhost:3000"],
  ])("%j is %j", (given, site) => {
    vi.stubEnv("SITE_URL", given);
    expect(siteUrl()).toBe(site);
  });
  test.each([
    "x.example",
    "https://x.example/docs/",
    "ftp://x.example",
    "https://x.example/?a",
    "javascript:1",
    "https://u:p@x.example",
  ])("%s is refused with a sentence", (given) => {
    expect(() => siteUrl(given)).toThrow("has to be the root of a domain");
  });
});

describe("llms.txt", () => {
  test("says what the site is, and has one line for each guide and cause", () => {
    const text = llmsTxt(content, "");
    expect(text).toMatch(/^# Lastbyte\n\n> /);
    for (const { id } of content.causes) expect(text.split(`](/causes/${id}/): `)).toHaveLength(2);
    for (const { id } of content.guides) expect(text.split(`](/guides/${id}/): `)).toHaveLength(2);
    expect(llmsTxt(content, "https://x.example")).toContain("](https://x.example/knowledge.json): ");
    const below = llmsTxt(content, "https://x.example/lastbyte", "/lastbyte");
    expect(below).toContain("](https://x.example/lastbyte/knowledge.json): ");
    expect(below).toContain("`/lastbyte/#");
  });
});

describe("sitemap.xml", () => {
  test("names each page and no page of the machinery; without SITE_URL it says that it begins at the root", () => {
    expect(sitemap(PAGES, "https://x.example").match(/<loc>[^<]*/g)).toEqual([
      "<loc>https://x.example/",
      "<loc>https://x.example/causes/",
      "<loc>https://x.example/causes/a&amp;b/",
    ]);
    expect(sitemap(PAGES, "https://x.example")).not.toContain("<!--");
    expect(sitemap(PAGES, "")).toContain("SITE_URL");
    expect(sitemap(PAGES, "")).toContain("<loc>/causes/</loc>");
    expect(sitemap(PAGES, "/lastbyte")).toContain("SITE_URL");
    expect(sitemap(PAGES, "/lastbyte")).toContain("<loc>/lastbyte/causes/</loc>");
  });
});

describe("previews of links", () => {
  const all = cards(content);
  const names = new Set(all.keys());
  const html = parse(
    '<html><head><title>A "b" &amp; c: Lastbyte</title><meta name="description" content="What &lt;it&gt; is"></head></html>',
  );

  test("a cause and a guide have their own picture, another page that of its kind, or of the site", () => {
    const { id } = content.causes[0]!;
    expect(pictureOf(`causes/${id}/index.html`, names)).toBe(`causes-${id}`);
    expect(pictureOf("configs/some/index.html", names)).toBe("configs");
    for (const page of ["index.html", "404.html", "search/index.html"])
      expect(pictureOf(page, names)).toBe("site");
  });

  test("a page says title, sentence and picture, escaped; whole addresses need SITE_URL", () => {
    const tags = socialTags("causes/index.html", html, names, "");
    expect(tags).toContain('<meta property="og:title" content="A &quot;b&quot; &amp; c">');
    expect(tags).toContain('<meta property="og:image" content="/og/causes.png">');
    expect(tags).not.toMatch(/og:url|canonical/);
    const whole = socialTags("causes/index.html", html, names, "https://x.example");
    expect(whole).toContain('content="https://x.example/og/causes.png"');
    expect(whole).toContain('<link rel="canonical" href="https://x.example/causes/">');
    const below = socialTags("causes/index.html", html, names, "/lastbyte");
    expect(below).toContain('<meta property="og:image" content="/lastbyte/og/causes.png">');
    expect(below).not.toMatch(/og:url|canonical/);
  });

  test("a title of any length stays in its picture, and the same words make the same bytes", async () => {
    const card = {
      kicker: "Cause: <Proxy>",
      title: "A very long title & more of it, ".repeat(6),
      lead: "word ".repeat(200),
      end: "cut" as const,
    };
    expect(drawing(card).match(/<text/g)!.length).toBeLessThanOrEqual(8);
    const paint = await painter();
    const [first, second] = [paint(drawing(card)), paint(drawing(card))];
    expect(Buffer.from(first.slice(0, 8)).toString("hex")).toBe("89504e470d0a1a0a");
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
    // Text is drawn: an empty picture of this size is a tenth of it.
    expect(first.length).toBeGreaterThan(15_000);
  }, 30_000);
});
