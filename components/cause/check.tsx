import { Code } from "@/components/code/code";
import { Words } from "@/components/ui/markdown";
import { TeamTag } from "@/components/ui/team-tag";
import type { Check } from "@/lib/model/knowledge";

/** One check as it is read: what to run, where to look, and what each outcome means. */
export function CheckBody({ check, fragment = false }: { check: Check; fragment?: boolean }) {
  return (
    <>
      {check.team && (
        <p>
          <TeamTag />
        </p>
      )}
      <div className="stack-tight" data-fragment={fragment ? `checks/${check.id}` : undefined}>
        {check.run && (
          <Code code={check.run} lang={check.lang} title={check.lang === "sh" ? "shell" : check.lang} />
        )}
        <p>
          <Words inline>{check.look}</Words>
        </p>
      </div>
      <ul>
        {check.outcomes.map((outcome) => (
          <li key={outcome.id}>
            <Words inline>{outcome.label}</Words>
          </li>
        ))}
      </ul>
    </>
  );
}
