/** Excerpts for the desk: the fragments of a document say where its data is, as the document itself does. */
import { excerptFrom } from "@/components/copy-as/fetch";
import type { Excerpt } from "@/lib/share/excerpt";
import { verdictExcerpt, type VerdictParts } from "@/lib/share/verdict";
import { fragmentsOf } from "./fragment.client";

/** @param document path of a document, such as `checks` */
const excerptOf = async (document: string, href: string): Promise<Excerpt> =>
  excerptFrom(await fragmentsOf(document), href);

export const checkHref = (id: string): string => `/checks/#${id}`;

export const checkExcerpt = (id: string): Promise<Excerpt> => excerptOf("checks", checkHref(id));

/** @param next id of the check that comes next, or null where none is left */
export async function excerptOfVerdict(
  parts: Omit<VerdictParts, "cause" | "check">,
  next: string | null,
): Promise<Excerpt> {
  const { id } = parts.top;
  const [cause, check] = await Promise.all([
    excerptOf(`causes/${id}`, `/causes/${id}/`),
    next === null ? null : checkExcerpt(next),
  ]);
  return verdictExcerpt({ ...parts, cause, check });
}
