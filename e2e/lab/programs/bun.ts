import type { Program } from "./program";

const ARCHITECTURE = process.arch === "arm64" ? "aarch64" : process.arch;

export const bun: Program = {
  name: "bun",
  // Its package puts the binary in place by a script, and the lab runs none: it is taken from where it lies.
  from: { environment: "bun", file: `../@oven/bun-${process.platform}-${ARCHITECTURE}/bin/bun` },
  version: { args: ["--version"], pattern: /(\d+\.\d+\.\d+)/ },
};
