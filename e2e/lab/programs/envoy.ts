import type { Program } from "./program";

export const envoy: Program = {
  name: "envoy",
  from: { environment: "tools" },
  version: { args: ["--version"], pattern: /\/(\d+\.\d+\.\d+)[-/]/ },
  proxy: {
    file: "envoy.yaml",
    start: ({ file }) => [
      ...["-c", file, "--use-dynamic-base-id"],
      ...["--log-level", "warning", "--concurrency", "1"],
    ],
    syntax: ({ file }) => ["--mode", "validate", "-c", file, "--log-level", "error"],
  },
};
