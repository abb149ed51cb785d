/** What is read of whole pieces: order, cuts and noise change nothing, and nothing that is pasted breaks it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadContent } from "../content/load";
import { readingsOf } from "../content/readings";
import type { Given } from "./given";
import { readEvidence } from "./read";

const readings = readingsOf(loadContent("content"));
const given = (...texts: string[]): Given[] => texts.map((text, piece) => ({ piece, name: null, text }));

const TICKET = `Our LangGraph stream on Kubernetes is cut after exactly 60 seconds. It works locally.

location /chat {
  proxy_pass http://app:8000;
  proxy_buffering off;
}

2026/01/01 00:00:00 [error] 7#7: *1 upstream timed out (110: Connection timed out) while reading upstream
`;

/** What was found, without the place of a piece among the others. */
async function found(pieces: readonly Given[]): Promise<string[]> {
  const { findings } = await readEvidence(pieces, readings);
  return findings.map(({ rule, origin }) => `${rule}:${origin.kind === "text" ? origin.line : ""}`).sort();
}

describe("readEvidence", () => {
  it("reads a ticket with a config and a log in it", async () => {
    const { findings, taken } = await readEvidence(given(TICKET), readings);
    const implied = Object.assign({}, ...findings.map(({ implies }) => implies)) as Record<string, string[]>;
    expect(implied).toMatchObject({
      framework: ["langgraph"],
      hosting: ["kubernetes"],
      proxy: ["nginx"],
      after: ["60"],
      environment: ["only-deployed"],
      log: ["upstream-timeout"],
    });
    expect(taken.map(({ kind, from }) => [kind, from])).toEqual([
      ["prose", 1],
      ["nginx-conf", 3],
    ]);
    expect(await found(given(TICKET))).toContain("nginx-buffering-off:5");
  });

  it("reads a part as the kind that its giver says, and all around it as it looks", async () => {
    const text =
      "Our answers are cut in the middle.\n\n```\nlocation / {\n  proxy_pass http://app;\n}\n```\n\nThat is all of the config that we have.\n";
    const kinds = async (as: string | null) => {
      const { taken } = await readEvidence([{ piece: 0, name: null, text, as }], readings);
      return taken.map(({ from, kind }) => [from, kind]);
    };
    const plain = [
      [1, "prose"],
      [4, "nginx-conf"],
      [9, "prose"],
    ];
    expect(await kinds(null)).toEqual(plain);
    expect(await kinds("4-6:lines")).toEqual([
      [1, "prose"],
      [4, "lines"],
      [9, "prose"],
    ]);
    expect(await kinds("4-6:no-such-kind")).toEqual(await kinds("4-6:nginx-conf"));
  });

  it("says the same of pieces in another order", async () => {
    const parts = TICKET.split("\n\n");
    expect(await found(given(...parts))).toEqual(await found(given(...parts.reverse())));
  });

  it("says the same with Windows line ends and colours", async () => {
    const noisy = TICKET.split("\n").join("\u001b[0m\r\n");
    expect(await found(given(noisy))).toEqual(await found(given(TICKET)));
  });

  it("finds nothing in what has nothing to do with streams", async () => {
    const harmless = "Dear all,\n\nlunch is at noon in the big room. Please bring a chair.\n";
    const { findings } = await readEvidence(given(harmless), readings);
    expect(findings.flatMap(({ speaks }) => speaks)).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["zero bytes", "\u0000".repeat(5000)],
    ["lone surrogates", "\ud800".repeat(5000)],
    ["one very long line", "proxy_pass ".repeat(100_000)],
    ["open braces", "server {".repeat(20_000)],
    ["open brackets", "[".repeat(20_000)],
    ["only fences", "```\n".repeat(5000)],
    ["only blanks", "\n".repeat(100_000)],
    ["one setting over and over", "proxy_set_header A b;\n".repeat(150_000)],
    [
      "many places with settings of their own",
      `server {\n${Array.from({ length: 6000 }, (_, at) => `location /a${at} { proxy_read_timeout ${at}s; }`).join("\n")}\n}`,
    ],
    ["a file of many lines in another", `nginx.conf: |\n${"  listen 80;\n".repeat(150_000)}`],
    ["prose and code in turns", "it is cut at the end of it\nx = { y };\n".repeat(40_000)],
    ["nested YAML", Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("does not break at %s", async (_, text) => {
    await expect(readEvidence(given(text), readings)).resolves.toBeDefined();
  });

  it("does not break at any text, cut anywhere", async () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 400, unit: "binary" }),
      fc.nat(TICKET.length).map((end) => TICKET.slice(end)),
      fc.nat(TICKET.length).map((end) => TICKET.slice(0, end)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (texts) => {
        const { findings } = await readEvidence(given(...texts), readings);
        for (const { origin } of findings) {
          const lines = origin.kind === "text" ? (texts[origin.piece] ?? "").split("\n").length : 0;
          expect(origin.kind === "text" && origin.line >= 1 && origin.line <= lines).toBe(true);
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

describe("a long log", () => {
  const line = (at: number) =>
    `2026-11-29 16:00:${at % 60} INFO 10.0.0.${at % 250}:${50_000 + at} GET /health 200`;
  const lines = Array.from({ length: 3000 }, (_, at) => line(at));

  it("is read to its end, though it repeats itself", async () => {
    const text = [...lines, "[CRITICAL] WORKER TIMEOUT (pid:9)", ...lines].join("\n");
    expect(await found(given(text))).toContain(`gunicorn-worker-timeout:${lines.length + 1}`);
  });

  it("keeps its codes: one that differs in a status alone is another line", async () => {
    const text = [...lines, line(1).replace(/200$/, "504 Gateway Time-out"), ...lines].join("\n");
    expect((await found(given(text))).some((hit) => hit.startsWith("said-status-504:"))).toBe(true);
  });
});
