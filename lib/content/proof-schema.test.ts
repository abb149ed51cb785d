import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { configProofSchema } from "./config-proof-schema";
import { factSchema } from "./fact-schema";
import { claimSchema } from "./proof-schema";

/** What a schema objects to, by field. */
function problems(schema: v.GenericSchema, data: unknown): Record<string, string> {
  const { issues = [] } = v.safeParse(schema, data);
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? "", issue.message]));
}

const claim = {
  scenario: "s",
  broken: "b",
  fixed: "f",
  shows: [{ sign: "cut" }],
  gives: [{ sign: "whole" }],
};
const setting = { says: "one way", run: "uvicorn app:app --port {port}" };
const fact = {
  title: "what is so",
  statement: "what is so, in short",
  causes: ["cut"],
  environment: "serving",
  needs: {},
  first: setting,
  second: { ...setting, says: "another" },
  claims: [{ scenario: "one stream", first: "is cut", second: "is whole", shows: [{ sign: "cut" }] }],
  sources: [{ title: "a source", url: "https://example.com/" }],
};
const run = { file: "f.conf", passThrough: "p.conf", claims: [claim] };

describe("placeholders that nothing fills", () => {
  test("in the command or the variables of a claim", () => {
    expect(problems(claimSchema, { ...claim, run: "uvicorn {side}:app --port {port}" })).toEqual({});
    expect(problems(claimSchema, { ...claim, run: "uvicorn {site}:app" })).toEqual({
      run: "names {site}, which nothing fills here; use {port} or {side}",
    });
    expect(problems(claimSchema, { ...claim, vars: { FILE: "{side}.db" } })).toEqual({
      "vars.FILE": "names {side}, which nothing fills here; use {port} or {dir}",
    });
  });

  test("in a setting of a fact, which has no sides", () => {
    expect(problems(factSchema, fact)).toEqual({});
    expect(problems(factSchema, { ...fact, first: { ...setting, run: "python {side}.py" } })).toEqual({
      "first.run": "names {side}, which nothing fills here; use {port}",
    });
  });

  test("in the command of a config's server", () => {
    const runs = (command: string) => ({ runs: [{ ...run, command }] });
    expect(problems(configProofSchema, runs("gunicorn -c {file}"))).toEqual({});
    expect(problems(configProofSchema, runs("{tools}/deno {file}"))).toEqual({
      "runs.0.command": "names {tools}, which nothing fills here; use {file} or {port} or {behind}",
    });
  });
});

describe("the signs of a pair's claim", () => {
  const [cut, whole] = [[{ sign: "cut" }], [{ sign: "whole" }]];
  const noBroken =
    "must name a sign of the broken side in shows, or, where that side works too, what both show in both";
  const noFixed = "must name a sign of the fixed side in gives or both";
  test.each([
    ["of each side", { shows: cut, gives: whole }, null],
    ["of each side, and of both", { shows: cut, gives: whole, both: cut }, null],
    ["of both in a healthy scenario", { both: whole }, null],
    ["of both and of the fixed side in a healthy scenario", { gives: cut, both: whole }, null],
    ["of both and of the broken side", { shows: cut, both: whole }, null],
    ["of the fixed side alone", { gives: whole }, noBroken],
    ["of the broken side alone", { shows: cut }, noFixed],
  ])("%s", (_, signs, problem) => {
    const { issues = [] } = v.safeParse(claimSchema, { scenario: "s", broken: "b", fixed: "f", ...signs });
    expect(issues.map(({ message }) => message)).toEqual(problem === null ? [] : [problem]);
  });

  test("an empty both is a mistake, and one that is left out stays so", () => {
    expect(problems(claimSchema, { ...claim, both: [] })).toHaveProperty("both");
    expect(v.parse(claimSchema, claim)).not.toHaveProperty("both");
  });
});

describe("a config's file", () => {
  test.each([
    ["no reader", {}],
    ["two readers", { program: "nginx", command: "gunicorn -c {file}" }],
  ])("with %s is refused", (_, readers) => {
    expect(problems(configProofSchema, { runs: [{ ...run, ...readers }] })).toEqual({
      "runs.0": "must name either the program that reads the file, or the command of a server that does",
    });
  });
});

test("a fact has no broken and no fixed side", () => {
  expect(problems(factSchema, { ...fact, claims: [{ ...fact.claims[0], broken: "b" }] })).toEqual({
    "claims.0.broken": expect.any(String) as string,
  });
});
