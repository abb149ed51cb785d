import type { Program } from "./program";

/** The runtime of Cloudflare Workers; a server's command starts it. */
export const workerd: Program = {
  name: "workerd",
  from: { environment: "workers" },
  version: { args: ["--version"], pattern: /workerd (\S+)/ },
};
