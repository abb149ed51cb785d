/** Lines of a log that belong to other work than the stream: another request, another program of the same paste. */
import type { Line } from "./given";

/** The path of a request, as access logs and routers write it. */
const REQUESTS: readonly RegExp[] = [
  /"?\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?:\/\/[^/\s"]{1,200})?(\/[^\s"?]{0,300})/,
  /\bpath="?(\/[^\s"?]{0,300})/,
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\t[^\t]{1,200}\t(\/[^\t?]{0,300})/,
  /\bhandling request (\/[^\s?]{0,300})/,
  /"(?:path|uri|url|requestUrl|resourcePath|request_uri)": ?"(?:https?:\/\/[^/"]{1,200})?(\/[^"?]{0,300})/,
];
/** Where the lines of another program begin: `==> file <==`, `== /group ==`. */
const HEADING = /^={2,3}>? (\S{1,200}) <?={2,3}$/;

const CARRIES =
  /stream|sse\b|events?\b|completion|generat|chat|agent|llm|\bask\b|answer|messages?\b|assistant|copilot|\bws\b|socket|convers|query|infer|prompt|\brag|bot\b|\brun/i;
const OTHER_WORK =
  /admin|embed|rerank|\bcron|index|export|\bbatch|ingest|report|upload|download|backup|\bbeat\b|scheduler|migrat|postgres|redis|grafana|prometheus|metrics|health|static|assets|favicon|webhook|login|\.(?:css|js|png|svg|ico|csv|xlsx|pdf)\b/i;

const requestIn = (text: string): string | null => {
  for (const pattern of REQUESTS) {
    const path = pattern.exec(text)?.[1];
    if (path !== undefined) return path;
  }
  return null;
};

const isOther = (name: string): boolean => OTHER_WORK.test(name) && !CARRIES.test(name);

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
    source = HEADING.exec(text)?.[1] ?? source;
    if (isOther(before ?? "") || isOther(source)) return false;
    const path = paths[at] ?? null;
    return path === null || (isPlain ? CARRIES.test(path) : !isMixed || !isOther(path));
  });
}
