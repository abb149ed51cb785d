/** Hosts, addresses and people: which of them name somebody, and which only a product. */
import domains from "../../../content/domains.json";
import type { Domains } from "../../model/domains";

const { products, platforms, endings, maybe }: Domains = domains;
const ENDINGS = new Set(endings);
const MAYBE = new Set(maybe);
/** Endings of names that are reserved for examples and for one's own machine. */
const RESERVED = /(^|\.)(localhost|localdomain|example(\.(com|net|org))?|invalid|test)$/;

/** Beginnings of dotted names in source code. */
const CODE =
  /^(self|this|app|cls|os|sys|np|request|response|module|window|document|process|config|settings)\./;

export const HOST =
  /(?<![A-Za-z0-9_.-])(?<!(?<!\/)\/)(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,20}(?![A-Za-z0-9_(/.-]*\()(?![A-Za-z0-9_-])/g;

/** A platform's end of a host as a pattern; any region fits its `*`. */
const patternFor = (end: string): string => end.replaceAll(".", "\\.").replace("*", "[A-Za-z0-9-]{1,63}");

/** In the name of a file a host ends where the kind of the file begins: `chat.acme.com-access.log`. */
export const HOST_IN_NAME = new RegExp(
  `(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]{1,63}\\.){1,8}(?:${[...endings, ...platforms].map(patternFor).join("|")})(?![A-Za-z0-9])`,
  "gi",
);

/** The end of a name that is this platform's, without the region in it; null where it is none of its. */
function endOf(name: string, platform: string): string | null {
  const [start = "", end] = platform.split(".*");
  if (end === undefined) return name.endsWith(`.${platform}`) ? `.${platform}` : null;
  const rest = name.endsWith(end) ? name.slice(0, -end.length) : "";
  const above = rest.slice(0, Math.max(0, rest.lastIndexOf(".")));
  return above.endsWith(`.${start}`) ? `.${start}${end}` : null;
}

/** The part of a host that stays, with its dot, or null where all of it does. */
export function keptOfHost(host: string): string | null {
  const name = host.toLowerCase();
  const isBelow = (domain: string) => name === domain || name.endsWith(`.${domain}`);
  if (RESERVED.test(name) || products.some(isBelow) || platforms.includes(name)) return null;
  const [longest] = platforms
    .flatMap((platform) => endOf(name, platform) ?? [])
    .sort((one, other) => other.length - one.length);
  return longest ?? "";
}

/**
 * Whether a dotted name is a host at all.
 * @param before what stands before it
 */
export function isHost(found: string, before: string): boolean {
  const name = found.toLowerCase();
  const ending = name.slice(name.lastIndexOf(".") + 1);
  if (ENDINGS.has(ending)) return true;
  if (!MAYBE.has(ending)) return false;
  if (/(\/\/|@)$/.test(before)) return true;
  return found === name && !CODE.test(name) && (name.includes("-") || name.split(".").length > 2);
}

export const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g;
export const IPV6 = /(?<![A-Za-z0-9:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![A-Za-z0-9:])/gi;

/** Addresses that are the same everywhere: loopback, any, link-local, documentation, broadcast. */
const SAME_EVERYWHERE: readonly RegExp[] = [
  /^0\./,
  /^127\./,
  /^255\./,
  /^169\.254\./,
  /^192\.0\.2\./,
  /^198\.51\.100\./,
  /^203\.0\.113\./,
  /^22[4-9]\.|^23\d\./,
  /^::1?$/,
  /^fe80:/i,
  /^2001:0?db8:/i,
  /^ff0/i,
];

/** Whether an address names a machine of somebody. */
export function namesMachine(address: string): boolean {
  if (address.includes(":"))
    return (
      // A time of day has colons too.
      (address.includes("::") || address.split(":").length === 8) &&
      /[0-9a-f]/i.test(address) &&
      address.length > 6 &&
      !SAME_EVERYWHERE.some((range) => range.test(address))
    );
  return (
    address.split(".").every((part) => Number(part) <= 255) &&
    !SAME_EVERYWHERE.some((range) => range.test(address))
  );
}

export const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,20}/g;
