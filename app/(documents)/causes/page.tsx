import { BySymptom } from "@/components/cause/by-symptom";
import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { PageParts } from "@/components/page/page-parts";
import { Says } from "@/components/ui/says";

export const metadata = metadataOf("causes");

export default function Page() {
  const { layers, causes } = content();
  return (
    <Listing
      section="Causes"
      title="Every way a stream breaks"
      lead="In the order in which a token meets them. Each page starts with how to prove it."
    >
      <p>
        Or go <a href="#symptoms">by what you see</a>, <a href="#no-message">by the line in your log</a>, or{" "}
        <a href="#only-in-production">from your machine outwards</a>.
      </p>
      {layers.map((layer) => (
        <section key={layer.id}>
          <h2 id={layer.id}>{layer.name}</h2>
          <ul className="grid-list">
            {causes
              .filter((cause) => cause.layer === layer.id)
              .map((cause) => (
                <li key={cause.id}>
                  <a href={`/causes/${cause.id}/`}>{cause.title}</a>
                  <p className="small soft">
                    <Says text={cause.lead} />
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <BySymptom />
      <PageParts of="causes" />
    </Listing>
  );
}
