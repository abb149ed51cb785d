import type { Program } from "./program";

export const nginx: Program = {
  name: "nginx",
  from: {
    paths: ["/usr/sbin/nginx", "/usr/local/nginx/sbin/nginx", "/opt/homebrew/bin/nginx"],
    debian: "nginx",
  },
  version: { args: ["-v"], pattern: /nginx\/(\S+)/ },
  proxy: {
    file: "nginx.conf",
    start: ({ file, dir }) => ["-p", dir, "-c", file, "-g", "daemon off;"],
    syntax: ({ file, dir }) => ["-t", "-q", "-p", dir, "-c", file],
  },
};
