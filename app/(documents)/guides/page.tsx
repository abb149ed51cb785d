import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { Says } from "@/components/ui/says";

export const metadata = metadataOf("guides");

export default function Page() {
  return (
    <Listing
      section="Guides"
      title="Streaming, framework by framework"
      lead="Today's API with its version, what breaks most, how to debug it, and where common advice is wrong."
    >
      <ul className="grid-list">
        {content().guides.map((guide) => (
          <li key={guide.framework}>
            <a href={`/guides/${guide.framework}/`}>{guide.title}</a>
            <p className="small soft">
              <Says text={guide.lead} />
            </p>
          </li>
        ))}
      </ul>
    </Listing>
  );
}
