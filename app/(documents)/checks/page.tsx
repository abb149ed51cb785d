import { CheckBody } from "@/components/cause/check";
import { content } from "@/components/content";
import { ExcerptsMeta } from "@/components/copy-as/excerpts-meta";
import { CopyAs } from "@/components/copy-as/menu";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";

export const metadata = metadataOf("checks");

export default function Page() {
  return (
    <Listing
      title="Checks that tell causes apart"
      lead="Each is a command, what to look at, and what it can show. In the diagnosis, a result moves the ranking."
    >
      <ExcerptsMeta document="checks" />
      {content().checks.map((check) => (
        <section
          key={check.id}
          className="stack"
          data-check={check.id}
          data-team={check.team ? "" : undefined}
        >
          <h2 id={check.id}>{check.title}</h2>
          <CheckBody check={check} fragment />
          <CopyAs what={check.title} excerpt={`/checks/#${check.id}`} />
        </section>
      ))}
    </Listing>
  );
}
