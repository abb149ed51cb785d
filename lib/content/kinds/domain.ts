/** Which domains name only a product, for the redaction. `lib/text/redact/` has this file by import, so that no page can be without it. */
import * as v from "valibot";
import type { Domains } from "../../model/domains";
import type { Kind } from "./kind";

const FILE = "domains.json";

/** A list of names that look like this. */
const listOf = (pattern: RegExp, says: string) => v.array(v.pipe(v.string(), v.regex(pattern, says)));

const DOMAIN = "must be a domain in lower case, without a dot at its ends";
const endings = listOf(/^[a-z]{2,20}$/, "must be one part of a domain, in lower case");

export const domainsSchema = v.strictObject({
  products: listOf(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, DOMAIN),
  platforms: listOf(
    /^[a-z0-9-]+(\.\*)?(\.[a-z0-9-]+)*$/,
    `${DOMAIN}; \`*\` after the first part is a region`,
  ),
  endings,
  maybe: endings,
});

/** What stands twice, in one list or in two that say different things of it. */
function twice(all: Domains): string[] {
  const pairs = [
    ["products", "platforms"],
    ["endings", "maybe"],
  ] as const;
  return pairs.flatMap((lists) => {
    const seen = new Set<string>();
    return lists.flatMap((list) =>
      all[list].flatMap((one) => {
        if (seen.has(one)) return [`content/${FILE}: field "${list}": "${one}" stands there twice.`];
        seen.add(one);
        return [];
      }),
    );
  });
}

/** A domain whose ending is in no list is not taken for a host, and would say nothing. */
function unheard({ products, platforms, endings: sure, maybe }: Domains): string[] {
  const known = new Set([...sure, ...maybe]);
  return [...products, ...platforms]
    .map((domain) => ({ domain, ending: domain.slice(domain.lastIndexOf(".") + 1) }))
    .filter(({ ending }) => !known.has(ending))
    .map(
      ({ domain, ending }) =>
        `content/${FILE}: the ending of "${domain}" is in no list: add "${ending}" to "endings".`,
    );
}

export const domain: Kind = {
  files: [FILE],
  read: (reader, content) => {
    content.domains = reader.one(domainsSchema, FILE) ?? content.domains;
  },
  mistakes: ({ domains: all }) => [...twice(all), ...unheard(all)],
};
