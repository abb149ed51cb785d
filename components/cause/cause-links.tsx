import { content } from "@/components/content";

/** Causes by their ids, in the order of the list of causes, as items of a list. */
export function CauseLinks({ ids }: { ids: readonly string[] }) {
  return content()
    .causes.filter(({ id }) => ids.includes(id))
    .map((cause) => (
      <li key={cause.id}>
        <a href={`/causes/${cause.id}/`}>{cause.title}</a>
      </li>
    ));
}
