import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ContentError, loadContent } from "./load";

const folder = mkdtempSync(join(tmpdir(), "lastbyte-content-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = loadContent("content");
const cause = whole.causes[0]!.id;
const pair = whole.pairs[0]!.id;
const config = whole.configs.find(({ files }) => files.length > 0 && (files[0]?.fields.length ?? 0) > 0)!;
const guide = whole.guides[0]!.framework;
const fact = whole.facts.find(({ programs, limits }) => programs.length > 0 && limits.length > 0)!;

/** The problems of a copy of the content after one change. */
function problemsAfter(
  change: (copy: {
    edit: (file: string, change: (text: string) => string) => void;
    remove: (file: string) => void;
  }) => void,
): readonly string[] {
  const root = mkdtempSync(join(folder, "copy-"));
  cpSync("content", root, { recursive: true });
  change({
    edit: (file, edit) => {
      const before = readFileSync(join(root, file), "utf8");
      const after = edit(before);
      if (after === before) throw new Error(`The test's change of ${file} changes nothing.`);
      writeFileSync(join(root, file), after);
    },
    remove: (file) => rmSync(join(root, file)),
  });
  try {
    loadContent(root);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const first = (pattern: RegExp, into: string) => (text: string) => text.replace(pattern, into);

describe("the content as it stands", () => {
  test("passes, and is not empty", () => {
    for (const part of [
      whole.causes,
      whole.checks,
      whole.pairs,
      whole.configs,
      whole.limits,
      whole.guides,
      whole.symptoms,
      whole.questions,
    ])
      expect(part.length).toBeGreaterThan(0);
    expect(whole.layers).toHaveLength(9);
  });
});

describe("a mistake is one sentence that names file and field", () => {
  test.each<[string, Parameters<typeof problemsAfter>[0], string[]]>([
    [
      "a layer that does not exist",
      ({ edit }) => edit(`causes/${cause}.mdx`, first(/^layer: .*$/m, "layer: basement")),
      [`content/causes/${cause}.mdx`, `"layer"`],
    ],
    [
      "a misspelt field",
      ({ edit }) => edit(`causes/${cause}.mdx`, first(/^lead: /m, "leed: x\nlead: ")),
      [`content/causes/${cause}.mdx`, `"leed"`],
    ],
    [
      "a missing field",
      ({ edit }) => edit(`causes/${cause}.mdx`, first(/^lead: .*\n/m, "")),
      [`content/causes/${cause}.mdx`, `"lead"`],
    ],
    [
      "a weight that is not on the scale",
      ({ edit }) => edit("layers.yaml", first(/weight: -2/, "weight: 3")),
      ["content/layers.yaml", "weight"],
    ],
    [
      "front matter that is not YAML",
      ({ edit }) => edit(`causes/${cause}.mdx`, first(/^layer: /m, "layer: [")),
      [`content/causes/${cause}.mdx`, "YAML"],
    ],
    [
      "a text without front matter",
      ({ edit }) => edit(`guides/${guide}.mdx`, first(/^---\n/, "")),
      [`content/guides/${guide}.mdx`, "front matter"],
    ],
    [
      "an unknown question",
      ({ edit }) => edit("layers.yaml", first(/script: \[streams\]/, "skript: [streams]")),
      ["content/layers.yaml", "skript"],
    ],
    [
      "an unknown answer",
      ({ edit }) => edit("layers.yaml", first(/script: \[streams\]/, "script: [swims]")),
      ["content/layers.yaml", "swims"],
    ],
    [
      "an unknown check",
      ({ edit }) => edit(`causes/${cause}.mdx`, first(/^prove: \[/m, "prove: [no-such-check, ")),
      [`content/causes/${cause}.mdx`, `"prove"`, "no-such-check"],
    ],
    [
      "an unknown cause",
      ({ edit }) => edit(`causes/${cause}.mdx`, first(/^related: \[/m, "related: [no-such-cause, ")),
      [`content/causes/${cause}.mdx`, `"related"`, "no-such-cause"],
    ],
    [
      "a missing fixture",
      ({ remove }) => remove(`causes/${cause}.fixture.yaml`),
      [`content/causes/${cause}.fixture.yaml`, "missing"],
    ],
    [
      "a fixture with an unknown answer",
      ({ edit }) => edit(`causes/${cause}.fixture.yaml`, first(/symptom: [a-z-]+/, "symptom: boredom")),
      [`content/causes/${cause}.fixture.yaml`, `"first"`, "boredom"],
    ],
    [
      "a config without its file",
      ({ remove }) => remove(`configs/${config.id}/${config.files[0]?.file}`),
      [`content/configs/${config.id}/${config.files[0]?.file}`, "missing"],
    ],
    [
      "a named value that is not on its line",
      ({ edit }) => edit(`configs/${config.id}/config.yaml`, first(/line: \d+/, "line: 9999")),
      [`content/configs/${config.id}/config.yaml`, `"fields"`],
    ],
    [
      "a table that is not JSON",
      ({ edit }) => edit("limits/proxy.json", (text) => text.slice(0, -4)),
      ["content/limits/proxy.json", "JSON"],
    ],
    [
      "a limit with a kind of its own",
      ({ edit }) => edit("limits/proxy.json", first(/"kind": "[a-z-]+"/, '"kind": "mood"')),
      ["content/limits/proxy.json", "kind"],
    ],
    [
      "a date that is none",
      ({ edit }) => edit(`guides/${guide}.mdx`, first(/^checked: .*$/m, 'checked: "last week"')),
      [`content/guides/${guide}.mdx`, `"checked"`],
    ],
    [
      "a guide with a pair that is not there",
      ({ edit }) => edit(`guides/${guide}.mdx`, (text) => `${text}\n<Pair id="no/such" />\n`),
      [`content/guides/${guide}.mdx`, "no/such"],
    ],
    [
      "a decisive line that is not in the program",
      ({ edit }) =>
        edit(
          `pairs/${pair}/pair.yaml`,
          first(/^marks:[\s\S]*?broken:\s*(\[|\n\s*- )/m, '$&"not in the file"'),
        ),
      [`content/pairs/${pair}/pair.yaml`],
    ],
    [
      "a fact about a cause that is not there",
      ({ edit }) => edit(`facts/${fact.id}/fact.yaml`, first(/^causes: \[/m, "causes: [no-such-cause, ")),
      [`content/facts/${fact.id}/fact.yaml`, `"causes"`, "no-such-cause"],
    ],
    [
      "a fact about a limit that is not there",
      ({ edit }) => edit(`facts/${fact.id}/fact.yaml`, first(/^limits: \[/m, "limits: [no-such-limit, ")),
      [`content/facts/${fact.id}/fact.yaml`, `"limits"`, "no-such-limit"],
    ],
    [
      "a fact without its program",
      ({ remove }) => remove(`programs/${fact.programs[0]}`),
      [`content/programs/${fact.programs[0]}`, "missing"],
    ],
    [
      "a claim of a fact with no sign at all",
      ({ edit }) =>
        edit(`facts/${fact.id}/fact.yaml`, (text) => text.replaceAll(/^ {4}(shows|gives|both): .*\n/gm, "")),
      [`content/facts/${fact.id}/fact.yaml`, "sign"],
    ],
  ])("%s", (_, change, named) => {
    const problems = problemsAfter(change);
    const telling = problems.filter((problem) => named.every((part) => problem.includes(part)));
    expect(telling, `wanted ${named.join(" and ")}; got:\n${problems.join("\n")}`).not.toEqual([]);
    for (const problem of telling) expect(problem).not.toContain("\n");
  });

  test("a missing program of a pair", () => {
    expect(problemsAfter(({ remove }) => remove(`pairs/${pair}/fixed.py`))).toContain(
      `content/pairs/${pair}/fixed.py: the file is missing.`,
    );
  });

  test("a cause that no symptom can reach", () => {
    const problems = problemsAfter(({ edit }) =>
      edit(`causes/${cause}.mdx`, first(/^symptoms:\n(?: {2}.*\n)+/m, "symptoms: {}\n")),
    );
    expect(
      problems.some(
        (problem) =>
          problem.startsWith(`content/causes/${cause}.mdx: field "symptoms"`) &&
          problem.includes("nothing can reach it"),
      ),
    ).toBe(true);
  });

  test("an id that stands there twice", () => {
    const id = whole.symptoms[0]!.id;
    expect(
      problemsAfter(({ edit }) =>
        edit(
          "symptoms.yaml",
          (text) => `${text}\n- { id: ${id}, label: Once more, what: The same again. }\n`,
        ),
      ),
    ).toContain(`content/symptoms.yaml: id "${id}" stands there twice.`);
  });

  test("all mistakes are told at once", () => {
    const problems = problemsAfter(({ edit, remove }) => {
      edit("layers.yaml", first(/script: \[streams\]/, "skript: [streams]"));
      remove(`pairs/${pair}/broken.py`);
    });
    expect(problems.length).toBeGreaterThanOrEqual(2);
  });

  test("an unreadable folder is a list of sentences, no crash", () => {
    expect(() => loadContent(join(folder, "nowhere"))).toThrow(ContentError);
  });
});
