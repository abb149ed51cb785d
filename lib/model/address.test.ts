import { describe, expect, test } from "vitest";
import { under, within } from "./address";

describe("an address from the root of the site goes under the base", () => {
  test.each([
    ["", "/causes/a/", "/causes/a/"],
    ["/lastbyte", "/", "/lastbyte/"],
    ["/lastbyte", "/causes/a/#fix", "/lastbyte/causes/a/#fix"],
    ["/lastbyte", "/#framework=langgraph", "/lastbyte/#framework=langgraph"],
    ["/tools/last.byte", "/sw.js", "/tools/last.byte/sw.js"],
    // A page of the site may have the name of the base.
    ["/causes", "/causes/", "/causes/causes/"],
  ])("%j: %s is %s", (base, address, placed) => {
    expect(under(base, address)).toBe(placed);
    expect(within(base, placed)).toBe(address);
  });
});

test.each([
  "#main",
  "",
  "?q=1",
  "causes/",
  "./a",
  "//host.example/a",
  "https://host.example/",
  "mailto:a@b",
  "data:,",
])("%j is no address from the root, and stays", (address) =>
  expect(under("/lastbyte", address)).toBe(address),
);

test.each([
  ["/lastbyte", "/"],
  ["/lastbyte", "/lastbyte"],
  ["/lastbyte", "/lastbyte-old/a"],
  ["/lastbyte", "/other/lastbyte/"],
  ["/lastbyte", "lastbyte/a"],
  ["", "//host.example/"],
  ["", "https://host.example/"],
])("%j: %s does not stand below", (base, address) => expect(within(base, address)).toBeNull());
