import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{lib,components}/**/*.test.ts", "e2e/{lab,measure,accuracy}/**/*.test.ts"],
  },
});
