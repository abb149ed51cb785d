import type { Program } from "./program";

/** It runs what a platform's edge would; a server's command starts it. */
export const deno: Program = {
  name: "deno",
  from: { environment: "tools" },
  version: { args: ["--version"], pattern: /deno (\d+\.\d+\.\d+)/ },
};
