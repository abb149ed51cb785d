import { content } from "@/components/content";
import { ExcerptsMeta } from "@/components/copy-as/excerpts-meta";
import { LimitsTable } from "@/components/limits/limits-table";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { Notes } from "@/components/team/team";

export const metadata = metadataOf("limits");

export default function Page() {
  return (
    <Listing
      section="Limits"
      title="What fires, and when"
      lead="Every limit on the path, what its clock counts, and what one sees when it fires."
    >
      <ExcerptsMeta document="limits" />
      <LimitsTable limits={content().limits} products={content().products} />
      <Notes notes={content().notes.filter(({ products }) => products.length > 0)} />
    </Listing>
  );
}
