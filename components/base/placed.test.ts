import { afterEach, describe, expect, test, vi } from "vitest";

const load = async (base: string | undefined) => {
  vi.resetModules();
  vi.stubEnv("NEXT_PUBLIC_BASE_PATH", base);
  return { ...(await import("./at")), ...(await import("./placed")), ...(await import("./jsx-runtime")) };
};
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("an address goes under the base that the build was given", () => {
  test.each([
    [undefined, "/limits/", "/limits/"],
    ["", "/limits/", "/limits/"],
    ["/lastbyte", "/limits/", "/lastbyte/limits/"],
    ["/lastbyte", "#main", "#main"],
    ["/lastbyte", "https://host.example/a", "https://host.example/a"],
  ])("%j: %s is %s", async (base, address, placed) => {
    const { at, siteHere, jsx } = await load(base);
    expect(at(address)).toBe(placed);
    expect(jsx("a", { href: address, title: "/a" }).props).toEqual({ href: placed, title: "/a" });
    vi.stubGlobal("location", { origin: "https://host.example" });
    expect(siteHere()).toBe(`https://host.example${base ?? ""}`);
  });
});

test("the properties of a component, and of an element without an address, stay what they are", async () => {
  const { placed } = await load("/lastbyte");
  for (const [type, props] of [
    [() => null, { href: "/limits/" }],
    ["a", { id: "a", href: undefined }],
    ["p", {}],
  ] as const)
    expect(placed(type, props)).toBe(props);
});
