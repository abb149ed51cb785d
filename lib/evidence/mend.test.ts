import { expect, it } from "vitest";
import { mendOf } from "./mend";

const rule = { mend: "read_timeout 3600s;", absent: undefined, key: ["read_timeout"] };
const missing = { ...rule, absent: true };

it("a line that holds the setting alone is replaced, as deep as it stands", () => {
  expect(mendOf(rule, ["a {", "\tread_timeout 60s; # ours", "}"], 2)).toEqual({
    line: 2,
    replaces: true,
    text: "\tread_timeout 3600s;",
  });
});

it("a line that holds more is left alone", () => {
  expect(mendOf(rule, ["location / { read_timeout 60s; }"], 1)).toBeNull();
  expect(mendOf(rule, ["read_timeout 60s; send_timeout 60s;"], 1)).toBeNull();
  expect(mendOf(rule, ["# read_timeout 60s;"], 1)).toBeNull();
});

it("a missing setting goes to the beginning of its block", () => {
  expect(mendOf(missing, ["  location / {", "      pass x;", "  }"], 1)).toEqual({
    line: 1,
    replaces: false,
    text: "      read_timeout 3600s;",
  });
  expect(mendOf(missing, ["  location / {", "  }"], 1)?.text).toBe("      read_timeout 3600s;");
  expect(mendOf(missing, ["location / { pass x; }"], 1)).toBeNull();
});

it("a rule that proposes nothing changes nothing", () => {
  expect(mendOf({ ...rule, mend: undefined }, ["read_timeout 60s;"], 1)).toBeNull();
});
