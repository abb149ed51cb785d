import { content } from "@/components/content";
import { Says } from "@/components/ui/says";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { FRAMEWORK, SERVING } from "@/lib/model/content";

export const metadata = metadataOf("pairs");

export default function Page() {
  const { pairs, products } = content();
  const groups = [
    ...(products[FRAMEWORK] ?? []).map(({ id, name }) => ({ id, name })),
    { id: SERVING, name: "Any framework" },
  ];
  return (
    <Listing
      title="Broken and fixed, side by side"
      lead="Whole, runnable programs. The change between the two sides is what matters."
    >
      {groups
        .filter(({ id }) => pairs.some((pair) => pair.framework === id))
        .map((group) => (
          <section key={group.id}>
            <h2 id={group.id}>{group.name}</h2>
            <ul className="grid-list">
              {pairs
                .filter((pair) => pair.framework === group.id)
                .map((pair) => (
                  <li key={pair.id}>
                    <a href={`/pairs/${pair.id}/`}>
                      <Says text={pair.title} />
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </Listing>
  );
}
