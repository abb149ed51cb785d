import { content } from "@/components/content";
import { Mdx } from "@/components/mdx/mdx";
import { Says } from "@/components/ui/says";
import { Sources } from "@/components/ui/sources";
import { TeamNotes } from "@/components/team/team";
import type { Guide } from "@/lib/model/content";
import { Configs, NearGuides, Others, verdictOf } from "./ways-on";

/** The h2 of a guide, with the anchors that its page gives them. */
export function guideSections({ framework, body }: Guide): { id: string; title: string }[] {
  return [
    ...body.sections.filter(({ depth }) => depth === 2).map(({ id, title }) => ({ id, title })),
    { id: "causes", title: "Causes, the most common first" },
    ...(framework === undefined
      ? [{ id: "others", title: "Guides beside this one" }]
      : [
          { id: "configs", title: "Configs of more places" },
          { id: "others", title: "The other guides" },
        ]),
    { id: "sources", title: "Sources" },
  ];
}

/** The causes of a guide: its own list, then what its text names besides. */
function causesOf({ causes, body }: Guide): string[] {
  const named = [...body.text.matchAll(/\]\(\/causes\/([\w-]+)\//g)].map(([, id = ""]) => id);
  return [...new Set([...causes, ...named])];
}

/** Where a framework runs, and the guides of the others. */
function FrameworkWays({ guide, framework }: { guide: Guide; framework: string }) {
  return (
    <>
      <h2 id="configs">Configs of more places</h2>
      <Configs framework={framework} text={guide.body.text} />
      <h2 id="others">The other guides</h2>
      <Others framework={framework} />
    </>
  );
}

/** A guide as a document. */
export function GuidePage({ guide }: { guide: Guide }) {
  const { causes } = content();
  return (
    <article className="prose">
      <p className="kicker">
        <span>
          <a href="/guides/">Guides</a> / checked {guide.checked} against{" "}
          {Object.entries(guide.versions)
            .map(([name, version]) => `${name} ${version}`)
            .join(", ")}
        </span>
      </p>
      <h1>{guide.title}</h1>
      <p className="lead">
        <Says text={guide.lead} />
      </p>
      <p className="no-print">
        <a className="btn solid" href={verdictOf(guide)}>
          Diagnose a broken stream
        </a>
      </p>
      <TeamNotes place="guides" id={guide.id} />
      <Mdx source={guide.body.text} />
      <h2 id="causes">Causes, the most common first</h2>
      <ol className="grid-list">
        {causesOf(guide)
          .flatMap((id) => causes.filter((cause) => cause.id === id))
          .map((cause) => (
            <li key={cause.id}>
              <a href={`/causes/${cause.id}/`}>{cause.title}</a>
            </li>
          ))}
      </ol>
      {guide.framework === undefined ? (
        <>
          <h2 id="others">Guides beside this one</h2>
          <NearGuides guide={guide} />
        </>
      ) : (
        <FrameworkWays guide={guide} framework={guide.framework} />
      )}
      <h2 id="sources">Sources</h2>
      <Sources sources={guide.sources} />
    </article>
  );
}
