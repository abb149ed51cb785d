import { afterEach, describe, expect, test, vi } from "vitest";
import { basePath } from "./site";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("BASE_PATH", () => {
  test.each<[string | undefined, string]>([
    [undefined, ""],
    ["", ""],
    ["/", ""],
    ["/lastbyte", "/lastbyte"],
    ["/lastbyte/", "/lastbyte"],
    ["/tools/last_byte-2.0", "/tools/last_byte-2.0"],
    ["/..a/.well-known", "/..a/.well-known"],
  ])("%j is %j", (given, base) => {
    vi.stubEnv("BASE_PATH", given);
    expect(basePath()).toBe(base);
  });
  test.each([
    "lastbyte",
    "//",
    "/lastbyte//",
    "//host.example",
    "/a//b",
    "/Lastbyte",
    "/last byte",
    " /lastbyte",
    "/lastbyte\n",
    "/a/../b",
    "/..",
    "/./a",
    "/a?b",
    "/a#b",
    "/%61",
    "/ü",
    "https://host.example/lastbyte",
    "C:\\lastbyte",
  ])("%j is refused with a sentence", (given) => {
    expect(() => basePath(given)).toThrow("has to be a path of lower-case letters");
    try {
      basePath(given);
    } catch (error) {
      // The door to the tasks tells these without a stack.
      expect(error).toHaveProperty("problems", [expect.stringContaining("BASE_PATH is")]);
    }
  });
});
