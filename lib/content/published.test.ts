/** /knowledge.json against its own schema, read by a validator that is not ours. */
import Ajv from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import { jsonSchema } from "./json-schema";
import { loadContent } from "./load";
import { publish, publishedFields, revisionOf } from "./published";

const content = loadContent("content");
const published = publish(content);
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(jsonSchema());
const problems = (data: unknown) =>
  validate(data)
    ? []
    : (validate.errors ?? [])
        .slice(0, 5)
        .map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);

const WRONG: [what: string, change: (data: Record<string, unknown>) => void][] = [
  [
    "another version",
    (data) => {
      data["version"] = 2;
    },
  ],
  [
    "a field that is not there",
    (data) => {
      delete data["limits"];
    },
  ],
  [
    "a field too many",
    (data) => {
      data["more"] = 1;
    },
  ],
  [
    "a weight out of the scale",
    (data) => {
      (data["causes"] as { evidence: { weight: unknown }[] }[])[0]!.evidence[0]!.weight = 3;
    },
  ],
  [
    "a limit with a text for seconds",
    (data) => {
      (data["limits"] as { seconds: unknown }[])[0]!.seconds = "60";
    },
  ],
];

describe("/knowledge.json", () => {
  test("keeps to its schema", () => {
    expect(problems(JSON.parse(JSON.stringify(published)))).toEqual([]);
  });

  test("holds everything", () => {
    for (const kind of [
      "layers",
      "symptoms",
      "questions",
      "traits",
      "checks",
      "causes",
      "limits",
      "pairs",
      "configs",
      "guides",
      "facts",
    ] as const)
      expect(published[kind], kind).toHaveLength(content[kind].length);
    const [cause, pair] = [content.causes[0]!, content.pairs[0]!];
    expect(published["causes"]).toContainEqual(
      expect.objectContaining({ id: cause.id, page: `/causes/${cause.id}/`, text: cause.body.text.trim() }),
    );
    expect(published["pairs"]).toContainEqual(
      expect.objectContaining({
        id: pair.id,
        code: { broken: pair.brokenCode, fixed: pair.fixedCode },
        proof: expect.objectContaining({ state: "reproduced" }) as unknown,
      }),
    );
  });

  test("each field says what it is", () => {
    expect(publishedFields().map(({ name }) => name)).toEqual(Object.keys(published));
    for (const { name, what } of publishedFields()) expect(what, name).not.toBe("");
  });

  test("is the same each time, and has another revision when the knowledge changes", () => {
    const again = structuredClone(content);
    expect(JSON.stringify(publish(again)) === JSON.stringify(published)).toBe(true);
    again.causes[0]!.title += "!";
    expect(revisionOf(again)).not.toBe(published.revision);
    expect(revisionOf(content)).toBe(published.revision);
  });

  test("under a path its pages have their addresses there, and the knowledge is the same", () => {
    const { causes, ...below } = publish(content, "https://host.example/last.byte", "/last.byte");
    const { id } = content.causes[0]!;
    expect(causes).toContainEqual(expect.objectContaining({ id, page: `/last.byte/causes/${id}/` }));
    expect(below).toMatchObject({
      $schema: "https://host.example/last.byte/knowledge.schema.json",
      revision: published.revision,
      limits: published["limits"],
    });
    expect(problems(JSON.parse(JSON.stringify({ causes, ...below })))).toEqual([]);
  });

  test.each(WRONG)("its schema refuses %s", (_, change) => {
    const data = JSON.parse(JSON.stringify(published)) as Record<string, unknown>;
    change(data);
    expect(problems(data)).not.toEqual([]);
  });
});
