/**
 * More content than there is: copies of causes, their checks, pairs, configs and limits under ids of their own, which
 * name each other. Guides, products and questions are fixed sets and stay.
 */
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

type Fields = Record<string, unknown>;
/** The id of a copy, by the id of what is copied. */
type Named = (id: string) => string;

/** A cause as it stands in its files. */
interface CauseFiles {
  id: string;
  data: Fields;
  body: string;
  fixture: Fields;
}

const read = (file: string) => readFileSync(file, "utf8");
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const list = (value: unknown): Fields[] => (value ?? []) as Fields[];
const foldersIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));

function causesIn(content: string): CauseFiles[] {
  const folder = join(content, "causes");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => {
      const id = name.slice(0, -".mdx".length);
      const [, head = "", body = ""] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(join(folder, name))) ?? [];
      const fixture = parse(read(join(folder, `${id}.fixture.yaml`))) as Fields;
      return { id, data: parse(head) as Fields, body, fixture };
    });
}

/** A rule of evidence, asking for the copies of the checks that are copied. */
function copiedRule(rule: Fields, check: Named): Fields {
  const when = Object.entries(rule["when"] as Fields).map(([key, value]) => [
    key.startsWith("check.") ? `check.${check(key.slice("check.".length))}` : key,
    value,
  ]);
  return { ...rule, when: Object.fromEntries(when) as Fields };
}

function copyCauses(content: string, causes: readonly CauseFiles[], named: Named): void {
  const own = new Set(causes.flatMap(({ data }) => list(data["checks"]).map(({ id }) => String(id))));
  const check: Named = (id) => (own.has(id) ? named(id) : id);
  for (const { id, data, body, fixture } of causes) {
    const copied = {
      ...data,
      evidence: list(data["evidence"]).map((rule) => copiedRule(rule, check)),
      checks: list(data["checks"]).map((one) => ({ ...one, id: named(String(one["id"])) })),
      prove: strings(data["prove"]).map(check),
      related: strings(data["related"]).map(named),
    };
    const file = join(content, "causes", named(id));
    writeFileSync(`${file}.mdx`, `---\n${stringify(copied)}---\n${body}`);
    writeFileSync(`${file}.fixture.yaml`, stringify({ ...fixture, cause: named(id) }));
  }
}

/** Copy folders whose sidecar names the causes that they cure. */
function copyFolders(folders: readonly string[], sidecar: string, named: Named): void {
  for (const folder of folders) {
    cpSync(folder, named(folder), { recursive: true });
    const data = parse(read(join(folder, sidecar))) as Fields;
    const causes = strings(data["causes"]).map(named);
    writeFileSync(join(named(folder), sidecar), stringify({ ...data, causes }));
  }
}

function copyLimits(file: string, rows: readonly Fields[], named: Named): void {
  const copies = rows.map((row) => ({
    ...row,
    id: named(String(row["id"])),
    cause: typeof row["cause"] === "string" ? named(row["cause"]) : null,
  }));
  writeFileSync(file, JSON.stringify([...(JSON.parse(read(file)) as Fields[]), ...copies]));
}

/**
 * Multiply the content of a folder in place.
 * @param times how often each thing stands there afterwards
 */
export function multiply(content: string, times: number): void {
  const causes = causesIn(content);
  const pairs = foldersIn(join(content, "pairs")).flatMap(foldersIn);
  const configs = foldersIn(join(content, "configs"));
  const limits = foldersIn(join(content, "limits")).map((file) => ({
    file,
    rows: JSON.parse(read(file)) as Fields[],
  }));
  for (let copy = 2; copy <= times; copy += 1) {
    const named: Named = (id) => `${id}-x${copy}`;
    copyCauses(content, causes, named);
    copyFolders(pairs, "pair.yaml", named);
    copyFolders(configs, "config.yaml", named);
    for (const { file, rows } of limits) copyLimits(file, rows, named);
  }
}
