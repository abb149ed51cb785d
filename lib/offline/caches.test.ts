import { expect, test } from "vitest";
import { cachePrefix } from "./caches";

test("no copy of the site on a host takes the caches of another for its own", () => {
  const bases = ["", "/a", "/a-b", "/a/b", "/a.b", "/lastbyte", "/lastbyte-"];
  const own = (base: string) => bases.filter((other) => cachePrefix(other).startsWith(cachePrefix(base)));
  for (const base of bases) expect(own(base)).toEqual([base]);
});

test("at the root of a domain they are named as ever", () => expect(cachePrefix("")).toBe("lastbyte-"));
