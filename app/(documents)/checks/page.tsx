import { CheckBody } from "@/components/cause/check";
import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { Share } from "@/components/ui/share";

export const metadata = metadataOf("checks");

export default function Page() {
  return (
    <Listing
      title="Checks that tell causes apart"
      lead="Each is a command, what to look at, and what it can show. In the diagnosis, a result moves the ranking."
    >
      {content().checks.map((check) => (
        <section
          key={check.id}
          className="stack"
          data-shared="check"
          data-check={check.id}
          data-team={check.team ? "" : undefined}
        >
          <h2 id={check.id}>{check.title}</h2>
          <CheckBody check={check} fragment />
          <Share what={check.title} />
        </section>
      ))}
    </Listing>
  );
}
