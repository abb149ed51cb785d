import type { Program } from "./program";

export const apache: Program = {
  name: "apache",
  from: { paths: ["/usr/sbin/apache2", "/usr/sbin/httpd"], debian: "apache2" },
  version: { args: ["-v"], pattern: /Apache\/(\S+)/ },
  proxy: {
    file: "apache.conf",
    start: ({ file, dir }) => ["-d", dir, "-f", file, "-DFOREGROUND"],
    syntax: ({ file, dir }) => ["-t", "-d", dir, "-f", file],
  },
};
