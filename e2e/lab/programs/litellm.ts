import type { Program } from "./program";

export const litellm: Program = {
  name: "litellm",
  from: { environment: "litellm" },
  version: { package: "litellm" },
};
