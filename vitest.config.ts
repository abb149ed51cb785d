import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  // A machine that does other things too may need several times as long.
  test: {
    testTimeout: 120_000,
    // As many files at once as there are cores: nothing else runs beside the tests.
    maxWorkers: "100%",
    include: ["{lib,components}/**/*.test.ts", "e2e/{lab,measure,accuracy}/**/*.test.ts"],
  },
});
