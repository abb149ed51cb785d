import { content } from "@/components/content";
import { Listing } from "@/components/ui/listing";
import { metadataOf } from "@/components/ui/metadata";
import { Says } from "@/components/ui/says";
import { GUIDE_GROUPS, type Guide } from "@/lib/model/content";

export const metadata = metadataOf("guides");

function Guides({ guides }: { guides: readonly Guide[] }) {
  return (
    <ul className="grid-list">
      {guides.map(({ id, title, lead }) => (
        <li key={id}>
          <a href={`/guides/${id}/`}>{title}</a>
          <p className="small soft">
            <Says text={lead} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The guides of what stands between model and reader, in the order of the path. */
function Between() {
  return GUIDE_GROUPS.map(({ id, name }) => ({
    id,
    name,
    guides: content().guides.filter(({ group }) => group === id),
  }))
    .filter(({ guides }) => guides.length > 0)
    .map(({ id, name, guides }) => (
      <section key={id} aria-labelledby={id}>
        <h3 id={id}>{name}</h3>
        <Guides guides={guides} />
      </section>
    ));
}

export default function Page() {
  return (
    <Listing
      section="Guides"
      title="Streaming, part by part"
      lead="Today's API with its version, what breaks most, how to debug it, and where common advice is wrong."
    >
      <h2 id="frameworks">Frameworks</h2>
      <Guides guides={content().guides.filter(({ framework }) => framework !== undefined)} />
      <h2 id="between">What stands between</h2>
      <p>A framework is one part of the path. The rest, in the order in which a token meets it:</p>
      <Between />
    </Listing>
  );
}
