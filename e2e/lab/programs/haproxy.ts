import type { Program } from "./program";

export const haproxy: Program = {
  name: "haproxy",
  from: {
    paths: ["/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/opt/homebrew/bin/haproxy"],
    debian: "haproxy",
  },
  version: { args: ["-v"], pattern: /version (\d[\d.]*)/ },
  proxy: {
    file: "haproxy.cfg",
    start: ({ file }) => ["-db", "-f", file],
    syntax: ({ file }) => ["-c", "-q", "-f", file],
  },
};
