import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take minutes come first: at the end each would hold up all the others' core. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) =>
      /\/e2e\/accuracy\/(?:floor|walk)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  // A machine that does other things too may need several times as long.
  test: {
    testTimeout: 120_000,
    // As many files at once as there are cores: nothing else runs beside the tests.
    maxWorkers: "100%",
    sequence: { sequencer: SlowFirst },
    include: ["{lib,components}/**/*.test.ts", "e2e/{lab,measure,accuracy}/**/*.test.ts"],
  },
});
