import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CauseLinks } from "@/components/cause/cause-links";
import { PairSides, PairWhole } from "@/components/code/pair";
import { content } from "@/components/content";
import { Recording } from "@/components/proof/recording";
import { Says } from "@/components/ui/says";
import { Sources } from "@/components/ui/sources";
import { Reading } from "@/components/ui/reading";

interface Props {
  params: Promise<{ framework: string; pair: string }>;
}

const find = async (params: Props["params"]) => {
  const { framework, pair } = await params;
  return content().pairs.find(({ id }) => id === `${framework}/${pair}`) ?? notFound();
};

export const dynamicParams = false;
export const generateStaticParams = () =>
  content().pairs.map(({ id, framework }) => ({ framework, pair: id.slice(framework.length + 1) }));
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await find(params)).title.replaceAll("`", "") };
}

export default async function Page({ params }: Props) {
  const pair = await find(params);
  const { proofs } = content();
  const more =
    proofs.find((proof) => proof.kind === "pair" && proof.id === pair.id)?.scenarios.slice(1) ?? [];
  return (
    <Reading>
      <article className="prose wide">
        <p className="kicker">
          <span>
            <a href="/pairs/">Code pairs</a> / <code>{pair.id}</code>
          </span>
        </p>
        <h1>
          <Says text={pair.title} />
        </h1>
        <div data-fragment={`pairs/${pair.id}`}>
          <PairSides pair={pair} />
        </div>
        <div data-fragment={`pairs/${pair.id}/whole`}>
          <PairWhole pair={pair} />
        </div>
        {more.length > 0 && (
          <>
            <h2 id="recordings">Also run</h2>
            {more.map((scenario) => (
              <Recording key={scenario.scenario} scenario={scenario} judged />
            ))}
          </>
        )}
        <h2 id="causes">Cures</h2>
        <ul>
          <CauseLinks ids={pair.causes} />
        </ul>
        <h2 id="sources">Sources</h2>
        <Sources sources={pair.sources} />
      </article>
    </Reading>
  );
}
