/** Mistakes that a contributor makes, planted one by one: each is told in the sentence that stands beside it. */
import { describe, expect, test } from "vitest";
import { edited, loadPlanted, longer, problemsOf } from "./fixtures/planted";
import type { Planted } from "./reader";

const whole = loadPlanted();
const cause = whole.causes[0]!.id;
const CAUSE = `causes/${cause}.mdx`;
const guide = whole.guides.find(({ framework }) => framework !== undefined)!.id;
const GUIDE = `guides/${guide}.mdx`;
const between = whole.guides.find(({ about }) => about.length > 0)!;
const BETWEEN = `guides/${between.id}.mdx`;
const pair = whole.pairs.find(({ claims }) => claims[0]?.through)!;
const PAIR = `pairs/${pair.id}/pair.yaml`;
const config = whole.configs.find(({ proof }) => proof.runs.length > 0)!;
const CONFIG = `configs/${config.id}/config.yaml`;
const fact = whole.facts.find(({ first }) => first.through)!;
const FACT = `facts/${fact.id}/fact.yaml`;
const product = whole.products["proxy"]!.find(({ traits }) => traits.length > 0)!.id;

const linesOf = (file: string): number => Object.values(longer(file, ""))[0]!.split("\n").length;

const ROW = {
  id: "planted",
  layer: "proxy",
  product: "Planted",
  setting: "read timeout",
  kind: "idle",
  value: "unknown",
  counts: "Silence.",
  source: "https://planted.example/",
};
const rows = (...changes: object[]): Planted => ({
  "limits/planted.json": JSON.stringify(
    changes.map((change, at) => ({ ...ROW, id: `planted-${at}`, ...change })),
  ),
});
const PLANTED_ROW = 'content/limits/planted.json: entry "planted-0"';

/** What stands at the end of a body, and where that is. */
const atEnd = (file: string, text: string): Planted => longer(file, `\n${text}\n`);
const endOf = (file: string): string => `content/${file}: line ${linesOf(file) + 1}`;

const HINT =
  "MDX takes { and < for its own signs: put code between backticks, and write a link as [words](address).";
const HEADINGS = "“## What is happening”, “## Fix”, “## When it is not this”";

type Row = [what: string, planted: Planted, sentence: string];

