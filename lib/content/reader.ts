/** Reads files of a content folder against their schemas, and gathers each mistake as one sentence that names file and field. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parse as parseYaml } from "yaml";

export type AnySchema = v.GenericSchema<unknown, unknown>;

export class Reader {
  readonly problems: string[] = [];
  constructor(readonly root: string) {}

  names(folder: string): string[] {
    const path = join(this.root, folder);
    return existsSync(path)
      ? readdirSync(path)
          .filter((name) => !name.startsWith("."))
          .sort()
      : [];
  }

  text(file: string): string | null {
    try {
      return readFileSync(join(this.root, file), "utf8");
    } catch {
      this.problems.push(`content/${file}: the file is missing.`);
      return null;
    }
  }

  check<S extends AnySchema>(schema: S, data: unknown, file: string): v.InferOutput<S> | null {
    const result = v.safeParse(schema, data);
    if (result.success) return result.output;
    for (const issue of result.issues)
      this.problems.push(
        `content/${file}: field "${v.getDotPath(issue) ?? "(whole file)"}": ${issue.message}.`,
      );
    return null;
  }

  yaml<S extends AnySchema>(schema: S, file: string): v.InferOutput<S> | null {
    const text = this.text(file);
    return text === null ? null : this.parse(schema, text, file);
  }

  parse<S extends AnySchema>(schema: S, text: string, file: string): v.InferOutput<S> | null {
    try {
      return this.check(schema, parseYaml(text), file);
    } catch (error) {
      this.problems.push(`content/${file}: not readable as YAML: ${(error as Error).message.split("\n")[0]}`);
      return null;
    }
  }

  json<S extends AnySchema>(schema: S, file: string): v.InferOutput<S> | null {
    const text = this.text(file);
    try {
      return text === null ? null : this.check(schema, JSON.parse(text), file);
    } catch (error) {
      this.problems.push(`content/${file}: not readable as JSON: ${(error as Error).message}.`);
      return null;
    }
  }

  /** An MDX file as its checked front matter, its body, and the number of lines before the body. */
  mdx<S extends AnySchema>(
    schema: S,
    file: string,
  ): { data: v.InferOutput<S>; body: string; linesBefore: number } | null {
    const text = this.text(file);
    if (text === null) return null;
    const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
    if (!match) {
      this.problems.push(`content/${file}: must begin with front matter between two lines of "---".`);
      return null;
    }
    const data = this.parse(schema, match[1] ?? "", file);
    const [, front = "", body = ""] = match;
    return data === null ? null : { data, body, linesBefore: front.split("\n").length + 2 };
  }
}
