import { expect, test } from "vitest";
import type { Claim } from "../../../lib/content/proof-schema";
import { diedAtOnce } from "./judge";

const called = {
  asked: 0,
  path: "/v1/chat/completions",
  stream: true,
  words: 1,
  end: 1,
  ended: "whole",
} as const;
const wants = (code: number): Pick<Claim, "gives"> => ({ gives: [{ sign: "exits", code }] });

test.each([
  ["a server that runs on", { gives: [] }, { exit: null, called: [] }, false],
  ["a program that ends well", wants(0), { exit: 0, called: [] }, false],
  ["a program that cannot be loaded", wants(0), { exit: 1, called: [] }, true],
  ["a program that should refuse to start", wants(1), { exit: 1, called: [] }, false],
  ["a program that fails once the model has answered", wants(0), { exit: 1, called: [called] }, false],
])("%s", (_, claim, recording, died) => {
  expect(diedAtOnce(claim, recording)).toBe(died);
});