const NAMED: Row[] = [
  [
    "the product of a limit",
    rows({ on: "no-such" }),
    `${PLANTED_ROW}: field "on": there is no product "no-such".`,
  ],
  [
    "the cause of a limit",
    rows({ cause: "no-such" }),
    `${PLANTED_ROW}: field "cause": there is no cause "no-such".`,
  ],
  [
    "the product of a config",
    edited(CONFIG, /^product: .*$/m, "product: no-such"),
    `content/${CONFIG}: field "product": there is no product "no-such".`,
  ],
  [
    "the program of a proof",
    edited(CONFIG, /^( +)program: .*$/m, "      program: no-such"),
    `content/${CONFIG}: field "proof.runs.program": there is no program of the lab "no-such".`,
  ],
  [
    "the pass-through of a proof",
    edited(CONFIG, /^( +)passThrough: .*$/m, "      passThrough: no-such.conf"),
    `content/${CONFIG}: field "proof.runs.passThrough": there is no wrap of the lab "no-such.conf".`,
  ],
  [
    "the file of a proof",
    edited(CONFIG, /^( +)- file: .*\n(?= +program)/m, "    - file: no-such.conf\n"),
    `content/${CONFIG}: field "proof.runs.file": there is no file of content/configs/${config.id} "no-such.conf".`,
  ],
  [
    "the proxy of a pair's claim",
    edited(PAIR, `proxy: ${pair.claims[0]!.through!.proxy}`, "proxy: no-such"),
    `content/${PAIR}: field "claims.through.proxy": there is no proxy of the lab "no-such".`,
  ],
  [
    "the proxy of a fact's setting",
    edited(FACT, `proxy: ${fact.first.through!.proxy}`, "proxy: no-such"),
    `content/${FACT}: field "first.through.proxy": there is no proxy of the lab "no-such".`,
  ],
  [
    "the environment of a pair",
    edited(PAIR, /^environment: .*$/m, "environment: no-such"),
    `content/${PAIR}: field "environment": there is no environment "no-such".`,
  ],
  [
    "the environment of a fact",
    edited(FACT, /^environment: .*$/m, "environment: no-such"),
    `content/${FACT}: field "environment": there is no environment "no-such".`,
  ],
  [
    "the folder of a pair",
    {
      "pairs/cobol/x/pair.yaml": edited(PAIR, /^title: .*$/m, "title: In another language")[PAIR]!,
      "pairs/cobol/x/broken.py": pair.brokenCode,
      "pairs/cobol/x/fixed.py": pair.fixedCode,
    },
    'content/pairs/cobol: field "folder": there is no framework "cobol".',
  ],
  [
    "a trait of a product",
    edited("products/proxy.yaml", "traits: [reverse-proxy", "traits: [reverse-proxi"),
    `content/products/proxy.yaml: entry "${product}": field "traits": there is no trait "reverse-proxi".`,
  ],
  [
    "a trait that carries a cause",
    edited(CAUSE, /^headline: /m, "carriers: [reverse-proxi]\nheadline: "),
    `content/${CAUSE}: field "carriers": there is no trait "reverse-proxi".`,
  ],
  [
    "a trait in a condition",
    edited("layers.yaml", "{ script: [streams] }", "{ trait: [reverse-proxi] }"),
    'content/layers.yaml: entry "provider": field "evidence": there is no trait "reverse-proxi".',
  ],
  [
    "a symptom of a cause",
    edited(CAUSE, /^symptoms:\n/m, "symptoms:\n  boredom: { weight: 1 }\n"),
    `content/${CAUSE}: field "symptoms": there is no symptom "boredom".`,
  ],
  [
    "a label that a cause refines",
    edited(CAUSE, /^layer: /m, "refines: no-such\nlayer: "),
    `content/${CAUSE}: field "refines": there is no cause of the label list "no-such".`,
  ],
  [
    "a label that a symptom refines",
    longer(
      "symptoms.yaml",
      "- { id: planted, label: Planted, what: Planted here., break: cut, refines: no-such }\n",
    ),
    'content/symptoms.yaml: entry "planted": field "refines": there is no symptom of the label list "no-such".',
  ],
  [
    "a label that a product refines, itself no label",
    longer(
      "products/server.yaml",
      "- { id: one, name: Planted one, layer: server, refines: none }\n- { id: two, name: Planted two, layer: server, refines: one }\n",
    ),
    'content/products/server.yaml: entry "two": field "refines": there is no product of the label list "one".',
  ],
  [
    "a pair of a guide",
    atEnd(GUIDE, '<Pair id="no/such" />'),
    `${endOf(GUIDE)}: field "Pair": there is no pair "no/such".`,
  ],
  [
    "a pair of a cause",
    atEnd(CAUSE, '<Pair id="no/such" />'),
    `${endOf(CAUSE)}: field "Pair": there is no pair "no/such".`,
  ],
  [
    "a slot of a headline",
    edited(CAUSE, /^headline: .*$/m, 'headline: "{prodct} is to blame"'),
    `content/${CAUSE}: field "headline": nothing fills {prodct}; there is {product}, {after}, {silence}.`,
  ],
];

