import type { Program } from "./program";

export const next: Program = {
  name: "next",
  from: { environment: "next" },
  version: { args: ["--version"], pattern: /v(\d+\.\d+\.\d+)/ },
};
