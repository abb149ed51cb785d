/** What one file says of another: ids that must exist, texts that must be found, causes that must be reachable. */
import type { Config, Content, Pair } from "./load";
import { DIMENSIONS } from "../model/names";

type Conditions = Readonly<Record<string, readonly string[]>>;

function duplicates(ids: readonly string[], what: string): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `content/${what}: id "${id}" stands there twice.`,
  );
}

/** Every value that a question may be answered with; null for numbers, where any is right. */
function answerValues(content: Content): Map<string, Set<string> | null> {
  const values = new Map<string, Set<string> | null>();
  for (const question of content.questions) {
    values.set(
      question.id,
      question.kind === "seconds" ? null : new Set(question.options.map((option) => option.id)),
    );
  }
  for (const dimension of DIMENSIONS)
    values.set(dimension, new Set(content.products[dimension].map((product) => product.id)));
  values.set("symptom", new Set(content.symptoms.map((symptom) => symptom.id)));
  for (const check of content.checks)
    values.set(`check.${check.id}`, new Set(check.outcomes.map((outcome) => outcome.id)));
  const traits = DIMENSIONS.flatMap((dimension) =>
    content.products[dimension].flatMap((product) => product.traits),
  );
  values.set("trait", new Set(traits));
  return values;
}

function checkPair(pair: Pair): string[] {
  const lines = { broken: pair.brokenCode.split("\n"), fixed: pair.fixedCode.split("\n") };
  return (["broken", "fixed"] as const).flatMap((side) =>
    pair.marks[side].flatMap((mark) => {
      const found = lines[side].filter((line) => line.includes(mark.trim())).length;
      return found === 1
        ? []
        : [
            `content/pairs/${pair.id}/pair.yaml: field "marks.${side}": "${mark}" is found on ${found} lines of ${side}.py, not on one.`,
          ];
    }),
  );
}

function checkConfig(config: Config): string[] {
  const where = `content/configs/${config.id}/config.yaml`;
  return config.files.flatMap((file) => {
    const lines = (config.texts[file.file] ?? "").split("\n");
    const fields = file.fields.flatMap((field) => {
      const count = (lines[field.line - 1] ?? "").split(field.text).length - 1;
      return count === 1
        ? []
        : [
            `${where}: field "fields" of ${file.file}: "${field.text}" is found ${count} times on line ${field.line}, not once.`,
          ];
    });
    const why = file.why.filter((reason) => !(config.texts[file.file] ?? "").includes(reason.text));
    return [
      ...fields,
      ...why.map((reason) => `${where}: field "why" of ${file.file}: "${reason.text}" is not in the file.`),
    ];
  });
}

/** All problems between files, each one sentence. */
export function crossCheck(content: Content): string[] {
  const values = answerValues(content);
  const causeIds = new Set(content.causes.map((cause) => cause.id));
  const checkIds = new Set(content.checks.map((check) => check.id));
  const pairIds = new Set(content.pairs.map((pair) => pair.id));
  const problems: string[] = [];
  const conditions = (when: Conditions, where: string) => {
    for (const [key, accepted] of Object.entries(when)) {
      const known = values.get(key);
      if (known === undefined) problems.push(`${where}: "${key}" is no question.`);
      for (const value of accepted)
        if (known && !known.has(value)) problems.push(`${where}: "${value}" is no answer to "${key}".`);
    }
  };
  const causes = (ids: readonly string[], where: string) => {
    for (const id of ids) if (!causeIds.has(id)) problems.push(`${where}: there is no cause "${id}".`);
  };

  problems.push(
    ...duplicates(
      content.questions.map((q) => q.id),
      "questions.yaml",
    ),
    ...duplicates(
      content.checks.map((c) => c.id),
      "checks",
    ),
  );
  problems.push(
    ...duplicates(
      content.limits.map((l) => l.id),
      "limits",
    ),
    ...duplicates(
      content.symptoms.map((x) => x.id),
      "symptoms.yaml",
    ),
  );
  for (const layer of content.layers)
    for (const rule of layer.evidence) conditions(rule.when, `content/layers.yaml: layer "${layer.id}"`);
  for (const question of content.questions)
    if (question.needs) conditions(question.needs, `content/questions.yaml: question "${question.id}"`);
  for (const dimension of DIMENSIONS)
    for (const product of content.products[dimension]) {
      const where = `content/products/${dimension}.yaml: product "${product.id}"`;
      conditions({ ...product.with, ...product.without }, where);
    }
  for (const check of content.checks)
    for (const outcome of check.outcomes) {
      const implied = Object.fromEntries(
        Object.entries(outcome.answers ?? {}).map(([key, value]) => [key, [value]]),
      );
      conditions(implied, `content/checks: check "${check.id}", outcome "${outcome.id}"`);
    }
  for (const cause of content.causes) {
    const where = `content/causes/${cause.id}.mdx`;
    for (const rule of cause.evidence) conditions(rule.when, `${where}: field "evidence"`);
    conditions(
      { symptom: Object.keys(cause.symptoms), ...(cause.carriers.length ? { trait: cause.carriers } : {}) },
      `${where}: fields "symptoms" and "carriers"`,
    );
    if (!Object.values(cause.symptoms).some((symptom) => symptom.weight > 0))
      problems.push(`${where}: field "symptoms": no symptom speaks for it, so nothing can reach it.`);
    causes(cause.related, `${where}: field "related"`);
    for (const id of cause.prove)
      if (!checkIds.has(id)) problems.push(`${where}: field "prove": there is no check "${id}".`);
    if (!content.pairs.some((pair) => pair.causes.includes(cause.id)))
      problems.push(`${where}: no pair under content/pairs names it in "causes".`);
    if (cause.fixture) {
      const file = `content/causes/${cause.id}.fixture.yaml`;
      if (cause.fixture.cause !== undefined && cause.fixture.cause !== cause.id)
        problems.push(`${file}: field "cause": must be "${cause.id}".`);
      for (const side of ["first", "notFirst"] as const) {
        conditions(
          Object.fromEntries(
            Object.entries(cause.fixture[side]).map(([key, value]) => [key, value.split(",")]),
          ),
          `${file}: field "${side}"`,
        );
      }
    }
  }
  for (const pair of content.pairs) {
    causes(pair.causes, `content/pairs/${pair.id}/pair.yaml: field "causes"`);
    problems.push(...checkPair(pair));
  }
  for (const config of content.configs) {
    causes(config.causes, `content/configs/${config.id}/config.yaml: field "causes"`);
    problems.push(...checkConfig(config));
  }
  conditions(
    Object.fromEntries(Object.entries(content.runbooks.example).map(([key, value]) => [key, [value]])),
    'content/runbooks.yaml: field "example"',
  );
  const limitIds = new Set(content.limits.map((limit) => limit.id));
  for (const fact of content.facts) {
    const where = `content/facts/${fact.id}/fact.yaml`;
    causes(fact.causes, `${where}: field "causes"`);
    for (const id of fact.limits)
      if (!limitIds.has(id)) problems.push(`${where}: field "limits": there is no row "${id}".`);
  }
  for (const limit of content.limits)
    if (limit.cause !== null) causes([limit.cause], `content/limits: row "${limit.id}"`);
  for (const guide of content.guides) {
    const where = `content/guides/${guide.framework}.mdx`;
    causes(guide.causes, `${where}: field "causes"`);
    for (const [, id] of guide.body.matchAll(/<Pair id="([^"]+)"/g))
      if (!pairIds.has(id ?? "")) problems.push(`${where}: there is no pair "${id}".`);
  }
  return problems;
}