const MARKDOWN: Row[] = [
  [
    "a heading that is not one of the template's",
    edited(CAUSE, "## When it is not this", "## When it is something else"),
    `content/${CAUSE}: the heading “When it is not this” stands there 0 times, not once.`,
  ],
  [
    "a heading twice",
    atEnd(CAUSE, "## Fix"),
    `content/${CAUSE}: the heading “Fix” stands there 2 times, not once.`,
  ],
  [
    "a heading too many",
    atEnd(CAUSE, "## Fixes"),
    `${endOf(CAUSE)}: no page shows the heading “Fixes”; write ${HEADINGS}.`,
  ],
  [
    "a text before the first heading",
    edited(CAUSE, "## What is happening", "First of all.\n\n## What is happening"),
    `content/${CAUSE}: no page shows the text before the first heading; write ${HEADINGS}.`,
  ],
  [
    "an expression in a cause",
    atEnd(CAUSE, "Ask {name}."),
    `${endOf(CAUSE)}: “{name}” is read as a program. ${HINT}`,
  ],
  [
    "an expression in a guide",
    atEnd(GUIDE, "{1 + 1}"),
    `${endOf(GUIDE)}: “{1 + 1}” is read as a program. ${HINT}`,
  ],
  [
    "an expression in a part of a page",
    edited("pages.yaml", "Two kinds of clocks decide.", "Two kinds of clocks decide {name}."),
    `content/pages.yaml: entry "configs": part "places": line 1: “{name}” is read as a program. ${HINT}`,
  ],
  ["an import", atEnd(GUIDE, 'import x from "y"'), `${endOf(GUIDE)}: import and export have no place here.`],
  [
    "a component that is not there",
    atEnd(GUIDE, "<Pear />"),
    `${endOf(GUIDE)}: there is no component <Pear>; there is <Pair>. ${HINT}`,
  ],
  ["a pair without its id", atEnd(GUIDE, "<Pair />"), `${endOf(GUIDE)}: <Pair> must name a pair by its id.`],
  [
    "a tag that leaves the site",
    atEnd(GUIDE, '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/" />'),
    `${endOf(GUIDE)}: there is no tag <meta>; there is <span>, <br>, <kbd>. ${HINT}`,
  ],
  [
    "a tag of the prototype's",
    atEnd(GUIDE, "<constructor />"),
    `${endOf(GUIDE)}: there is no tag <constructor>; there is <span>, <br>, <kbd>. ${HINT}`,
  ],
  [
    "an attribute that is not allowed",
    atEnd(GUIDE, '<span style="position: fixed">words</span>'),
    `${endOf(GUIDE)}: <span> has no attribute "style".`,
  ],
  [
    "a program as an attribute",
    atEnd(GUIDE, "<span id={name}>words</span>"),
    `${endOf(GUIDE)}: what stands in <span> is read as a program: give each attribute a text between quotes.`,
  ],
  [
    "an address that runs",
    atEnd(GUIDE, "[words](javascript:alert(1))"),
    `${endOf(GUIDE)}: “javascript:alert(1)” is no address: write https://…, /… or #….`,
  ],
  [
    "a picture",
    atEnd(GUIDE, "![words](https://elsewhere.example/a.png)"),
    `${endOf(GUIDE)}: there are no pictures: a page loads nothing from elsewhere.`,
  ],
];

const FILES: Row[] = [
  [
    "a stray file beside the causes",
    { "causes/notes.txt": "" },
    "content/causes/notes.txt: stray file: no kind has it; here lie causes/*.mdx, causes/*.fixture.yaml.",
  ],
  [
    "a stray file in a pair",
    { [`pairs/${pair.id}/helper.py`]: "" },
    `content/pairs/${pair.id}/helper.py: stray file: no kind has it; here lie pairs/*/*/pair.yaml, pairs/*/*/broken.py, pairs/*/*/fixed.py, pairs/*/*/broken.mjs, pairs/*/*/fixed.mjs.`,
  ],
  [
    "a side in another language",
    { [`pairs/${pair.id}/fixed.mjs`]: "" },
    `content/pairs/${pair.id}/fixed.mjs: stray file: the pair is written in python.`,
  ],
  [
    "a stray file of a config",
    { [`configs/${config.id}/old.conf`]: "" },
    `content/configs/${config.id}/old.conf: stray file: config.yaml does not name it in "files".`,
  ],
  [
    "a program that no fact runs",
    { "programs/old.py": "" },
    'content/programs/old.py: stray file: no fact names it in "programs".',
  ],
  [
    "rules for a language that is not there",
    { "readings/code/planted/calls.yaml": "[]\n" },
    'content/readings/code/planted: no file of readings/languages/ has the id "planted".',
  ],
  [
    "a fixture without its cause",
    { "causes/planted.fixture.yaml": "first: {}\nnotFirst: {}\n" },
    'content/causes/planted.fixture.yaml: there is no cause "planted": write content/causes/planted.mdx, or remove the fixture.',
  ],
  [
    "products that no question asks for",
    { "products/cache.yaml": "[]" },
    'content/products/cache.yaml: there is no question "cache" that is answered with products.',
  ],
  [
    "a question without its products",
    longer("questions.yaml", "- { id: cache, ask: Which cache?, short: Cache, kind: product, effort: 1 }\n"),
    "content/products/cache.yaml: the file is missing.",
  ],
  [
    "a record under another name",
    { "proofs/planted.json": JSON.stringify(whole.proofs[0]) },
    `content/proofs/planted.json: field "id": the record of the ${whole.proofs[0]!.kind} "${whole.proofs[0]!.id}" is ${whole.proofs[0]!.kind}.${whole.proofs[0]!.id.replaceAll("/", ".")}.json.`,
  ],
];

