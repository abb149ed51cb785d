import { expect, test } from "vitest";
import { secondsIn } from "./seconds";

test.each([
  ["cut after 60 s", [60]],
  ["60s, 60 seconds, 1 minute", [60]],
  ["0.5 sec, then 2 min", [0.5, 120]],
  ["504 at 10:00:60, 60 items", []],
  ["", []],
])("%j names %j", (text, seconds) => {
  expect(secondsIn(text)).toEqual(seconds);
});
