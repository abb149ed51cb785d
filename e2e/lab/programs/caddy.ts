import type { Program } from "./program";

export const caddy: Program = {
  name: "caddy",
  // Newer than Debian's.
  from: { environment: "tools" },
  version: { args: ["version"], pattern: /v?(\d+\.\d+\.\d+)/ },
  proxy: {
    file: "Caddyfile",
    start: ({ file }) => ["run", "--adapter", "caddyfile", "--config", file],
    syntax: ({ file }) => ["validate", "--adapter", "caddyfile", "--config", file],
    vars: ({ dir }) => ({ CADDY_ADMIN: "127.0.0.1:0", XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir }),
  },
};
