import fc from "fast-check";
import { expect, test } from "vitest";
import { fillSlots, partsOf, unknownSlots, withoutValues } from "./fill";

const slots = { product: "the proxy", after: "60 s", silence: "a while" };

test("each slot takes its own words, wherever it stands", () => {
  expect(fillSlots("{product} closes after {silence}, {after} in; {product} again", slots)).toBe(
    "the proxy closes after a while, 60 s in; the proxy again",
  );
});

test("what is filled in stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (after) => {
      expect(fillSlots("after {after}.", { ...slots, after })).toBe(`after ${after}.`);
    }),
  );
});

test("a slot that nothing fills is named", () => {
  expect(unknownSlots("{prodct} closes after {silence}")).toEqual(["prodct"]);
  expect(unknownSlots("{product} closes after {silence}, {after} in")).toEqual([]);
});

test("a sentence is cut at the values in it, and reads whole without them", () => {
  expect(partsOf("Send one each {heartbeat}, at most {deadline}.")).toEqual([
    { text: "Send one each " },
    { text: "15 s", value: "heartbeat" },
    { text: ", at most " },
    { text: "20 s", value: "deadline" },
    { text: "." },
  ]);
  expect(partsOf("No value, {other}.")).toEqual([{ text: "No value, {other}." }]);
  expect(withoutValues("Each {heartbeat}.")).toBe("Each 15 s.");
});
