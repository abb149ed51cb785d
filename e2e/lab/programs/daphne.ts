import type { Program } from "./program";

export const daphne: Program = {
  name: "daphne",
  from: { environment: "servers" },
  version: { package: "daphne" },
};
