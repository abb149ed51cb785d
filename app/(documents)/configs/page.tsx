import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { PageParts } from "@/components/page/page-parts";

export const metadata = metadataOf("configs");

export default function Page() {
  return (
    <Listing
      title="Let the stream through"
      lead="One real config for each product; where a product can't be set, its limit and the way around."
    >
      <p>
        Then give <a href="#budget">each hop a budget</a>, and{" "}
        <a href="#before-you-go-live">test behind the real parts</a> before you go live.
      </p>
      <ul className="grid-list">
        {content().configs.map((config) => (
          <li key={config.id}>
            <a href={`/configs/${config.id}/`}>{config.name}</a>
            <p className="small soft">{config.title}</p>
          </li>
        ))}
      </ul>
      <PageParts of="configs" />
    </Listing>
  );
}
