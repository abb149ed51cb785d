/** What a text says of the path. */
import { expect, test } from "vitest";
import type { Named } from "./types";
import { understood } from "./understood";

const named = (question: string, id: string, name: string, several = false): Named => ({
  question,
  id,
  name,
  names: [name],
  several,
});
const products = [
  named("framework", "graphs", "GraphKit"),
  named("proxy", "relay", "Relay", true),
  named("proxy", "ingress-relay", "ingress-relay", true),
  named("hosting", "pods", "Pods"),
  named("hosting", "boat", "Boat"),
];

test.each([
  ["GraphKit behind Relay", "framework=graphs&proxy=relay"],
  ["graphkit behind ingress-relay", "framework=graphs&proxy=ingress-relay"],
  ["relay, then ingress-relay, on Pods and Boat", "proxy=relay,ingress-relay&hosting=pods"],
  ["RelayError in mygraphkit", ""],
  ["GraphKit stops after 60s", "framework=graphs&after=60"],
  ["cut after one minute, 1 min, always 60 seconds", "after=60"],
  ["works for 5 s, then stops at 60 s", ""],
  ["2026-01-01 10:00:60 worker 12 timed out", ""],
  ["", ""],
])("%j", (text, fragment) => {
  expect(understood(text, products).fragment).toBe(fragment);
});
