import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { knowledgeOf } from "../../content/knowledge";
import { loadContent } from "../../content/load";
import { knowledge as small } from "../../diagnosis/fixtures/knowledge";
import { decode } from "../../state/codec";
import { addressesOf, append, lostAddresses, published, unlisted, wizardAddresses } from "./address-list";

const folder = mkdtempSync(join(tmpdir(), "lastbyte-addresses-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An export of a few pages. */
function site(pages: Readonly<Record<string, string>>): string {
  const out = mkdtempSync(join(folder, "out-"));
  for (const [page, main] of Object.entries(pages)) {
    mkdirSync(dirname(join(out, page)), { recursive: true });
    writeFileSync(
      join(out, page),
      `<html><body><nav id="bar"></nav><main id="main">${main}</main></body></html>`,
    );
  }
  return out;
}

const out = site({
  "index.html": "",
  "404.html": "<p id=x></p>",
  "limits/index.html": '<table><tr id="gate-read"></tr></table>',
  "guides/a/index.html": '<h2 id="part"></h2>',
  "configs/a/index.html": '<pre id="block"></pre>',
  "causes/index.html": '<ol id="list"></ol>',
  "causes/slow/index.html": '<h2 id="fix"></h2>',
});

describe("addresses of an export", () => {
  test("every page, the anchors of those that are linked into, and a link for each answer", () => {
    const all = addressesOf(out, small);
    for (const address of [
      "/",
      "/limits/",
      "/limits/#gate-read",
      "/guides/a/",
      "/guides/a/#part",
      "/causes/",
      "/causes/#list",
      "/causes/slow/",
      "/causes/slow/#fix",
      "/#symptom=late",
      "/#after=60",
      "/#proxy=unknown",
    ])
      expect(all).toContain(address);
    for (const address of ["/404.html", "/configs/a/#block", "/limits/#main", "/limits/#bar"])
      expect(all).not.toContain(address);
    expect(new Set(all).size).toBe(all.length);
  });

  test("what it answers to is not lost, and none of it is unlisted", () => {
    const all = addressesOf(out, small);
    expect(lostAddresses(out, all, small)).toEqual([]);
    expect(unlisted(out, all, small)).toEqual([]);
    expect(
      unlisted(
        out,
        all.filter((address) => address !== "/causes/slow/#fix"),
        small,
      ),
    ).toEqual(["/causes/slow/#fix"]);
  });

  test.each<[string, string]>([
    ["/causes/fast/", "no such page"],
    ["/causes/slow/#mend", "no such anchor"],
    ["/limits/#gate-write", "no such anchor"],
    ["/#symptom=boredom", "no longer opens whole"],
    ["/#colour=red", "no longer opens whole"],
    ["/#after=", "no longer opens whole"],
  ])("%s is lost, in one sentence", (address, says) => {
    const problems = lostAddresses(out, [address], small);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${address} was published`);
    expect(problems[0]).toContain(says);
    expect(problems[0]).not.toContain("\n");
  });
});

test("the list keeps what stands in it, and takes more", () => {
  const file = join(folder, "addresses.txt");
  expect(published(file)).toEqual([]);
  append(["/a/", "/#b=c"], file);
  append(["/d/"], file);
  expect(published(file)).toEqual(["/a/", "/#b=c", "/d/"]);
  expect(readFileSync(file, "utf8")).toMatch(/^# .*\n\/a\/\n\/#b=c\n\/d\/\n$/);
});

describe("the published list", () => {
  const knowledge = knowledgeOf(loadContent("content"));
  const links = published().filter((address) => address.startsWith("/#"));

  test("every published link of the wizard opens whole", () => {
    expect(links.length).toBeGreaterThan(100);
    expect(
      links.flatMap((link) =>
        decode(link.slice(1), knowledge).dropped.map((sentence) => `${link}: ${sentence}`),
      ),
    ).toEqual([]);
  });

  test("the links of the wizard hold every id that an address may hold", () => {
    for (const address of wizardAddresses(knowledge))
      expect(decode(address.slice(1), knowledge).dropped, address).toEqual([]);
  });
});
