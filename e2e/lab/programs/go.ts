import type { Program } from "./program";

export const go: Program = {
  name: "go",
  from: { paths: ["/usr/local/go/bin/go", "/usr/bin/go"], debian: "golang-go" },
  version: { args: ["version"], pattern: /go(\d+\.\d+(?:\.\d+)?)/ },
};
