/** An address of a case in which an alerting tool fills in one value. */

/**
 * A value that the tool fills in: the question that it answers, and the tool's own text for it, left as it
 * is.
 */
export interface FilledIn {
  question: string;
  as: string;
}

/**
 * The address: answers that are known, then the value.
 * @param site origin of the site, without a slash at its end
 */
export function alertLink(
  site: string,
  answers: Readonly<Record<string, string>>,
  filled: FilledIn | null,
): string {
  const known = Object.entries(answers)
    .filter(([question, value]) => value !== "" && question !== filled?.question)
    .map(([question, value]) => `${question}=${value.split(",").map(encodeURIComponent).join(",")}`);
  const parts = filled ? [...known, `${filled.question}=${filled.as}`] : known;
  return parts.length > 0 ? `${site}/#${parts.join("&")}` : `${site}/`;
}

/** The pieces of an example's code: texts, and between them the places of the link. */
export function linkPlaces(code: string, value: string): string[] {
  return code.replaceAll("{value}", () => value).split("{link}");
}