const IDS: Row[] = [
  [
    "two rows that nothing tells apart",
    rows({ on: product }, { on: product }),
    'content/limits/planted.json: entry "planted-1": field "setting": "read timeout" is what "planted-0" of the same product is called too: say what tells them apart.',
  ],
  [
    "a limit's id with a dot",
    rows({ id: "planted.2" }),
    'content/limits/planted.json: entry "planted.2": field "id": must be lower-case letters, digits and hyphens.',
  ],
  [
    "a product's id with a dot",
    longer("products/server.yaml", "- { id: planted.2, name: Planted, layer: server }\n"),
    'content/products/server.yaml: entry "planted.2": field "id": must be lower-case letters, digits and hyphens.',
  ],
  [
    "a product under two questions",
    longer("products/server.yaml", `- { id: ${product}, name: Planted, layer: server }\n`),
    `content/products/server.yaml: entry "${product}": the id "${product}" is taken, it stands twice: the first is content/products/proxy.yaml: entry "${product}".`,
  ],
  [
    "an answer twice",
    longer("products/proxy.yaml", "- { id: none, name: Nothing again, layer: proxy }\n"),
    'content/products/proxy.yaml: entry "none": stands there twice.',
  ],
  [
    "a symptom twice",
    longer(
      "symptoms.yaml",
      `- { id: ${whole.symptoms[0]!.id}, label: Once more, what: The same again., break: cut }\n`,
    ),
    `content/symptoms.yaml: entry "${whole.symptoms[0]!.id}": the id "${whole.symptoms[0]!.id}" stands there twice.`,
  ],
  [
    "a value in words alone",
    rows({ value: "45 s" }),
    `${PLANTED_ROW}: field "seconds": the value is a number of seconds: say it here too, or it explains no cut.`,
  ],
];

const DOMAINS = "domains.json";
const DOMAIN: Row[] = [
  [
    "that is written as an address",
    edited(DOMAINS, '"openai.com"', '"https://openai.com"'),
    `content/${DOMAINS}: field "products.0": must be a domain in lower case, without a dot at its ends.`,
  ],
  [
    "that is a product and a platform",
    edited(DOMAINS, '"vercel.app"', '"openai.com"'),
    `content/${DOMAINS}: field "platforms": "openai.com" stands there twice.`,
  ],
  [
    "whose ending nobody looks for",
    edited(DOMAINS, '"vercel.app"', '"vercel.museum"'),
    `content/${DOMAINS}: the ending of "vercel.museum" is in no list: add "museum" to "endings".`,
  ],
  [
    "an ending in both lists",
    edited(DOMAINS, '"com",', '"com",\n    "sh",'),
    `content/${DOMAINS}: field "maybe": "sh" stands there twice.`,
  ],
];

const OF_GUIDE = 'must name its "framework", or the "group" in which it is listed, and not both';
const GUIDES: Row[] = [
  [
    "about a product that is not there",
    edited(BETWEEN, /^about: .*$/m, "about: [no-such]"),
    `content/${BETWEEN}: field "about": there is no product "no-such".`,
  ],
  [
    "in a group that is none",
    edited(BETWEEN, /^group: .*$/m, "group: no-such"),
    `content/${BETWEEN}: field "group": must be "model" or "app" or "page" or "server" or "reader" or "history", and is "no-such".`,
  ],
  [
    "of nothing",
    edited(BETWEEN, /^group: .*\n/m, ""),
    `content/${BETWEEN}: field "(whole file)": ${OF_GUIDE}.`,
  ],
  [
    "of a framework, and in a group",
    edited(GUIDE, /^framework: .*$/m, `framework: ${guide}\ngroup: app`),
    `content/${GUIDE}: field "(whole file)": ${OF_GUIDE}.`,
  ],
];

describe.each<[string, Row[]]>([
  ["an id that is named and not there", NAMED],
  ["a guide", GUIDES],
  ["Markdown that is none, or that no page shows", MARKDOWN],
  ["a file that does not belong", FILES],
  ["an id that is given twice or is none", IDS],
  ["a domain", DOMAIN],
])("%s", (_, table) => {
  test.each(table)("%s", (__, planted, sentence) => {
    const problems = problemsOf(planted);
    expect(problems).toContain(sentence);
    // One mistake, and at most one more that follows from it.
    expect(problems.length, problems.join("\n")).toBeLessThanOrEqual(2);
    for (const problem of problems) expect(problem).not.toContain("\n");
  });
});

test("a guide of a framework that is not there is told, and that it is called otherwise", () => {
  expect(problemsOf(edited(GUIDE, /^framework: .*$/m, "framework: cobol"))).toEqual([
    `content/${GUIDE}: field "framework": the guide of "cobol" is guides/cobol.mdx.`,
    'content/guides/cobol.mdx: field "framework": there is no framework "cobol".',
  ]);
});
