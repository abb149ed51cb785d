import { afterEach, expect, test, vi } from "vitest";
import { tokens } from "./highlight";

const CODE = 'print(f"{time.monotonic():.2f} yield {len(piece)} characters", flush=True)\n';

afterEach(() => {
  vi.restoreAllMocks();
});

test("what a line looks like does not hang on how busy the machine is: two builds must be the same", async () => {
  const calm = await tokens(CODE, "python");
  expect(calm[0]!.length).toBeGreaterThan(5);
  // Each look at the clock is ten seconds later than the one before.
  let now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => (now += 10_000));
  expect(await tokens(CODE, "python")).toEqual(calm);
});
