import { describe, expect, test } from "vitest";
import { asMarkdown, asStep, placedOn, type Excerpt } from "./excerpt";

const NONE = { why: [], details: [], commands: [], then: [], thenRun: [], verify: [] };
const CHECK: Excerpt = {
  ...NONE,
  title: "Call it with `curl`",
  href: "https://lastbyte.example/checks/#curl",
  commands: [
    {
      block: { code: 'curl -N "$(cat `url`)"\n', lang: "sh" },
      look: ["Exit ", { code: "18" }, " is a cut."],
      outcomes: [["It streams"], ["It is cut"]],
    },
  ],
};
const LIMIT: Excerpt = {
  ...NONE,
  title: "gate: read_timeout",
  href: "https://lastbyte.example/limits/#gate-read",
  why: [["Silence of the upstream. Each byte resets it."]],
  details: [
    { name: "Default", says: ["60 s"] },
    { name: "You see", says: ["504"] },
    { name: "Source", says: [{ link: "docs", href: "https://gate.example/(docs)" }] },
  ],
};
const CAUSE: Excerpt = {
  ...NONE,
  title: "The gate cuts silence",
  href: "https://lastbyte.example/causes/gate/",
  why: [["Nothing came for a while."], ["It is always the same time."]],
  commands: [
    {
      title: "Call it directly",
      block: { code: "curl -N http://127.0.0.1", lang: "sh" },
      look: ["The times."],
      outcomes: [["They move on"]],
    },
    { title: "Read the log", look: ["Its last line."], outcomes: [] },
  ],
  then: [[{ strong: "Raise the timeout:" }, " by a reload."]],
  thenRun: [{ code: "reload", lang: "sh" }],
  verify: [
    {
      title: "Check that it worked",
      block: { code: "curl -N http://gate", lang: "sh" },
      look: ["It goes on."],
      outcomes: [],
    },
  ],
};

test("a check as Markdown", () => {
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

test("a limit as Markdown: its details, each with its name", () => {
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

test("a cause as Markdown: every check, and what to do then", () => {
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
    const bare = asStep({ ...LIMIT, why: [], details: [] });
    expect(bare).toBe(
      "### gate: read_timeout\n\n**More:** [Lastbyte: gate: read_timeout](https://lastbyte.example/limits/#gate-read)\n",
    );
    expect(asStep(LIMIT)).toContain(
      "**Why:** Silence of the upstream. Each byte resets it. · Default: 60 s · You see: 504",
    );
  });
});

describe("placed on a site", () => {
  const stored: Excerpt = {
    ...CAUSE,
    href: "/causes/gate/",
    why: [["See ", { link: "the limits", href: "/limits/#gate" }]],
    details: [{ name: "Source", says: [{ link: "docs", href: "https://gate.example/docs" }] }],
    commands: [{ look: [{ link: "a", href: "/a/" }], outcomes: [[{ link: "b", href: "/b/" }]] }],
    then: [[{ link: "c", href: "/c/" }]],
    verify: [{ look: [{ link: "d", href: "#d" }], outcomes: [] }],
  };

  test.each(["http://localhost:3000", "https://host.example/tools/lastbyte"])(
    "every address is whole, and one of another host stays: %s",
    (site) => {
      const text = asMarkdown(placedOn(site, stored));
      expect([...text.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address)).toEqual([
        `${site}/causes/gate/`,
        `${site}/limits/#gate`,
        "https://gate.example/docs",
        `${site}/a/`,
        `${site}/b/`,
        `${site}/c/`,
        `${site}/#d`,
      ]);
    },
  );

  test("what is whole already stays as it is", () => {
    expect(placedOn("http://localhost:3000", CAUSE)).toEqual(CAUSE);
  });
});
