/** What a cluster describes to people gives its annotations, each at its line. */
import { describe, expect, it } from "vitest";
import { annotationsOf } from "./yaml";

const INGRESS = [
  "Name:             chat",
  "Labels:           <none>",
  "Rules:",
  "  Host  Path  Backends",
  "Annotations:      a.example.com/x: 1",
  "                  b.example.com/y: off",
  "Events:           <none>",
].join("\n");

describe("a description of a cluster", () => {
  it("gives the annotations alone, at their lines", () => {
    const found = annotationsOf(INGRESS).split("\n");
    expect(found.map((line) => line.trim())).toEqual([
      "",
      "",
      "",
      "",
      "a.example.com/x: 1",
      "b.example.com/y: off",
      "",
    ]);
  });

  it("is left as it is without annotations, and so is a manifest", () => {
    expect(annotationsOf("Name:   chat\nEvents:   <none>")).toBe("Name:   chat\nEvents:   <none>");
    expect(annotationsOf("metadata:\n  annotations:\n    a: b")).toBe("metadata:\n  annotations:\n    a: b");
  });
});
