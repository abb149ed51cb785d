import { Code } from "@/components/code/code";
import { content } from "@/components/content";
import { metadataOf } from "@/components/ui/metadata";
import { Reading } from "@/components/ui/reading";
import { publish, publishedFields } from "@/lib/content/published";

export const metadata = metadataOf("data");

const ON = [
  { id: "files", title: "The files" },
  { id: "fields", title: "What is in it" },
  { id: "versions", title: "Versions" },
  { id: "examples", title: "Examples" },
  { id: "reports", title: "Reports and case files" },
];

const CURL = `# Everything that fires at 60 s, with its source
curl -s "$SITE/knowledge.json" | jq -r '.limits[] | select(.seconds == 60) | "\\(.product): \\(.setting), \\(.source)"'

# The checks that prove a cause
curl -s "$SITE/knowledge.json" | jq '. as $k | .causes[] | select(.id == "proxy-buffering") | .prove[] as $id | $k.checks[] | select(.id == $id) | {title, run, look}'`;

const PYTHON = `import json, os, urllib.request

SITE = os.environ["SITE"]
with urllib.request.urlopen(f"{SITE}/knowledge.json") as answer:
    knowledge = json.load(answer)
assert knowledge["version"] == 1

# Which causes does this symptom speak for, and how strongly?
for cause in knowledge["causes"]:
    symptom = cause["symptoms"].get("stall-then-cut")
    if symptom and symptom["weight"] > 0:
        print(symptom["weight"], cause["title"], SITE + cause["page"])`;

const VALIDATE = `npx ajv-cli@5 validate --spec=draft2020 -s knowledge.schema.json -d knowledge.json`;

const CASE_FILE = `{
  "lastbyte": "case",
  "version": 1,
  "knowledge": "0123456789ab",
  "made": "2026-11-21T17:40:00.000Z",
  "answers": {
    "framework": ["langgraph"],
    "proxy": ["aws-alb", "ingress-nginx"],
    "check.curl-direct": ["streams"]
  },
  "times": {
    "check.curl-direct=streams": "2026-11-21T17:31:12.000Z"
  }
}`;

export default function Page() {
  const { revision, version } = publish(content());
  const { causes, limits, checks, pairs, configs } = content();
  return (
    <Reading on={ON}>
      <article className="prose">
        <h1>The knowledge as data</h1>
        <p className="lead">
          Everything on this site as one file, for scripts, for your own tools and for language models.
        </p>
        <h2 id="files">The files</h2>
        <ul>
          <li>
            <a href="/knowledge.json">
              <code>/knowledge.json</code>
            </a>
            : {causes.length} causes, {limits.length} limits, {checks.length} checks, {pairs.length} code
            pairs, {configs.length} configs
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
          halves them, <code>rules-out</code> takes a cause out. All keys of a <code>when</code> must match,
          one of each list suffices. Pieces with the same <code>about</code> count once, by the strongest.
        </p>
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
        <h2 id="reports">Reports and case files</h2>
        <p>
          From a verdict you can copy a hand-over report as Markdown, and save the case as a file. A case file
          opens again on <a href="/">the first page</a>: choose it, or drop it there. It holds your answers,
          the results of checks and when they were given; it never holds pasted text or your own values for
          configs.
        </p>
        <Code code={CASE_FILE} lang="json" title="a case file" />
        <p>
          In a case file of another version, or one that is cut off, what is understood is opened and the rest
          is named.
        </p>
      </article>
    </Reading>
  );
}
