import { join } from "node:path";
import type { Program } from "./program";

export const varnish: Program = {
  name: "varnish",
  from: { paths: ["/usr/sbin/varnishd"], debian: "varnish" },
  version: { args: ["-V"], pattern: /varnish-(\S+)/ },
  proxy: {
    file: "default.vcl",
    // Its config says nothing of a port.
    start: ({ file, dir, port }) => [
      ...["-j", "none", "-F", "-n", join(dir, "varnish")],
      ...["-f", file, "-a", `127.0.0.1:${port}`],
    ],
    syntax: ({ file, dir }) => ["-j", "none", "-C", "-n", join(dir, "varnish-syntax"), "-f", file],
  },
};
