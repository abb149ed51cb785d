/** Lines of a log that belong to other work than the stream: another request, another program of the same paste. */
import type { Line } from "./given";
import { PROMPT } from "./prompt";

/** The path of a request, as access logs and routers write it. */
const REQUESTS: readonly RegExp[] = [
  /"?\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:\/\/[^/\s"]{1,200})?(\/[^\s"?]{0,300})/,
  /\bpath="?(\/[^\s"?]{0,300})/,
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\t[^\t]{1,200}\t(\/[^\t?]{0,300})/,
  /\bhandling request (\/[^\s?]{0,300})/,
  /"(?:path|uri|url|requestUrl|resourcePath|request_uri)": ?"(?:https?:\/\/[^/"]{1,200})?(\/[^"?]{0,300})/,
];
/** Where the lines of another program begin: `==> file <==`, `== /group ==`, the name of what is described. */
const HEADING = /^={2,3}>? (\S{1,200}) <?={2,3}$|^Name: {2,40}([a-z\d][a-z\d.-]{3,100})$/;
/** What a command shows: what stands after its verb, without flags and their values. */
const SHOWN = /(?:\b(?:describe|logs|get|top|inspect)| -u) (.{1,300})/;
const FLAG =
  /(?:^| )(?:-n|--namespace|-c|--context|--region|--project|-o|--output)[ =]\S{1,100}|(?:^| )--?\w\S{0,100}|\|.*$/g;
/** Whose line it is, in tables of pods, events, kernel logs and logs of tasks and services. */
const SUBJECTS: readonly RegExp[] = [
  /^ {0,4}(?:[a-z\d-]{1,60} {1,40})?([a-z\d][a-z\d.-]{3,100}) {1,60}\d{1,2}\/\d{1,2} {1,20}[A-Z]\w{3,40}\b/,
  /\b(?:pod|job|cronjob|replicaset|deployment|statefulset|daemonset)\/([a-z\d][a-z\d.-]{1,100})/i,
  /\bKilled process \d{1,9} \(([^)]{1,40})\)/,
  /\b([\w@.-]{1,80})\.service: /,
  /\b(?:task|for) ([\w.]{3,120})\[[\da-f-]{4,}/i,
];

const CARRIES =
  /stream|sse\b|events?\b|completion|generat|chat|agent|llm|\bask\b|answer|messages?\b|assistant|copilot|\bws\b|socket|convers|query|infer|prompt|\brag|bot\b|\brun/i;
const OTHER_WORK =
  /admin|embed|rerank|\bcron|index|export|\bbatch|ingest|report|upload|download|backup|nightly|cleanup|prune|thumbnail|finetun|jupyter|notebook|\betl|crawler|mailer|billing|invoice|\bbeat\b|scheduler|migrat|postgres|mysql|mongo|redis|rabbit|kafka|minio|qdrant|weaviate|milvus|clickhouse|airflow|grafana|prometheus|metrics|health|static|assets|favicon|webhook|login|\.(?:css|js|png|svg|ico|csv|xlsx|pdf)\b/i;

const requestIn = (text: string): string | null => {
  for (const pattern of REQUESTS) {
    const path = pattern.exec(text)?.[1];
    if (path !== undefined) return path;
  }
  return null;
};

const isOther = (name: string): boolean => OTHER_WORK.test(name) && !CARRIES.test(name);

const isOfOther = (text: string): boolean =>
  SUBJECTS.some((pattern) => {
    const subject = pattern.exec(text)?.[1];
    return subject !== undefined && isOther(subject);
  });

/** Of whom the lines below are told, where this one says so; a command that shows nobody's begins anew. */
function sourceIn(text: string): string | null {
  const [, heading, described] = HEADING.exec(text) ?? [];
  if (heading !== undefined || described !== undefined) return heading ?? described ?? "";
  if (!PROMPT.test(text)) return null;
  return (SHOWN.exec(text)?.[1] ?? "").replace(FLAG, " ").trim();
}

/**
 * The lines that may be about the stream. Where one request of a log plainly carries it, the others do not; where none
 * does, what is plainly other work does not.
 */
export function ofTheStream(lines: readonly Line[]): readonly Line[] {
  const paths = lines.map(({ text }) => requestIn(text));
  const asked = paths.filter((path) => path !== null);
  const isPlain = asked.some((path) => CARRIES.test(path));
  const isMixed = asked.some((path) => !isOther(path));
  let source = "";
  return lines.filter(({ text, before }, at) => {
    source = sourceIn(text) ?? source;
    if (isOther(before ?? "") || isOther(source) || isOfOther(text)) return false;
    const path = paths[at] ?? null;
    return path === null || (isPlain ? CARRIES.test(path) : !isMixed || !isOther(path));
  });
}
