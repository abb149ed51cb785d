import { describe, expect, test } from "vitest";
import { edited, loadPlanted, longer, problemsOf } from "./fixtures/planted";
import { knowledgeOf } from "./knowledge";
import { ContentError, loadContent } from "./load";
import { publish } from "./published";
import type { Planted } from "./reader";
import { searchNames } from "./search-entries";

const whole = loadPlanted();
const cause = whole.causes[0]!.id;
const pair = whole.pairs[0]!;
const config = whole.configs.find(({ files }) => files.length > 0 && (files[0]?.fields.length ?? 0) > 0)!;
const guide = whole.guides.find(({ framework }) => framework !== undefined)!.id;
const fact = whole.facts.find(({ programs, limits }) => programs.length > 0 && limits.length > 0)!;

const gone = (file: string): Planted => ({ [file]: null });

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

const MISTAKES: [what: string, planted: Planted, named: string[]][] = [
  [
    "a layer that does not exist",
    edited(`causes/${cause}.mdx`, /^layer: .*$/m, "layer: basement"),
    [`content/causes/${cause}.mdx`, `"layer"`],
  ],
  [
    "a misspelt field",
    edited(`causes/${cause}.mdx`, /^lead: /m, "leed: x\nlead: "),
    [`content/causes/${cause}.mdx`, `"leed"`],
  ],
  [
    "a missing field",
    edited(`causes/${cause}.mdx`, /^lead: .*\n/m, ""),
    [`content/causes/${cause}.mdx`, `"lead"`],
  ],
  [
    "a weight that is not on the scale",
    edited("layers.yaml", /weight: -2/, "weight: 3"),
    ["content/layers.yaml", "weight"],
  ],
  [
    "front matter that is not YAML",
    edited(`causes/${cause}.mdx`, /^layer: /m, "layer: ["),
    [`content/causes/${cause}.mdx`, "YAML"],
  ],
  [
    "a text without front matter",
    edited(`guides/${guide}.mdx`, /^---\n/, ""),
    [`content/guides/${guide}.mdx`, "front matter"],
  ],
  [
    "an unknown question",
    edited("layers.yaml", /script: \[streams\]/, "skript: [streams]"),
    ["content/layers.yaml", "skript"],
  ],
  [
    "an unknown answer",
    edited("layers.yaml", /script: \[streams\]/, "script: [swims]"),
    ["content/layers.yaml", "swims"],
  ],
  [
    "an unknown check",
    edited(`causes/${cause}.mdx`, /^prove: \[/m, "prove: [no-such-check, "),
    [`content/causes/${cause}.mdx`, `"prove"`, "no-such-check"],
  ],
  [
    "an unknown cause",
    edited(`causes/${cause}.mdx`, /^related: \[/m, "related: [no-such-cause, "),
    [`content/causes/${cause}.mdx`, `"related"`, "no-such-cause"],
  ],
  [
    "a missing fixture",
    gone(`causes/${cause}.fixture.yaml`),
    [`content/causes/${cause}.fixture.yaml`, "missing"],
  ],
  [
    "a fixture with an unknown answer",
    edited(`causes/${cause}.fixture.yaml`, /symptom: [a-z-]+/, "symptom: boredom"),
    [`content/causes/${cause}.fixture.yaml`, `"first"`, "boredom"],
  ],
  [
    "a config without its file",
    gone(`configs/${config.id}/${config.files[0]?.file}`),
    [`content/configs/${config.id}/${config.files[0]?.file}`, "missing"],
  ],
  [
    "a named value that is not on its line",
    edited(`configs/${config.id}/config.yaml`, /line: \d+/, "line: 9999"),
    [`content/configs/${config.id}/config.yaml`, `"fields"`],
  ],
  [
    "a table that is not JSON",
    edited("limits/proxy.json", /\]\s*$/, ""),
    ["content/limits/proxy.json", "JSON"],
  ],
  [
    "a limit with a kind of its own",
    edited("limits/proxy.json", /"kind": "[a-z-]+"/, '"kind": "mood"'),
    ["content/limits/proxy.json", "kind"],
  ],
  [
    "a date that is none",
    edited(`guides/${guide}.mdx`, /^checked: .*$/m, 'checked: "last week"'),
    [`content/guides/${guide}.mdx`, `"checked"`],
  ],
  [
    "a decisive line that is not in the program",
    edited(`pairs/${pair.id}/broken.py`, pair.marks.broken[0]!, "pass"),
    [`content/pairs/${pair.id}/pair.yaml`, `"marks.broken"`, "found on 0 lines"],
  ],
  [
    "a fact about a cause that is not there",
    edited(`facts/${fact.id}/fact.yaml`, /^causes: \[/m, "causes: [no-such-cause, "),
    [`content/facts/${fact.id}/fact.yaml`, `"causes"`, "no-such-cause"],
  ],
  [
    "a fact about a limit that is not there",
    edited(`facts/${fact.id}/fact.yaml`, /^limits: \[/m, "limits: [no-such-limit, "),
    [`content/facts/${fact.id}/fact.yaml`, `"limits"`, "no-such-limit"],
  ],
  [
    "a fact without its program",
    gone(`programs/${fact.programs[0]}`),
    [`content/programs/${fact.programs[0]}`, "missing"],
  ],
  [
    "a claim of a fact with no sign at all",
    edited(`facts/${fact.id}/fact.yaml`, /^ {4}(shows|gives|both): .*\n/gm, ""),
    [`content/facts/${fact.id}/fact.yaml`, "sign"],
  ],
  [
    "a layer too few",
    edited("layers.yaml", /^- id: provider\n[\s\S]*?(?=^- )/m, ""),
    ["content/layers.yaml", "provider, model-client", "in this order"],
  ],
  [
    "a team's folder of another kind",
    { "team/pairs/a.yaml": "a: 1" },
    ["content/team/pairs/a.yaml", "team/notes/*.mdx"],
  ],
];

describe("a mistake is one sentence that names file and field", () => {
  test.each(MISTAKES)("%s", (_, planted, named) => {
    const problems = problemsOf(planted);
    const telling = problems.filter((problem) => named.every((part) => problem.includes(part)));
    expect(telling, `wanted ${named.join(" and ")}; got:\n${problems.join("\n")}`).not.toEqual([]);
    for (const problem of telling) expect(problem).not.toContain("\n");
  });

  test("a missing program of a pair", () => {
    expect(problemsOf(gone(`pairs/${pair.id}/fixed.py`))).toContain(
      `content/pairs/${pair.id}/fixed.py: the file is missing.`,
    );
  });

  test("a cause that no symptom can reach", () => {
    expect(
      problemsOf(edited(`causes/${cause}.mdx`, /^symptoms:\n(?: {2}.*\n)+/m, "symptoms: {}\n")),
    ).toContain(
      `content/causes/${cause}.mdx: field "symptoms": no symptom speaks for it, so nothing can reach it.`,
    );
  });

  test("all mistakes are told at once", () => {
    const problems = problemsOf({
      ...edited("layers.yaml", /script: \[streams\]/, "skript: [streams]"),
      ...gone(`pairs/${pair.id}/broken.py`),
    });
    expect(problems.length).toBeGreaterThanOrEqual(2);
  });

  test("an unreadable folder is a list of sentences, no crash", () => {
    expect(() => loadContent("nowhere")).toThrow(ContentError);
  });
});

describe("what needs no code", () => {
  test("another dimension is a question and a file", () => {
    const more = loadPlanted({
      ...longer(
        "questions.yaml",
        "- { id: cache, ask: Which cache?, short: Cache, kind: products, effort: 1 }\n",
      ),
      "products/cache.yaml": "- { id: planted, name: Planted Cache, layer: edge, traits: [cdn] }\n",
    });
    expect(more.products["cache"]?.map(({ id }) => id)).toEqual(["planted"]);
    expect(knowledgeOf(more).products["cache"]?.map(({ name }) => name)).toEqual(["Planted Cache"]);
    expect(searchNames(more)).toContainEqual({
      question: "cache",
      id: "planted",
      name: "Planted Cache",
      several: true,
      names: ["Planted Cache"],
    });
    expect(publish(more)["products"]).toHaveProperty("cache");
  });

  test("a product is a row of three fields, and a limit of it a row of what is known", () => {
    const more = loadPlanted({
      ...longer("products/proxy.yaml", "- { id: planted, name: Planted, layer: proxy }\n"),
      "limits/planted.json": JSON.stringify([
        {
          id: "planted-read",
          layer: "proxy",
          on: "planted",
          product: "Planted",
          setting: "read timeout",
          cause,
          kind: "idle",
          seconds: 45,
          value: "45 s",
          counts: "Silence.",
          source: "https://planted.example/",
        },
      ]),
    });
    expect(more.limits).toContainEqual(
      expect.objectContaining({ id: "planted-read", traffic: "http", max: null, note: "" }),
    );
    expect(knowledgeOf(more).limits).toContainEqual({
      id: "planted-read",
      cause,
      on: "planted",
      kind: "idle",
      seconds: 45,
      adjustable: null,
      setting: "read timeout",
    });
  });
});

describe("limits as the engine takes them", () => {
  const row = (more: object): Planted => ({
    "limits/planted.json": JSON.stringify([
      {
        id: "planted",
        layer: "proxy",
        on: whole.products["proxy"]!.find(({ traits }) => traits.length > 0)!.id,
        product: "Planted",
        setting: "planted",
        cause,
        kind: "idle",
        value: "unknown",
        counts: "Silence.",
        source: "https://planted.example/",
        ...more,
      },
    ]),
  });
  const taken = (more: object) =>
    knowledgeOf(loadPlanted(row(more))).limits.find(({ id }) => id === "planted")?.seconds;

  test.each<[string, object, number | null | undefined]>([
    ["a clock with a default", { seconds: 45 }, 45],
    ["a clock without a default that can be set", { adjustable: true }, null],
    ["a clock without a default that cannot", { adjustable: false }, undefined],
    ["a default of nothing that can be set", { seconds: 0, adjustable: true }, null],
    ["buffering that can be switched off", { kind: "buffering", adjustable: true }, null],
    ["buffering that cannot", { kind: "buffering", adjustable: false }, undefined],
    ["another kind", { kind: "grace", seconds: 45, adjustable: true }, undefined],
    ["other traffic", { seconds: 45, traffic: "websocket" }, 45],
    ["no cause", { seconds: 45, cause: null }, undefined],
    ["no product that is asked for", { seconds: 45, on: null }, undefined],
  ])("%s", (_, more, seconds) => {
    expect(taken(more)).toBe(seconds);
  });
});
