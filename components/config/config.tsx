import { CodeWords } from "@/components/ui/code-words";
import { Words } from "@/components/ui/markdown";
import { CopyButton } from "@/components/ui/copy-button";
import { TeamNotes } from "@/components/team/team";
import type { Config } from "@/lib/content/load";
import { Code, Line } from "../code/code";
import { cutAtFields } from "../code/fields";
import { tokens, type Token } from "../code/highlight";

type File = Config["files"][number];

/**
 * A line with its named values in spans that the desk can fill: class, then what it is and how it is
 * written.
 */
function FieldLine({
  parts,
  fields,
  marked,
}: {
  parts: readonly Token[];
  fields: File["fields"];
  marked: boolean;
}) {
  if (fields.length === 0) return <Line parts={parts} className={marked ? "decisive" : ""} />;
  const text = parts.map((part) => part.text).join("");
  return <span className={`line ${marked ? "decisive" : ""}`.trim()}>{cutAtFields(text, fields)}</span>;
}

/** Reasons in the order of the lines that they are about. */
const inOrder = (why: File["why"], text: string): File["why"] =>
  [...why].sort((a, b) => text.indexOf(a.text) - text.indexOf(b.text));

async function ConfigFile({ file, text }: { file: File; text: string }) {
  const lines = await tokens(text, file.lang);
  const marks = file.why.map((reason) => reason.text);
  return (
    <div className="stack-tight config-file">
      <p className="small soft">
        <Words inline>{file.where}</Words>
      </p>
      <div className="code">
        <header>
          <b>{file.title}</b>
          <CopyButton />
        </header>
        <pre tabIndex={0}>
          {lines.map((parts, at) => {
            const line = parts.map((part) => part.text).join("");
            return (
              <FieldLine
                key={at}
                parts={parts}
                fields={file.fields.filter((field) => field.line === at + 1)}
                marked={marks.some((mark) => line.includes(mark))}
              />
            );
          })}
        </pre>
      </div>
      {file.why.length > 0 && (
        <dl className="why-lines">
          {inOrder(file.why, text).map((reason) => (
            <div key={reason.text}>
              <dt>
                <code>
                  <CodeWords text={reason.text} />
                </code>
              </dt>
              <dd>
                <Words inline>
                  {reason.defence === undefined ? reason.says : `${reason.says} A defence: ${reason.defence}`}
                </Words>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** A product's config: files, reasons, what cannot be set, how to apply, undo and check it. */
export function ConfigParts({ config }: { config: Config }) {
  return (
    <div className="stack">
      <p>
        <Words inline>{config.summary}</Words>
      </p>
      <TeamNotes place="products" id={config.product} />
      {config.files.map((file) => (
        <ConfigFile key={file.file} file={file} text={config.texts[file.file] ?? ""} />
      ))}
      <div className="config-ends">
        <div className="stack">
          {config.fixed.length > 0 && (
            <ul className="why">
              {config.fixed.map(({ limit, around }) => (
                <li key={limit} className="con">
                  <Words inline>{`${limit} **Way around:** ${around}`}</Words>
                </li>
              ))}
            </ul>
          )}
          {config.apply && (
            <p>
              <b>Apply:</b> <Words inline>{config.apply}</Words>
            </p>
          )}
          {config.risk && (
            <p>
              <b>Risk:</b> <Words inline>{config.risk}</Words>
            </p>
          )}
          {config.undo && (
            <p>
              <b>Undo:</b> <Words inline>{config.undo}</Words>
            </p>
          )}
        </div>
        <div className="stack">
          <Code code={config.verify.run} lang="sh" title="Check that it worked" />
          <p>
            <Words inline>{config.verify.see}</Words>
          </p>
        </div>
      </div>
    </div>
  );
}
