import { content } from "@/components/content";
import { CopyButton } from "@/components/ui/copy-button";
import { valuesOf } from "@/lib/model/questions";

/** The questions that a builder asks, in the order of the address. */
const ASKED = ["framework", "hosting", "proxy", "symptom"] as const;

/**
 * Choose what the alert knows; the plain module makes the link and puts it into every example. Not shown
 * without script.
 */
export function Builder() {
  const { questions, products, symptoms, runbooks } = content();
  const asked = ASKED.flatMap((id) => questions.filter((question) => question.id === id));
  return (
    <>
      <form data-builder="" className="builder needs-js" aria-label="Build a link">
        {asked.map((question) => (
          <label key={question.id}>
            {question.short}
            <select className="field" name={question.id} defaultValue={runbooks.example[question.id] ?? ""}>
              <option value="">Leave it out</option>
              {valuesOf(question, { symptoms, products })?.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          The alert fills in
          <select className="field" name="fills" defaultValue="after">
            <option value="after">after: seconds to the cut</option>
            <option value="silence">silence: seconds without a byte</option>
            <option value="">Nothing</option>
          </select>
        </label>
        <div className="code">
          <header>
            <b data-built-title="">Your link, with 60 for the value</b>
            <CopyButton />
          </header>
          <pre tabIndex={0} className="message">
            <output data-built="">
              <span className="line" data-runbook-link="60" />
            </output>
          </pre>
        </div>
        <p>
          <a data-try="" className="btn" href="/">
            Open it
          </a>{" "}
          <span className="small soft">The examples below hold your link now.</span>
        </p>
      </form>
      <p className="without-js">
        The builder needs JavaScript. Without it, take the values from <a href="#parameters">the table</a> and
        put them into an example.
      </p>
    </>
  );
}
