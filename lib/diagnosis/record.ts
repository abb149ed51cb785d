/** Incident records (JSON Lines) as answers: the labels that a record may carry, and nothing that gives the answer away. */
import type { Answers } from "../model/answers";

const FIELDS: Readonly<Record<string, string>> = {
  framework: "framework",
  hosting: "hosting",
  server: "server",
  symptom: "symptom",
};

/** Answers of one record. Missing, null and malformed fields are taken as not said. */
export function answersOf(record: Readonly<Record<string, unknown>>): Answers {
  const answers: Record<string, string[]> = {};
  for (const [field, question] of Object.entries(FIELDS)) {
    const value = record[field];
    if (typeof value === "string" && value !== "") answers[question] = [value];
  }
  const proxy = record["proxy"];
  const proxies = (Array.isArray(proxy) ? proxy : [proxy]).filter(
    (value): value is string => typeof value === "string" && value !== "",
  );
  if (proxies.length > 0) answers["proxy"] = proxies;
  const after = record["cut_after_s"];
  if (typeof after === "number" && Number.isFinite(after) && after >= 0) answers["after"] = [String(after)];
  return answers;
}
