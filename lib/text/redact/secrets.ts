/** Secrets that a text may hold, each with the sign by which it is known. A pattern is bounded, so that none can hang. */

export interface SecretPattern {
  /** What stands in its place, between brackets. */
  as: string;
  /** The named group `secret` is what is replaced; without one, all of it. */
  match: RegExp;
}

const WORD = "[A-Za-z0-9_-]";
/** Keys of providers, by their own beginnings. */
const KEYS: readonly (readonly [as: string, pattern: string])[] = [
  ["api-key", `sk-ant-${WORD}{16,200}`],
  ["api-key", `sk-(?:proj-|svcacct-|or-v1-|lf-)?${WORD}{16,200}`],
  ["api-key", `(?:pk|rk|sk)_(?:live|test)_[A-Za-z0-9]{16,200}`],
  ["api-key", `gsk_[A-Za-z0-9]{20,100}`],
  ["api-key", `xai-${WORD}{20,200}`],
  ["api-key", `pplx-[A-Za-z0-9]{20,100}`],
  ["api-key", `r8_[A-Za-z0-9]{20,100}`],
  ["api-key", `lsv2_(?:pt|sk)_[A-Za-z0-9_]{20,100}`],
  ["api-key", `(?:AIza)${WORD}{30,60}`],
  ["api-key", `ya29\\.${WORD}{20,400}`],
  ["aws-key", `(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}`],
  ["aws-key", `ABSK[A-Za-z0-9+/=]{40,200}`],
  ["token", `hf_[A-Za-z0-9]{20,100}`],
  ["token", `gh[pousr]_[A-Za-z0-9]{20,255}`],
  ["token", `github_pat_[A-Za-z0-9_]{20,255}`],
  ["token", `glpat-${WORD}{16,100}`],
  ["token", `npm_[A-Za-z0-9]{30,60}`],
  ["token", `pypi-${WORD}{30,300}`],
  ["token", `xox[abeoprs]-[A-Za-z0-9-]{10,250}`],
  ["token", `xapp-[A-Za-z0-9-]{20,250}`],
  ["token", `dop_v1_[a-f0-9]{40,80}`],
  ["token", `SG\\.${WORD}{16,40}\\.${WORD}{20,80}`],
  ["token", `hvs\\.${WORD}{20,200}`],
  ["token", `dckr_pat_${WORD}{20,60}`],
];

/** A value up to a blank, a quote or what ends it in a config or an address. */
const VALUE = "(?<secret>[^\\s\"'`,;&<>(){}\\[\\]\\\\]{4,4000})";
const IS = "[\"']?\\s{0,4}(?:=>|[:=])\\s{0,4}";
/** Names whose value is a secret, with other words around them. */
const NAMES =
  "[A-Za-z0-9_.-]{0,40}(?:api[_-]?key|apikey|secret|passwd|password|passphrase|private[_-]?key|access[_-]?key|" +
  "(?:access|auth|bearer|refresh|session|id|bot|api|service|account|client|security)[_-]?token)";
/** Names that mean a secret only where the value looks like one: models and parsers have tokens too. */
const MAYBE = "(?:[A-Za-z0-9_.-]{0,40}[_-])?(?:token|pwd|sig|signature|key|credential)";
const LOOKS_LIKE_ONE = "(?=[A-Za-z_+/=.~-]{0,60}\\d)(?=[^\\s\"'`,;&<>(){}\\[\\]\\\\]{16})";

const withName = (name: string, value: string): RegExp =>
  new RegExp(`(?<![A-Za-z0-9])${name}${IS}["']?${value}(?!\\()`, "dgi");

/** Secrets, the surest first. */
export const SECRETS: readonly SecretPattern[] = [
  {
    as: "pem",
    // One that is cut off ends where the next begins: else each would be looked through up to the last.
    match:
      /-----BEGIN [A-Z0-9 ]{2,40}-----(?:(?:(?!-----BEGIN)[A-Za-z0-9+/=\s\\,:-]){0,20000}?(?:-----END [A-Z0-9 ]{2,40}-----|(?=-----BEGIN))|(?:\s{1,4}[A-Za-z0-9+/=]{20,100}){0,400})/dg,
  },
  { as: "jwt", match: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{2,8000}(?:\.[A-Za-z0-9_-]{0,4000})?/dg },
  ...KEYS.map(([as, pattern]) => ({ as, match: new RegExp(`(?<![A-Za-z0-9_])${pattern}`, "dg") })),
  // Whoever and with which password, in an address: redis://user:secret@host.
  { as: "password", match: /:\/\/[^\s/:@"'[\]]{0,100}:(?<secret>[^\s/@"'[\]]{1,300})@/dg },
  { as: "user", match: /:\/\/(?<secret>[^\s/:@"'[\]]{1,100})(?::[^\s/@"']{1,300})?@/dg },
  {
    as: "token",
    match: new RegExp(
      `\\b(?:proxy-)?authorization${IS}["']?(?:(?:bearer|basic|token|apikey|digest|negotiate)\\s{1,4})?${VALUE}`,
      "dgi",
    ),
  },
  { as: "token", match: new RegExp(`\\bbearer\\s{1,4}${LOOKS_LIKE_ONE}${VALUE}`, "dgi") },
  { as: "cookie", match: /\b(?:set-)?cookie["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[^\r\n"'[]{3,8000})/dgi },
  { as: "secret", match: withName(NAMES, VALUE) },
  { as: "secret", match: withName(MAYBE, LOOKS_LIKE_ONE + VALUE) },
];

/** A value that only stands for one, an expression, or what was put in a secret's place before. */
export const isStandIn = (text: string): boolean =>
  /^[$%{<[*]/.test(text) ||
  /^(?:bearer|basic|token|apikey|digest|negotiate|null|none|true|false|undefined|str|string|x{3,}|\*+|\.{3}|changeme|required|optional)$/i.test(
    text,
  ) ||
  /^(?:os|env|process|settings|config|self|secrets?|var|local|data|module|this|request|req)\./i.test(text);
