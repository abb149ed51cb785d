import { describe, expect, it } from "vitest";
import { decode } from "./decode";

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};

describe("text is decoded by its mark", () => {
  it.each([
    ["none", Buffer.from("proxy_buffering off; # größer")],
    ["UTF-8", Buffer.from("\ufeffproxy_buffering off; # größer")],
    ["UTF-16, little end first", utf16("proxy_buffering off; # größer", false)],
    ["UTF-16, big end first", utf16("proxy_buffering off; # größer", true)],
  ])("%s", (_, bytes) => {
    expect(decode(new Uint8Array(bytes))).toEqual({ text: "proxy_buffering off; # größer" });
  });

  it("bytes that are none of UTF-8 are shown as such, and the rest is read", () => {
    expect(decode(new Uint8Array([0x61, 0xff, 0x62]))).toEqual({ text: "a\ufffdb" });
  });

  it("a log that was cut off by a crash may hold a few zeros", () => {
    const log = Buffer.concat([Buffer.from("line\n".repeat(200)), Buffer.alloc(3)]);
    expect(decode(new Uint8Array(log))).toHaveProperty("text");
  });
});

describe("what is no text is refused in words", () => {
  it.each([
    ["gzip", [0x1f, 0x8b, 8, 0], "compressed (gzip)"],
    ["zip", [0x50, 0x4b, 3, 4], "a zip archive"],
    ["zstd", [0x28, 0xb5, 0x2f, 0xfd], "compressed (zstd)"],
    ["a picture", [0x89, 0x50, 0x4e, 0x47], "a picture"],
    ["a program", [0x7f, 0x45, 0x4c, 0x46], "a program"],
    ["zeros", Array<number>(100).fill(0), "binary"],
  ])("%s", (_, bytes, words) => {
    const decoded = decode(new Uint8Array(bytes));
    expect("refused" in decoded && decoded.refused).toContain(words);
  });
});
