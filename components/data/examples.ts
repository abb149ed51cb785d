/** What /data/ shows: ways to ask the knowledge, and a case file. */

export const CURL = `# Everything that fires at 60 s, with its source
curl -s "$SITE/knowledge.json" | jq -r '.limits[] | select(.seconds == 60) | "\\(.product): \\(.setting), \\(.source)"'

# The checks that prove a cause
curl -s "$SITE/knowledge.json" | jq '. as $k | .causes[] | select(.id == "proxy-buffering") | .prove[] as $id | $k.checks[] | select(.id == $id) | {title, run, look}'`;

export const PYTHON = `import json, os, urllib.parse, urllib.request

SITE = os.environ["SITE"]
with urllib.request.urlopen(f"{SITE}/knowledge.json") as answer:
    knowledge = json.load(answer)
assert knowledge["version"] == 1

# Which causes does this symptom speak for, and how strongly?
for cause in knowledge["causes"]:
    symptom = cause["symptoms"].get("stall-then-cut")
    if symptom and symptom["weight"] > 0:
        print(symptom["weight"], cause["title"], urllib.parse.urljoin(SITE, cause["page"]))`;

export const VALIDATE = `npx ajv-cli@5 validate --spec=draft2020 -s knowledge.schema.json -d knowledge.json`;

export const CASE_FILE = `{
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
  },
  "texts": [
    {
      "name": "app.log",
      "lines": [
        "upstream timed out while reading upstream, client: ip-1, server: host-1"
      ]
    }
  ]
}`;
