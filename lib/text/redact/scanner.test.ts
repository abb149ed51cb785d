/** A second scanner, which is not ours, finds nothing in what we have redacted. */
import { lintSource } from "@secretlint/core";
import { creator as preset } from "@secretlint/secretlint-rule-preset-recommend";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { redact } from "./redact";

/** Made up, and put together here so that no scanner takes this file for a leak. */
const joined = (...parts: string[]) => parts.join("");
const UPPER = "ABCDEFGH" + "IJKLMNOP";
const MIXED = "aB3dE5gH7jK9mN1pQ3sT5vW7xY9zA1cD3eF5";

const SECRETS: readonly (readonly [string, string])[] = [
  ["AWS access key", joined("AK", "IA", UPPER)],
  ["AWS secret key", joined("AWS_SECRET_ACCESS_KEY=", MIXED, "gH7j")],
  ["GitHub token", joined("gh", "p_", MIXED)],
  ["Slack token", joined("xox", "b-", "123456789012-1234567890123-", MIXED.slice(0, 24))],
  [
    "private key",
    joined("-----BEGIN RSA PRIV", "ATE KEY-----\n", MIXED, "\n", "-----END RSA PRIV", "ATE KEY-----"),
  ],
  ["npm token", joined("//registry.npmjs.org/:_auth", "Token=npm", "_", MIXED)],
  ["basic auth in an address", joined("https://", "admin:", "hunter2secret", "@db.internal.example.com/x")],
  ["Anthropic key", joined("sk-", "ant-api03-", MIXED, MIXED, MIXED.slice(0, 21), "AA")],
  ["OpenAI key", joined("sk-", "proj-", MIXED, "T3Blbk", "FJ", MIXED)],
];

async function found(text: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { filePath: "/pasted.txt", content: text, ext: ".txt", contentType: "text" },
    options: { config: { rules: [{ id: "preset", rule: preset, options: {} }] } },
  });
  return messages.map(({ messageId, ruleId }) => `${ruleId}: ${messageId}`);
}

describe("what it finds in a text, it no longer finds once the text is redacted", () => {
  const told = SECRETS.map(
    ([name, secret]) => [name, `log line before\nvalue ${secret}\nlog line after`] as const,
  );

  it.each(told)("%s", async (_, text) => {
    expect(await found(redact(text).text)).toEqual([]);
  });

  it("and it does find most of them before", async () => {
    const before = await Promise.all(told.map(([, text]) => found(text)));
    expect(before.filter((messages) => messages.length > 0).length).toBeGreaterThanOrEqual(6);
  });
});

const FIXTURES = "lib/evidence/fixtures";
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

it("it finds nothing in any fixture that was redacted", async () => {
  const files = filesIn(FIXTURES).filter((file) => !file.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(30);
  for (const file of files)
    expect({ file, found: await found(redact(readFileSync(file, "utf8")).text) }).toEqual({
      file,
      found: [],
    });
});
