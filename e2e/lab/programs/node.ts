import type { Program } from "./program";

export const node: Program = {
  name: "node",
  // The one that runs the lab.
  from: { paths: [process.execPath], debian: "nodejs" },
  version: { args: ["--version"], pattern: /v(\d+\.\d+\.\d+)/ },
};
