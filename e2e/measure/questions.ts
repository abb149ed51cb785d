/**
 * How many questions it takes until an accepted cause comes first, on public incident records.
 * It is a simulation: an oracle answers from what the record itself says, and else "don't know". What it can read is the
 * list below; it never looks at the confirmed cause. An answer that a person would have looked up is not counted in.
 */
import { knowledgeOf } from "../../lib/content/knowledge";
import { loadContent } from "../../lib/content/load";
import { standingOf } from "../../lib/diagnosis/change";
import { labelsOfCauses } from "../../lib/diagnosis/labels";
import { openQuestions } from "../../lib/diagnosis/next";
import { prepare, type Prepared } from "../../lib/diagnosis/prepared";
import { rank } from "../../lib/diagnosis/rank";
import { answersOf } from "../../lib/diagnosis/record";
import { situationOf } from "../../lib/diagnosis/situation";
import type { Answers } from "../../lib/model/answers";
import { byHand } from "../../lib/model/finding";
import { UNKNOWN } from "../../lib/model/ids";
import { recordsOf } from "../../lib/tasks/records";

/** Nobody answers more questions than this in an incident. */
const MOST = 8;
const AT = [0, 1, 2, 3, 5, MOST];

/** Question, answer, and the words of a report that say so. */
const READS: readonly (readonly [question: string, answer: string, words: RegExp])[] = [
  ["transport", "websocket", /websocket|wss?:\/\//i],
  ["transport", "grpc", /\bgrpc\b/i],
  ["transport", "sse", /\bsse\b|event-stream|eventsource|server-sent/i],
  ["error", "incomplete", /incomplete chunked|INCOMPLETE_CHUNKED|complete message body|curl.{0,9}\b18\b/i],
  ["error", "http2", /http2|http\/2|goaway|rst_stream|PROTOCOL_ERROR/i],
  ["error", "timeout", /readtimeout|timeouterror|timed out|UND_ERR_BODY_TIMEOUT/i],
  ["error", "reset", /econnreset|connection reset|broken pipe|socket hang up/i],
  ["error", "cancelled", /cancellederror|aborterror|generatorexit/i],
  ["error", "loop", /event loop|asyncio\.run|was never awaited|async for/i],
  ["error", "closed", /is closed|already closed|outside of .{0,12}context/i],
  ["error", "parse", /jsondecodeerror|unexpected token|validationerror|unexpected end of json/i],
  ["error", "type", /typeerror|attributeerror|importerror|keyerror/i],
  ["status", "504", /\b504\b/],
  ["status", "502", /\b502\b/],
  ["status", "503", /\b503\b/],
  ["status", "429", /\b429\b/],
  ["status", "499", /\b499\b/],
  ["status", "52x", /\b52[0-4]\b/],
  ["status", "500", /\b500\b/],
  ["log", "worker-timeout", /WORKER TIMEOUT/],
  ["log", "killed", /sigterm|oomkilled|sigkill|liveness/i],
  ["log", "task-timeout", /task timed out|FUNCTION_INVOCATION_TIMEOUT/i],
  ["log", "upstream-timeout", /upstream timed out|upstream request timeout/i],
  ["log", "callback", /error in .{0,40}callback/i],
  ["log", "traceback", /traceback/i],
  ["finish", "length", /finish_reason.{0,6}length|max_tokens/i],
  ["finish", "filter", /content_filter|refusal/i],
  ["encoding", "compressed", /content-encoding: ?(gzip|br|zstd)/i],
  [
    "changed",
    "upgrade",
    /after (upgrad|updat)ing|since (version|v?\d+\.\d)|worked (in|with) v?\d|regression/i,
  ],
  ["curl", "only-mine", /curl.{0,40}(works|fine|streams)|works.{0,30}(with|in|using) curl/i],
  ["direct", "only-through", /(works|fine|streams).{0,40}(direct|without (the )?(proxy|nginx|cloudflare))/i],
  ["environment", "only-deployed", /(works|fine|streams).{0,30}(local|localhost|my machine)/i],
  ["call", "whole", /\.(invoke|ainvoke|kickoff|query|aquery)\(/],
  ["call", "stream", /\.(stream|astream|stream_chat|astream_chat|run_stream)\(/],
  ["structured", "with", /structured|response_format|tool[_ ]calls?|output parser/i],
  ["gap", "tool", /tool (call|runs|execution)|long[- ]running tool/i],
  ["client", "browser", /browser|chrome|firefox|safari/i],
  ["client", "mobile", /react native|android|\bios\b/i],
];

type Oracle = (question: string) => string;

function oracleOf(text: string): Oracle {
  return (question) =>
    READS.find(([asked, , words]) => asked === question && words.test(text))?.[1] ?? UNKNOWN;
}

interface Asked {
  /** Questions until an accepted cause was first; null when it never was. */
  until: number | null;
  /** Of these, the ones that the record answered. */
  answered: number;
}

/** Ask one question after the other, as the desk would. */
function ask(first: Answers, accepted: ReadonlySet<string>, oracle: Oracle, prepared: Prepared): Asked {
  let answers = first;
  let answered = 0;
  for (let count = 0; count <= MOST; count += 1) {
    const evidence = byHand(answers);
    const ranked = rank(situationOf(evidence, prepared), prepared);
    const [head] = labelsOfCauses(
      ranked.map(({ id }) => id),
      prepared.knowledge,
    );
    if (head !== undefined && accepted.has(head)) return { until: count, answered };
    const [next] = openQuestions(standingOf(evidence, prepared), prepared);
    if (!next) break;
    const answer = oracle(next.id);
    if (answer !== UNKNOWN) answered += 1;
    answers = { ...answers, [next.id]: [answer] };
  }
  return { until: null, answered };
}

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");

/** @param file incident records with `text`, `gold` and `also` */
export function questions(file: string | undefined): void {
  const records = recordsOf(file, "Give a file of incident records: npm run measure -- questions FILE.jsonl");
  const prepared = prepare(knowledgeOf(loadContent("content")));
  const asked = records.map((record) =>
    ask(
      answersOf(record),
      new Set([...strings(record["gold"]), ...strings(record["also"])]),
      oracleOf(strings(record["text"])[0] ?? ""),
      prepared,
    ),
  );
  console.log(
    `questions until an accepted cause is first, ${asked.length} records (simulated: see the file)`,
  );
  for (const most of AT) {
    const there = asked.filter(({ until }) => until !== null && until <= most).length;
    console.log(`  after at most ${most}: ${there} of ${asked.length}`);
  }
  const answered = asked.reduce((sum, one) => sum + one.answered, 0);
  console.log(`  the records answered ${answered} of the questions asked; all others were "don't know"`);
}
