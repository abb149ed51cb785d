import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";

export const metadata = metadataOf("configs");

export default function Page() {
  return (
    <Listing
      title="Let the stream through"
      lead="One real config for each product; where a product can't be set, its limit and the way around."
    >
      <ul className="grid-list">
        {content().configs.map((config) => (
          <li key={config.id}>
            <a href={`/configs/${config.id}/`}>{config.name}</a>
            <p className="small soft">{config.title}</p>
          </li>
        ))}
      </ul>
    </Listing>
  );
}
