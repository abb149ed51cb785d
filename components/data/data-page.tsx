import { Code } from "@/components/code/code";
import { content } from "@/components/content";
import { publish, publishedFields } from "@/lib/content/published";
import { MAX_BYTES } from "@/lib/report/case-file";
import { CASE_FILE, CURL, PYTHON, VALIDATE } from "./examples";

/** Sections of the page, in its order. */
export const ON = [
  { id: "files", title: "The files" },
  { id: "fields", title: "What is in it" },
  { id: "versions", title: "Versions" },
  { id: "examples", title: "Examples" },
  { id: "reports", title: "Reports and case files" },
];

type Published = ReturnType<typeof publish>;
type Counted = Pick<ReturnType<typeof content>, "causes" | "limits" | "checks" | "pairs" | "configs">;

/** What can be fetched. */
function Files({ causes, limits, checks, pairs, configs }: Counted) {
  return (
    <>
      <h2 id="files">The files</h2>
      <ul>
        <li>
          <a href="/knowledge.json">
            <code>/knowledge.json</code>
          </a>
          : {causes.length} causes, {limits.length} limits, {checks.length} checks, {pairs.length} code pairs,{" "}
          {configs.length} configs
        </li>
        <li>
          <a href="/knowledge.schema.json">
            <code>/knowledge.schema.json</code>
          </a>
          : its JSON Schema (2020-12). A test checks the file against it.
        </li>
        <li>
          <a href="/llms.txt">
            <code>/llms.txt</code>
          </a>
          : what this site is, with one line for each guide and cause
        </li>
        <li>
          <a href="/sitemap.xml">
            <code>/sitemap.xml</code>
          </a>
          : all pages
        </li>
      </ul>
    </>
  );
}

/** What /knowledge.json holds, field by field. */
function Fields() {
  return (
    <>
      <h2 id="fields">What is in it</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label="Fields of /knowledge.json">
        <table className="fields">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {publishedFields().map(({ name, what }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        Evidence is a sum of log-odds in bits: <code>+1</code> doubles the odds of a cause, <code>-1</code>{" "}
        halves them, <code>rules-out</code> takes a cause out. All keys of a <code>when</code> must match, one
        of each list suffices. Pieces with the same <code>about</code> count once, by the strongest.
      </p>
    </>
  );
}

/** What changes, and what stays. */
function Versions({ version, revision }: Published) {
  return (
    <>
      <h2 id="versions">Versions</h2>
      <p>
        This is <code>version</code> {version}, <code>revision</code> <code>{revision}</code>.
      </p>
      <ul>
        <li>
          <code>version</code> is the format. It changes when a field is taken away or means something else.
          Fields are added without a new version.
        </li>
        <li>
          <code>revision</code> is the content: twelve digits of a hash. The same knowledge has the same
          revision, whoever builds it. Reports and case files name it.
        </li>
        <li>
          Ids are permanent, and so are the addresses in <code>page</code>.
        </li>
      </ul>
    </>
  );
}

/** Ways to ask it. */
function Examples() {
  return (
    <>
      <h2 id="examples">Examples</h2>
      <p>
        With <code>SITE</code> set to where this site stands, such as <code>http://localhost:3000</code>.
      </p>
      <h3>In a shell</h3>
      <Code code={CURL} lang="sh" title="shell" />
      <h3>In Python</h3>
      <Code code={PYTHON} lang="python" title="Python" />
      <h3>Check the file against its schema</h3>
      <Code code={VALIDATE} lang="sh" title="shell" />
    </>
  );
}

/** What leaves a verdict as a text or a file. */
function Reports() {
  return (
    <>
      <h2 id="reports">Reports and case files</h2>
      <p>
        From a verdict you can copy a hand-over report as Markdown, and save the case as a file. A case file
        opens again on <a href="/">the first page</a>: choose it, or drop it there. It holds your answers, the
        results of checks and when they were given, and what was found in pasted text as names of rules. The
        text itself is in it only where you tick the box, and then redacted: it is shown and read again where
        the file is opened. Your own values for configs are never in it.
      </p>
      <Code code={CASE_FILE} lang="json" title="a case file" />
      <p>
        In a case file of another version, or one that is cut off, what is understood is opened and the rest
        is named. A file has at most {MAX_BYTES / 1000} kB; <code>texts</code> stands in it only where text
        goes along.
      </p>
    </>
  );
}

/** The knowledge as data: what can be fetched, what is in it, and how it is used. */
export function DataPage() {
  const published = publish(content());
  return (
    <article className="prose">
      <h1>The knowledge as data</h1>
      <p className="lead">
        Everything on this site as one file, for scripts, for your own tools and for language models.
      </p>
      <Files {...content()} />
      <Fields />
      <Versions {...published} />
      <Examples />
      <Reports />
    </article>
  );
}
