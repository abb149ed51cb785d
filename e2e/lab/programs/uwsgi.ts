import type { Program } from "./program";

export const uwsgi: Program = {
  name: "uwsgi",
  // The wheel of `pyuwsgi`: the same sources, built already.
  from: { environment: "servers" },
  version: { args: ["--version"], pattern: /(\d+\.\d+\.\d+)/ },
};
