import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfigParts } from "@/components/code/config";
import { content } from "@/components/content";
import { ProofLine, Recording } from "@/components/proof/recording";
import { Words } from "@/components/mdx/markdown";
import { Reading } from "@/components/ui/reading";
import { TeamTag } from "@/components/ui/team-tag";

interface Props {
  params: Promise<{ product: string }>;
}

const find = async (params: Props["params"]) => {
  const { product } = await params;
  return content().configs.find(({ id }) => id === product) ?? notFound();
};

export const dynamicParams = false;
export const generateStaticParams = () => content().configs.map(({ id }) => ({ product: id }));
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const config = await find(params);
  return { title: `${config.name}: ${config.title}`, description: config.summary };
}

export default async function Page({ params }: Props) {
  const config = await find(params);
  const { limits, causes, proofs } = content();
  const proof = proofs.find(({ kind, id }) => kind === "config" && id === config.id);
  const own = limits.filter((limit) => limit.on === config.product);
  return (
    <Reading>
      <article className="prose wide">
        <p className="kicker">
          <a href="/configs/">Configs</a> / {config.name}
        </p>
        <h1>{config.title}</h1>
        <div data-fragment={`configs/${config.id}`}>
          <ConfigParts config={config} />
        </div>
        {proof && (
          <>
            <h2 id="run">What was run</h2>
            <ProofLine proof={proof} />
            {proof.parts && proof.parts.length > 1 && (
              <ul>
                {proof.parts.map((part) => (
                  <li key={part.file}>
                    <code>{part.file}</code>: {part.state}
                    {part.by && (
                      <>
                        . <Words inline>{part.by}</Words>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {proof.scenarios.map((scenario) => (
              <Recording key={scenario.scenario} scenario={scenario} judged />
            ))}
            {proof.mutations && proof.mutations.length > 0 && (
              <>
                <h3>Each line taken out alone</h3>
                <ul>
                  {proof.mutations.map((mutation) => (
                    <li key={mutation.what}>
                      <code>{mutation.what}</code>:{" "}
                      {mutation.outcome === "fails"
                        ? "without it the claim fails"
                        : "a defence; nothing above changes without it"}
                      {mutation.says && (
                        <>
                          . <Words inline>{mutation.says}</Words>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        {own.length > 0 && (
          <>
            <h2 id="limits">Its limits</h2>
            <ul className="long">
              {own.map((limit) => (
                <li key={limit.id}>
                  <a href={`/limits/#${limit.id}`}>{limit.setting}</a>: {limit.value}
                  {limit.team && (
                    <>
                      {" "}
                      <TeamTag />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 id="causes">Cures</h2>
        <ul>
          {causes
            .filter(({ id }) => config.causes.includes(id))
            .map((cause) => (
              <li key={cause.id}>
                <a href={`/causes/${cause.id}/`}>{cause.title}</a>
              </li>
            ))}
        </ul>
        <h2 id="sources">Sources</h2>
        <ul>
          {config.sources.map((source) => (
            <li key={source.url}>
              <a href={source.url}>{source.title}</a>
            </li>
          ))}
        </ul>
      </article>
    </Reading>
  );
}
