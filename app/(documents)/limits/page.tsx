import type { Metadata } from "next";
import { content } from "@/components/content";
import { LimitsTable } from "@/components/limits/limits-table";
import { Listing } from "@/components/ui/listing";
import { Notes } from "@/components/ui/team";

export const metadata: Metadata = { title: "Limits", description: "Every timeout, size and buffering rule between a model and its reader: value, what its clock counts, what one sees." };

export default function Page() {
  return (
    <Listing section="Limits" title="What fires, and when" lead="Every limit on the path, what its clock counts, and what one sees when it fires.">
      <LimitsTable limits={content().limits} />
      <Notes notes={content().notes.filter(({ products }) => products.length > 0)} />
    </Listing>
  );
}
