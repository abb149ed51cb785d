import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countKept, DELAYS, hasFirst, MOST_WRONG, planNext, withWrong, type Failure } from "./plan";
import type { Version } from "./version";

const part = (...addresses: string[]) => ({
  files: Object.fromEntries(addresses.map((address) => [address, "digest"])),
  bytes: addresses.length,
});
const SITE: Version = {
  name: "site-1",
  first: part("/", "/checks/", "/limits/"),
  rest: part("/a/", "/b/", "/c/"),
  pack: { address: "/f/pack.json", holds: [] },
  hashed: [],
};
const kept = (...addresses: string[]) => new Set(addresses);
const FIRST = Object.keys(SITE.first.files);
const ALL = [...FIRST, ...Object.keys(SITE.rest.files)];

describe("the order in which files come", () => {
  it.each([
    ["nothing is here", kept(), FIRST],
    ["some of the first part is here, and some of the rest", kept("/", "/b/"), ["/checks/", "/limits/"]],
    ["the first part is here", kept(...FIRST), ["/a/", "/b/", "/c/"]],
    ["files of nobody are here", kept("/.first", "/x/", ...ALL), []],
  ])("when %s", (_, here, take) => {
    expect(planNext(SITE, here, null, 0)).toEqual({ take, failure: null });
    expect(hasFirst(SITE, here)).toBe(FIRST.every((address) => here.has(address)));
    expect(countKept(SITE, here)).toBe(ALL.filter((address) => here.has(address)).length);
  });
});

describe("a version that failed", () => {
  const once = withWrong(null, SITE.name, "/b/", 1_000);

  it("lets the other files of its part come, then waits", () => {
    expect(planNext(SITE, kept(...FIRST), once, 1_000).take).toEqual(["/a/", "/c/"]);
    const here = kept(...ALL.filter((address) => address !== "/b/"));
    expect(planNext(SITE, here, once, once.until - 1)).toEqual({ take: [], failure: once });
    expect(planNext(SITE, here, once, once.until).take).toEqual(["/b/"]);
  });

  it("never begins the rest while its first part is not whole", () => {
    const failed = withWrong(null, SITE.name, "/limits/", 0);
    expect(planNext(SITE, kept("/", "/checks/"), failed, 1).take).toEqual([]);
  });

  it.each(DELAYS.map((delay, at) => [at + 1, delay]))(
    "is left alone longer each time: try %i",
    (tries, delay) => {
      let failure: Failure | null = null;
      let now = 0;
      for (let at = 0; at < tries; at += 1) {
        now = failure?.until ?? now;
        failure = withWrong(planNext(SITE, kept(), failure, now).failure, SITE.name, "/", now);
        failure = withWrong(failure, SITE.name, "/checks/", now);
        failure = withWrong(failure, SITE.name, "/limits/", now);
      }
      expect(failure).toMatchObject({ tries, until: now + delay });
    },
  );

  it("says nothing of another version, and is forgotten when nothing is missing", () => {
    expect(planNext({ ...SITE, name: "site-2" }, kept(), once, 1_001)).toEqual({
      take: FIRST,
      failure: null,
    });
    expect(planNext(SITE, kept(...ALL), once, 1_001)).toEqual({ take: [], failure: null });
  });

  it("stops at a few wrong files, as then the host changes all of them", () => {
    const large = { ...SITE, first: part(...Array.from({ length: 50 }, (_, at) => `/${at}/`)) };
    let failure: Failure | null = null;
    let fetched = 0;
    for (;;) {
      const plan = planNext(large, kept(), failure, 5);
      const [next] = plan.take;
      if (next === undefined) break;
      fetched += 1;
      failure = withWrong(plan.failure, large.name, next, 5);
    }
    expect(fetched).toBe(MOST_WRONG);
  });

  it("is not held off for ever by a clock that was put back", () => {
    const failure = withWrong(
      withWrong(withWrong(null, SITE.name, "/", 1e12), SITE.name, "/checks/", 1e12),
      SITE.name,
      "/limits/",
      1e12,
    );
    expect(planNext(SITE, kept(), failure, 5e11).take).toEqual(FIRST);
  });
});

it("whatever the host breaks and however often pages ask: each good file comes once, and a bad one once for each delay", () => {
  const step = fc.record({
    passes: fc.integer({ min: 0, max: 3 * 3_600_000 }),
    lanes: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(
      fc.subarray(ALL, { maxLength: MOST_WRONG - 1 }),
      fc.array(step, { maxLength: 80 }),
      (bad, steps) => {
        const here = new Set<string>();
        const fetched = new Map<string, number>();
        let failure: Failure | null = null;
        let now = 0;
        let tries = 1;
        for (const { passes, lanes } of steps) {
          now += passes;
          const plan = planNext(SITE, here, failure, now);
          if (failure !== null && failure.wrong.length > 0 && plan.failure?.wrong.length === 0) tries += 1;
          failure = plan.failure;
          for (const address of plan.take.slice(0, lanes)) {
            fetched.set(address, (fetched.get(address) ?? 0) + 1);
            if (bad.includes(address)) failure = withWrong(failure, SITE.name, address, now);
            else here.add(address);
          }
        }
        for (const [address, times] of fetched)
          expect(times).toBeLessThanOrEqual(bad.includes(address) ? tries : 1);
        expect(tries).toBeLessThanOrEqual(1 + now / DELAYS[0]!);
      },
    ),
  );
});
