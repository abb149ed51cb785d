import { describe, expect, test } from "vitest";
import { asMarkdown, asStep, type Piece } from "./piece";

const CHECK: Piece = {
  title: "Call it with `curl`",
  href: "https://lastbyte.example/checks/#curl",
  why: [],
  facts: [],
  commands: [
    {
      code: 'curl -N "$(cat `url`)"\n',
      lang: "sh",
      look: ["Exit ", { code: "18" }, " is a cut."],
      outcomes: [["It streams"], ["It is cut"]],
    },
  ],
  then: [],
  thenRun: [],
  verify: [],
};
const LIMIT: Piece = {
  title: "gate: read_timeout",
  href: "https://lastbyte.example/limits/#gate-read",
  why: [["Silence of the upstream. Each byte resets it."]],
  facts: [
    { name: "Default", says: ["60 s"] },
    { name: "You see", says: ["504"] },
    { name: "Source", says: [{ link: "docs", href: "https://gate.example/(docs)" }] },
  ],
  commands: [],
  then: [],
  thenRun: [],
  verify: [],
};
const CAUSE: Piece = {
  title: "The gate cuts silence",
  href: "https://lastbyte.example/causes/gate/",
  why: [["Nothing came for a while."], ["It is always the same time."]],
  facts: [],
  commands: [
    {
      title: "Call it directly",
      code: "curl -N http://127.0.0.1",
      lang: "sh",
      look: ["The times."],
      outcomes: [["They move on"]],
    },
    { title: "Read the log", code: undefined, lang: "sh", look: ["Its last line."], outcomes: [] },
  ],
  then: [[{ strong: "Raise the timeout:" }, " by a reload."]],
  thenRun: [{ code: "reload", lang: "sh" }],
  verify: [
    {
      title: "Check that it worked",
      code: "curl -N http://gate",
      lang: "sh",
      look: ["It goes on."],
      outcomes: [],
    },
  ],
};

describe("as Markdown", () => {
  test("a check", () => {
    expect(asMarkdown(CHECK)).toBe(
      [
        "## [Call it with \\`curl\\`](https://lastbyte.example/checks/#curl)",
        "",
        '```sh\ncurl -N "$(cat `url`)"\n```',
        "",
        "Look at: Exit `18` is a cut.",
        "",
        "- It streams\n- It is cut",
        "",
      ].join("\n"),
    );
  });

  test("a limit: its facts, each with its name", () => {
    expect(asMarkdown(LIMIT)).toBe(
      [
        "## [gate: read_timeout](https://lastbyte.example/limits/#gate-read)",
        "",
        "Silence of the upstream. Each byte resets it.",
        "",
        "- **Default:** 60 s\n- **You see:** 504\n- **Source:** [docs](https://gate.example/%28docs%29)",
        "",
      ].join("\n"),
    );
  });

  test("a cause: every check, and what to do then", () => {
    expect(asMarkdown(CAUSE)).toBe(
      [
        "## [The gate cuts silence](https://lastbyte.example/causes/gate/)",
        "",
        "Nothing came for a while.",
        "",
        "- It is always the same time.",
        "",
        "### Call it directly",
        "",
        "```sh\ncurl -N http://127.0.0.1\n```",
        "",
        "Look at: The times.",
        "",
        "- They move on",
        "",
        "### Read the log",
        "",
        "Look at: Its last line.",
        "",
        "### Then",
        "",
        "**Raise the timeout:** by a reload.",
        "",
        "```sh\nreload\n```",
        "",
        "### Check that it worked",
        "",
        "```sh\ncurl -N http://gate\n```",
        "",
        "Look at: It goes on.",
        "",
      ].join("\n"),
    );
  });
});

describe("as a runbook step", () => {
  test("heading, why, command, what to look at, what then, link", () => {
    expect(asStep(CAUSE)).toBe(
      [
        "### The gate cuts silence",
        "",
        "**Why:** Nothing came for a while. · It is always the same time.",
        "",
        "**Run:** Call it directly",
        "",
        "```sh\ncurl -N http://127.0.0.1\n```",
        "",
        "**Look at:** The times.",
        "",
        "**It shows:**",
        "",
        "- [ ] They move on",
        "",
        "**Then:**",
        "",
        "- **Raise the timeout:** by a reload.",
        "",
        "```sh\nreload\n```",
        "",
        "**More:** [Lastbyte: The gate cuts silence](https://lastbyte.example/causes/gate/)",
        "",
      ].join("\n"),
    );
  });

  test("what is not there leaves no empty heading", () => {
    const bare = asStep({ ...LIMIT, why: [], facts: [] });
    expect(bare).toBe(
      "### gate: read_timeout\n\n**More:** [Lastbyte: gate: read_timeout](https://lastbyte.example/limits/#gate-read)\n",
    );
    expect(asStep(LIMIT)).toContain(
      "**Why:** Silence of the upstream. Each byte resets it. · Default: 60 s · You see: 504",
    );
  });
});
