import { afterEach, expect, test, vi } from "vitest";
import { StepFailed, Steps } from "./steps";

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What the steps say while `work` runs. */
async function said(work: (steps: Steps) => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line.trim()));
  const steps = new Steps();
  await work(steps);
  steps.close();
  return lines;
}

test("what is skipped is told, and counts neither as passed nor as failed", async () => {
  const lines = await said(async (steps) => {
    await steps.run("one", "it works", () => ({ tests: 3 }));
    steps.skip("two", "there is none here");
  });
  expect(lines.slice(1)).toEqual(["two: SKIPPED, there is none here", "3 passed, 0 failed, 1 skipped"]);
  expect(process.exitCode).toBe(0);
});

test("without a skip the closing line does not speak of any, and a failure sets the exit code", async () => {
  const lines = await said(async (steps) => {
    await steps.run("one", "it works", () => {
      throw new StepFailed("mend it.", "", 7, 2);
    });
  });
  expect(lines.at(-1)).toBe("0 passed, 2 failed");
  expect(process.exitCode).toBe(7);
});
