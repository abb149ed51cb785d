import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  // A machine that does other things too may need several times as long.
  test: {
    testTimeout: 30_000,
    include: ["{lib,components}/**/*.test.ts", "e2e/{lab,measure,accuracy}/**/*.test.ts"],
  },
});
