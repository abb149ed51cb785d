import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Code } from "@/components/code/code";
import { content } from "@/components/content";
import { Words } from "@/components/mdx/markdown";
import { ProofLine, Recording } from "@/components/proof/recording";
import { Reading } from "@/components/ui/reading";
import { Says } from "@/components/ui/says";
import { shownCommand } from "@/lib/text/placeholders";

interface Props {
  params: Promise<{ id: string }>;
}

const find = async (params: Props["params"]) => {
  const { id } = await params;
  return content().facts.find((fact) => fact.id === id) ?? notFound();
};

export const dynamicParams = false;
export const generateStaticParams = () => content().facts.map(({ id }) => ({ id }));
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, statement } = await find(params);
  return { title: title.replaceAll("`", ""), description: statement.replaceAll("`", "") };
}

const LANGUAGES: Readonly<Record<string, string>> = { py: "python", conf: "nginx", yaml: "yaml" };

export default async function Page({ params }: Props) {
  const fact = await find(params);
  const { causes, proofs, limits } = content();
  const proof = proofs.find(({ kind, id }) => kind === "fact" && id === fact.id);
  return (
    <Reading>
      <article className="prose wide">
        <p className="kicker">
          <a href="/facts/">Measured facts</a> / <code>{fact.id}</code>
        </p>
        <h1>
          <Says text={fact.title} />
        </h1>
        <p className="lead">
          <Words inline>{fact.statement}</Words>
        </p>
        {proof?.scenarios.map((scenario) => (
          <Recording key={scenario.scenario} scenario={scenario} judged={false} />
        ))}
        {proof && <ProofLine proof={proof} />}
        <h2 id="programs">What ran</h2>
        <ul>
          {[fact.first, fact.second].map((setting) => (
            <li key={setting.says}>
              <Words inline>{setting.says}</Words>: <code>{shownCommand(setting.run)}</code>
              {setting.through && <> behind {setting.through.proxy}</>}
            </li>
          ))}
        </ul>
        {Object.entries(fact.texts).map(([name, text]) => (
          <details key={name} className="tabs">
            <summary>{name}</summary>
            <Code
              code={text}
              lang={LANGUAGES[name.split(".").at(-1) ?? ""] ?? "text"}
              title={<b>{name}</b>}
            />
          </details>
        ))}
        <h2 id="causes">Bears on</h2>
        <ul>
          {causes
            .filter(({ id }) => fact.causes.includes(id))
            .map((cause) => (
              <li key={cause.id}>
                <a href={`/causes/${cause.id}/`}>{cause.title}</a>
              </li>
            ))}
          {limits
            .filter(({ id }) => fact.limits.includes(id))
            .map((limit) => (
              <li key={limit.id}>
                <a href={`/limits/#${limit.id}`}>
                  {limit.product}: {limit.setting}
                </a>
              </li>
            ))}
        </ul>
        <h2 id="sources">Sources</h2>
        <ul>
          {fact.sources.map((source) => (
            <li key={source.url}>
              <a href={source.url}>{source.title}</a>
            </li>
          ))}
        </ul>
      </article>
    </Reading>
  );
}
