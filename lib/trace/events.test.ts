import { describe, expect, test } from "vitest";
import { eventsOf, handedOn } from "./events";

describe("an event stream as its readers get it", () => {
  test.each([
    [
      "data: a\n\ndata: b\n\n",
      [
        ["message", "a"],
        ["message", "b"],
      ],
    ],
    ["data: a\ndata: b\n\n", [["message", "a\nb"]]],
    ["data: a\nb\n\n", [["message", "a"]]],
    ["event: done\r\ndata: {}\r\n\r\n", [["done", "{}"]]],
    ["\uFEFFdata:a\rdata\r\r", [["message", "a\n"]]],
    [": still here\n\nid: 7\nretry: 5\n\n", []],
    ["event: done\n\ndata: a\n\n", [["message", "a"]]],
    ["data: a\n", []],
    ["data: a: b\n\n", [["message", "a: b"]]],
  ])("%j", (body, events) => {
    expect(eventsOf(body).map(({ type, data }) => [type, data])).toEqual(events);
  });

  test("the answer is joined from plain events, and JSON strings are decoded", () => {
    expect(handedOn('data: "a\\n"\n\nevent: tool\ndata: "look_up"\n\ndata: b\n\ndata: {"c":1}\n\n')).toBe(
      'a\nb{"c":1}',
    );
  });
});
