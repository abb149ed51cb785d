/** A fork's own content: merged, marked, seen by the engine; ours untouched; mistakes and clashes told in one sentence. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verdictOf } from "../diagnosis/fixtures/said";
import { prepare } from "../diagnosis/prepared";
import { decode, encode } from "../state/codec";
import { knowledgeOf } from "./knowledge";
import { loadPlanted, problemsOf } from "./fixtures/planted";
import { notesFor } from "./kinds/note";
import { Reader, type Planted } from "./reader";
import { searchEntries } from "./search-entries";

const EXAMPLE = "lib/content/fixtures/team";

/** The files of a team, by their path in its folder. */
const team = (files: Planted): Planted =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`team/${file}`, text]));
const example: Planted = team(
  Object.fromEntries(
    new Reader(EXAMPLE).files.map((file) => [file, readFileSync(join(EXAMPLE, file), "utf8")]),
  ),
);

/** Also in a fork that has a team of its own. */
const ours = loadPlanted();

describe("the example", () => {
  const theirs = loadPlanted(example);

  test("adds one of each, marked as the team's, and leaves ours as they are", () => {
    expect(theirs.products["proxy"]?.filter((product) => product.team).map(({ id }) => id)).toEqual([
      "acme-gateway",
    ]);
    expect(theirs.limits.filter((limit) => limit.team).map(({ id }) => id)).toEqual(["acme-gateway-read"]);
    expect(theirs.checks.filter((check) => check.team).map(({ id }) => id)).toEqual(["acme-gateway-log"]);
    expect(theirs.notes.map(({ id }) => id)).toEqual(["gateway-on-call"]);
    expect(theirs.products["proxy"]?.filter((product) => !product.team)).toEqual(ours.products["proxy"]);
    expect(theirs.limits.filter((limit) => !limit.team)).toEqual(ours.limits);
    expect(theirs.checks.filter((check) => !check.team)).toEqual(ours.checks);
    expect(theirs.causes.filter(({ id }) => id !== "proxy-read-timeout")).toEqual(
      ours.causes.filter(({ id }) => id !== "proxy-read-timeout"),
    );
    expect([ours.notes, [...ours.limits, ...ours.checks].filter((one) => one.team)]).toEqual([[], []]);
  });

  test("a note is shown where its front matter says", () => {
    expect(notesFor(theirs.notes, "causes", "proxy-read-timeout")).toHaveLength(1);
    expect(notesFor(theirs.notes, "guides", "langgraph")).toHaveLength(1);
    expect(notesFor(theirs.notes, "products", "nginx")).toHaveLength(1);
    expect(notesFor(theirs.notes, "causes", "proxy-buffering")).toEqual([]);
  });

  test("what is the team's is found by the search, at its own anchor", () => {
    const own = searchEntries(theirs)
      .filter(({ href, names }) => /acme|#team-/i.test(`${href} ${names}`))
      .map(({ href }) => href);
    expect(own).toEqual(
      expect.arrayContaining([
        "/causes/proxy-read-timeout/#team-gateway-on-call",
        "/limits/#acme-gateway-read",
        "/checks/#acme-gateway-log",
      ]),
    );
  });

  test("the own product is a choice, keeps its link, and its limit explains a cut after 45 s", () => {
    const knowledge = knowledgeOf(theirs);
    const answers = { proxy: ["acme-gateway"], symptom: ["cut-fixed-time"], silence: ["45"] };
    expect(decode(encode(answers, knowledge), knowledge)).toEqual({ answers, dropped: [] });
    const first = verdictOf(answers, prepare(knowledge)).causes[0];
    expect(first?.id).toBe("proxy-read-timeout");
    expect(first?.for.some(({ says }) => says.includes("Acme Gateway"))).toBe(true);
    expect(knowledge.checks.find(({ id }) => id === "acme-gateway-log")?.team).toBe(true);
  });

  test("the own check is in the checklist, and its result moves the ranking", () => {
    const prepared = prepare(knowledgeOf(theirs));
    const answers = { proxy: ["acme-gateway"], symptom: ["cut-fixed-time"] };
    expect(verdictOf(answers, prepared).checklist.map(({ id }) => id)).toContain("acme-gateway-log");
    const score = (outcome: string) =>
      verdictOf({ ...answers, "check.acme-gateway-log": [outcome] }, prepared).causes.find(
        ({ id }) => id === "proxy-read-timeout",
      )?.score ?? 0;
    expect(score("idle")).toBeGreaterThan(score("silent"));
  });
});

describe("an empty team is no team", () => {
  test("without the folder, or with nothing but a README in it", () => {
    expect(loadPlanted(team({ "README.md": "Nothing yet." }))).toEqual(ours);
  });
});

const PRODUCT = "id: acme\nname: Acme\ndimension: proxy\nlayer: proxy\n";
const CHECK =
  "id: acme-log\ntitle: Read it\nlayer: proxy\neffort: 1\nlook: The last line.\noutcomes: [{ id: a, label: One }, { id: b, label: Two }]\ncauses: [proxy-buffering]\n";
const LIMIT =
  "id: acme-idle\nlayer: proxy\non: acme\nproduct: Acme\nsetting: idle\nkind: idle\nvalue: 45 s\nseconds: 45\ncounts: Silence.\n";
const NOTE = "---\ntitle: A note\ncauses: [proxy-buffering]\n---\n\nWords.\n";

const MISTAKES: [what: string, files: Planted, named: string[]][] = [
  [
    "a name in braces",
    { "notes/a.mdx": `${NOTE}\nAsk {name}.\n` },
    ["content/team/notes/a.mdx", "line 8", "{name}", "backticks"],
  ],
  [
    "an address in angles",
    { "notes/a.mdx": `${NOTE}\n<https://wiki.example/>\n` },
    ["content/team/notes/a.mdx", "line 8", "[words](address)"],
  ],
  [
    "a component that is not there",
    { "notes/a.mdx": `${NOTE}\n<Foo/>\n` },
    ["content/team/notes/a.mdx", "line 8", "<Foo>", "<Pair>"],
  ],
  [
    "a program as an attribute",
    { "notes/a.mdx": `${NOTE}\n<Pair id={name}/>\n` },
    ["content/team/notes/a.mdx", "line 8", "<Pair>", "quotes"],
  ],
  ["a brace without end", { "notes/a.mdx": `${NOTE}\n{1+\n` }, ["content/team/notes/a.mdx", "line"]],
  [
    "a limit of a product that is not there",
    { "limits/a.yaml": LIMIT },
    ["content/team/limits/a.yaml", `"on"`, `"acme"`],
  ],
  [
    "a trait that is not there",
    { "products/a.yaml": `${PRODUCT}traits: [reverse-proxi]\n` },
    ["content/team/products/a.yaml", `"traits"`, "reverse-proxi"],
  ],
  [
    "seconds that stand in the value alone",
    { "products/a.yaml": PRODUCT, "limits/a.yaml": LIMIT.replace("seconds: 45\n", "") },
    ["content/team/limits/a.yaml", `"seconds"`],
  ],
  [
    "a product's id that is ours",
    { "products/a.yaml": PRODUCT.replace("acme", "nginx") },
    ["content/team/products/a.yaml", `"id"`, `"nginx" is taken`],
  ],
  [
    "a product's id that is ours in another question",
    { "products/a.yaml": PRODUCT.replace("acme", "kubernetes") },
    ["content/team/products/a.yaml", "taken"],
  ],
  [
    "a limit's id that is ours",
    { "limits/a.yaml": LIMIT.replace("acme-idle", ours.limits[0]!.id).replace("on: acme", "on: nginx") },
    ["content/team/limits/a.yaml", "taken"],
  ],
  [
    "a check's id that is ours",
    { "checks/a.yaml": CHECK.replace("acme-log", "curl-direct") },
    ["content/team/checks/a.yaml", "taken"],
  ],
  [
    "an id that stands there twice",
    { "products/a.yaml": PRODUCT, "products/b.yaml": PRODUCT },
    ["content/team/products/b.yaml", "twice"],
  ],
  [
    "a misspelt field",
    { "limits/a.yaml": `${LIMIT}secconds: 45\n` },
    ["content/team/limits/a.yaml", `"secconds"`],
  ],
  [
    "an unknown cause of a note",
    { "notes/a.mdx": NOTE.replace("proxy-buffering", "no-such-cause") },
    ["content/team/notes/a.mdx", `"causes"`, "no-such-cause"],
  ],
  [
    "an unknown guide of a note",
    { "notes/a.mdx": NOTE.replace("causes: [proxy-buffering]", "guides: [cobol]") },
    ["content/team/notes/a.mdx", `"guides"`, "cobol"],
  ],
  [
    "an unknown product of a note",
    { "notes/a.mdx": NOTE.replace("causes: [proxy-buffering]", "products: [acme]") },
    ["content/team/notes/a.mdx", `"products"`, "acme"],
  ],
  [
    "a note that is shown nowhere",
    { "notes/a.mdx": NOTE.replace("causes: [proxy-buffering]\n", "") },
    ["content/team/notes/a.mdx", "nowhere"],
  ],
  [
    "a pair in a note that is not there",
    { "notes/a.mdx": `${NOTE}\n<Pair id="no/such" />\n` },
    ["content/team/notes/a.mdx", "no/such"],
  ],
  [
    "a note without front matter",
    { "notes/a.mdx": "Words.\n" },
    ["content/team/notes/a.mdx", "front matter"],
  ],
  [
    "an unknown cause of a check",
    { "checks/a.yaml": CHECK.replace("proxy-buffering", "no-such-cause") },
    ["content/team/checks/a.yaml", `"causes"`, "no-such-cause"],
  ],
  [
    "evidence of an outcome that is not there",
    {
      "checks/a.yaml": `${CHECK}evidence: [{ outcome: c, cause: proxy-buffering, weight: 1, says: It says so. }]\n`,
    },
    ["content/team/checks/a.yaml", `"evidence"`, `"c"`],
  ],
  [
    "a limit with a cause that is not there",
    { "limits/a.yaml": `${LIMIT}cause: no-such-cause\n`, "products/a.yaml": PRODUCT },
    ["acme-idle", "no-such-cause"],
  ],
  ["a file of another kind", { "limits/a.csv": "a,b" }, ["content/team/limits/a.csv", ".yaml"]],
  ["a folder of another kind", { "pairs/a.yaml": "a: 1" }, ["content/team/pairs", "notes/"]],
  ["a file that is not YAML", { "checks/a.yaml": "id: [" }, ["content/team/checks/a.yaml", "YAML"]],
  ["a file that is no entry", { "checks/a.yaml": "only words" }, ["content/team/checks/a.yaml", "entry"]],
];

describe("a mistake is one sentence that names file and field", () => {
  test.each(MISTAKES)("%s", (_, files, named) => {
    const problems = problemsOf(team(files));
    const telling = problems.filter((problem) => named.every((part) => problem.includes(part)));
    expect(telling, `wanted ${named.join(" and ")}; got:\n${problems.join("\n")}`).not.toEqual([]);
    for (const problem of problems) expect(problem).not.toContain("\n");
  });

  test("JSON does too, and one file may hold several", () => {
    const list = ["one", "two"].map((id) => ({
      id: `acme-${id}`,
      name: `Acme ${id}`,
      dimension: "hosting",
      layer: "platform",
    }));
    const { products } = loadPlanted(team({ "products/all.json": JSON.stringify(list) }));
    const added = products["hosting"]?.filter((product) => product.team);
    expect(added?.map(({ id }) => id)).toEqual(["acme-one", "acme-two"]);
  });
});
