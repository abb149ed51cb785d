import type { Program } from "./program";

/** It checks units, and runs nothing here. */
export const systemd: Program = {
  name: "systemd",
  from: { paths: ["/usr/bin/systemd-analyze"], debian: "systemd" },
  version: { args: ["--version"], pattern: /systemd (\d+)/ },
};
