import { CauseLinks } from "@/components/cause/cause-links";
import { Code } from "@/components/code/code";
import { content } from "@/components/content";
import { Words } from "@/components/ui/markdown";
import { ProofLine } from "@/components/proof/proof-line";
import { Recording } from "@/components/proof/recording";
import { Says } from "@/components/ui/says";
import { Sources } from "@/components/ui/sources";
import { shownCommand } from "@/lib/text/placeholders";
import type { Fact } from "@/lib/content/load";

/** Languages by the ending of a file. */
const LANGUAGES: Readonly<Record<string, string>> = { py: "python", conf: "nginx", yaml: "yaml" };

/** The two settings, and the files that they ran. */
function Programs({ fact }: { fact: Fact }) {
  return (
    <>
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
          <Code code={text} lang={LANGUAGES[name.split(".").at(-1) ?? ""] ?? "text"} title={<b>{name}</b>} />
        </details>
      ))}
    </>
  );
}

/** A measured fact as a document. */
export function FactPage({ fact }: { fact: Fact }) {
  const { proofs, limits } = content();
  const proof = proofs.find(({ kind, id }) => kind === "fact" && id === fact.id);
  return (
    <article className="prose wide">
      <p className="kicker">
        <span>
          <a href="/facts/">Measured facts</a> / <code>{fact.id}</code>
        </span>
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
      <Programs fact={fact} />
      <h2 id="causes">Bears on</h2>
      <ul>
        <CauseLinks ids={fact.causes} />
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
      <Sources sources={fact.sources} />
    </article>
  );
}
