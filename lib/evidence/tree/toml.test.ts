import { expect, it } from "vitest";
import { budgetOf } from "../budget";
import type { Node } from "./nodes";
import { tomlTrees } from "./toml";

const budget = () => budgetOf(1_000_000);

/** Values with their lines from 1, by dotted name. */
function rowsOf(node: Node, path = ""): string[] {
  if (node.text !== null) return [`${path} = ${node.text} @${node.at + 1}`];
  return node.children.flatMap(([name, child]) => rowsOf(child, path === "" ? name : `${path}.${name}`));
}
const rows = (text: string) => tomlTrees(text, budget()).flatMap((tree) => rowsOf(tree));

it("finds each key in its own table", () => {
  const text = [
    'app = "chat"',
    "timeout = 1",
    "[http]",
    "timeout = 2",
    "[http.options]",
    "idle.timeout = 3",
    "[[services]]",
    "timeout = 4",
    "[services.checks]",
    "timeout = 5",
    "[[services]]",
    "ports = [80, 443]",
    "timeout = 6",
    '[functions."api/chat"]',
    "timeout = { first = 7 }",
  ].join("\n");
  expect(rows(text)).toEqual([
    "app = chat @1",
    "timeout = 1 @2",
    "http.timeout = 2 @4",
    "http.options.idle.timeout = 3 @6",
    "services.0.timeout = 4 @8",
    "services.0.checks.timeout = 5 @10",
    "services.1.ports.0 = 80 @12",
    "services.1.ports.1 = 443 @12",
    "services.1.timeout = 6 @13",
    "functions.api/chat.timeout.first = 7 @15",
  ]);
});

it("leaves out what is no TOML, and reads the rest", () => {
  expect(rows("a = 1\nthis is no line\n{{ template }}\nb = {{ value }}\nc = 3\nd = [1,")).toEqual([
    "a = 1 @1",
    "c = 3 @5",
  ]);
});

it("never throws", () => {
  for (const text of [
    "",
    "[".repeat(10_000),
    "a = " + "[".repeat(10_000),
    "\u0000\ud800",
    "a.".repeat(5000) + "=1",
  ])
    expect(() => tomlTrees(text, budget())).not.toThrow();
});
