import type { Program } from "./program";

export const waitress: Program = {
  name: "waitress",
  from: { environment: "servers", file: "waitress-serve" },
  version: { package: "waitress" },
};
