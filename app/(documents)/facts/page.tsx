import { content } from "@/components/content";
import { Words } from "@/components/ui/markdown";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { Says } from "@/components/ui/says";

export const metadata = metadataOf("facts");

export default function Page() {
  return (
    <Listing
      title="Measured, not remembered"
      lead="What a setting really does: one program, run for real under two settings, with the recording of both."
    >
      <ul className="grid-list">
        {content().facts.map((fact) => (
          <li key={fact.id}>
            <a href={`/facts/${fact.id}/`}>
              <Says text={fact.title} />
            </a>
            <p className="small soft">
              <Words inline>{fact.statement}</Words>
            </p>
          </li>
        ))}
      </ul>
    </Listing>
  );
}
