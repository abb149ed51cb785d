/** A verdict that listens, over the real knowledge: a decisive answer against a cause takes it off the head. */
import { describe, expect, test } from "vitest";
import { knowledgeOf } from "../content/knowledge";
import { loadContent } from "../content/load";
import type { Answers } from "../model/answers";
import { byHand } from "../model/finding";
import { valuesOf } from "../model/questions";
import { standingOf } from "./change";
import { verdictOf } from "./fixtures/said";
import { openQuestions } from "./next";
import { prepare } from "./prepared";
import { remediesOf } from "./remedies";

const content = loadContent("content");
const prepared = prepare(knowledgeOf(content));
const answersIn = (side: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(side).map(([key, value]) => [key, value.split(",")]));
/** The answers of a link. */
const said = (link: string): Answers =>
  answersIn(Object.fromEntries(link.split("&").map((part) => part.split("=") as [string, string])));
const causesOf = (answers: Answers) => verdictOf(answers, prepared).causes;
const headOf = (answers: Answers) => causesOf(answers)[0];

describe("a cause's own deciding question, answered against it", () => {
  test.each(content.causes.map(({ id, fixture }) => [id, fixture] as const))(
    "%s leaves the head",
    (id, fixture) => {
      const first = answersIn(fixture?.first ?? {});
      const against = answersIn(fixture?.against ?? {});
      expect(headOf(first)?.id).toBe(id);
      expect(headOf({ ...first, ...against })?.id).not.toBe(id);
      // And with nothing but what one sees: an answer that decides needs no help.
      const alone = { symptom: first["symptom"] ?? [], ...against };
      expect(headOf(alone)?.id).not.toBe(id);
    },
  );
});

describe("what was said moves the verdict", () => {
  test("a finish reason of stop takes the token cap off the head, whatever else was said", () => {
    const stop = said("symptom=truncated-cleanly&finish=stop");
    const rest = said("error=clean&load=long-answers&changed=model&environment=also-locally&client=browser");
    for (const answers of [stop, { ...stop, ...rest }]) {
      expect(headOf(answers)?.id).not.toBe("token-limit");
      expect(causesOf(answers).find(({ id }) => id === "token-limit")?.ruledOut).toBe(true);
    }
  });

  test.each([
    ["", "proxy_read_timeout"],
    ["&transport=sse", "proxy_read_timeout"],
    ["&transport=websocket", "proxy_read_timeout"],
    ["&transport=grpc", "grpc_read_timeout"],
  ])("three limits of one proxy share 60 s: %s names %s", (transport, setting) => {
    const reasons = causesOf(said(`proxy=nginx&symptom=cut-fixed-time&after=60${transport}`)).find(
      ({ id }) => id === "proxy-read-timeout",
    )?.for;
    expect(reasons?.find(({ about }) => about === "clock")?.says).toContain(`“${setting}”`);
  });

  test("a tunnel has a clock of its own: a WebSocket through HAProxy is not held to the one for HTTP", () => {
    const known = "symptom=stall-then-cut&proxy=haproxy&silence=50&set.haproxy.haproxy-timeout-tunnel=50";
    const clockOf = (link: string) =>
      causesOf(said(link))
        .find(({ id }) => id === "websocket-idle")
        ?.for.find(({ about }) => about === "clock");
    expect(clockOf(`${known}&transport=websocket`)?.says).toContain("timeout tunnel");
    expect(clockOf(`${known}&transport=sse`)).toBeUndefined();
  });

  test("“also direct” means the app, the server or what is inside, and an unknown server has limits of its own", () => {
    const answers = said(
      "hosting=docker&server=other&proxy=nginx&symptom=cut-fixed-time&after=60&direct=also-direct",
    );
    expect(headOf(answers)?.id).toBe("server-timeout");
    const outside = causesOf(answers).filter(({ layer }) => layer === "proxy" || layer === "edge");
    expect(outside.every(({ ruledOut }) => ruledOut)).toBe(true);
  });

  test.each([
    ["quart", "after=60", "RESPONSE_TIMEOUT"],
    ["bun", "silence=10", "idleTimeout"],
    ["uwsgi", "silence=60", "http-timeout"],
    ["go-http", "after=30&set.go-http.go-write-timeout=30", "WriteTimeout"],
    ["daphne", "after=90&set.daphne.daphne-http-timeout=90", "http_timeout"],
    ["node-http", "silence=120&set.node-http.node-server-timeout=120", "server.timeout"],
  ])("%s cuts at its own limit: %s, %s", (server, clock, setting) => {
    const [first] = causesOf(said(`server=${server}&symptom=cut-fixed-time&direct=also-direct&${clock}`));
    expect(first?.id).toBe("server-timeout");
    expect(first?.for.find(({ about }) => about === "clock")?.says).toContain(`“${setting}”`);
  });

  test("a named platform's own limit outweighs a usual value of a stranger by far", () => {
    const [first, second] = causesOf(
      said(
        "hosting=vercel&server=other&proxy=none&symptom=cut-fixed-time&after=60&environment=only-deployed",
      ),
    );
    expect(first?.id).toBe("function-max-duration");
    expect((first?.share ?? 0) / (second?.share ?? 1)).toBeGreaterThan(4);
  });

  test("a sibling that streams well clears the path", () => {
    const answers = said(
      "framework=langgraph&hosting=kubernetes&proxy=nginx&symptom=all-at-once&sibling=streams",
    );
    const { cleared, causes } = verdictOf(answers, prepared);
    expect(cleared.map(({ layer }) => layer)).toEqual(["platform", "proxy", "edge"]);
    expect(["framework", "app"]).toContain(causes[0]?.layer);
  });

  test("a stall that recovers is no timer's, and the loop comes first", () => {
    const answers = said("framework=langgraph&hosting=kubernetes&proxy=nginx&symptom=freezes-then-goes-on");
    expect(headOf(answers)?.id).toBe("event-loop-blocked");
    expect(verdictOf(answers, prepared).break).toBe("held");
    const timers = ["proxy-read-timeout", "client-timeout", "lb-idle-timeout", "function-max-duration"];
    for (const cause of causesOf(answers).filter(({ id }) => timers.includes(id)))
      expect(cause.against.map(({ about }) => about)).toContain("symptom");
  });

  test("a gateway between app and model is a stop of the path, and its limits count", () => {
    const answers = said("framework=langchain&proxy=none&gateway=litellm&symptom=cut-fixed-time&after=6000");
    const { path, causes } = verdictOf(answers, prepared);
    expect(path[0]).toMatchObject({ name: "LiteLLM proxy", state: "suspect" });
    expect(causes[0]?.id).toBe("model-gateway");
    expect(headOf({ ...answers, gateway: ["none"] })?.id).not.toBe("model-gateway");
  });

  test("a version is suspected for a reason: with the symptom alone it never comes first", () => {
    const alone = prepared.knowledge.symptoms.map(({ id }) => headOf({ symptom: [id] })?.id);
    expect(alone).not.toContain("version-mismatch");
    expect(headOf(said("symptom=error-mid-stream&changed=upgrade"))?.id).toBe("version-mismatch");
    expect(headOf(said("symptom=error-mid-stream&error=type&environment=only-deployed"))?.id).toBe(
      "version-mismatch",
    );
  });
});

describe("remedies fit", () => {
  const remedies = (answers: Answers) => remediesOf(verdictOf(answers, prepared), byHand(answers), prepared);

  test.each(["crewai", "langgraph", "autogen", "llamaindex"])(
    "%s and a version: no pair about another SDK, but what is known of its versions",
    (framework) => {
      const shown = remedies(said(`framework=${framework}&symptom=error-mid-stream&changed=upgrade`));
      expect(shown.pair).toBeNull();
      expect(shown.known).toHaveLength(1);
    },
  );

  test("an app that calls the SDK itself gets the pair about its errors", () => {
    expect(remedies(said("framework=other&symptom=error-mid-stream&changed=upgrade")).pair?.id).toBe(
      "serving/sdk-errors",
    );
  });
});

describe("the next question", () => {
  /** What one may answer; a few numbers stand for all seconds. */
  const valuesIn = (question: string): string[] => {
    const asked = prepared.knowledge.questions.find(({ id }) => id === question);
    const values = asked ? valuesOf(asked, prepared.knowledge) : [];
    return values?.map(({ id }) => id) ?? ["10", "29", "60", "120", "300"];
  };
  const questionsOf = (answers: Answers) =>
    openQuestions(standingOf(byHand(answers), prepared), prepared).map(({ id }) => id);

  test("no worker class is asked of a function, nor of a server with one way to serve", () => {
    const worker = (link: string) =>
      questionsOf(said(`symptom=cut-fixed-time&after=30&${link}`)).includes("worker");
    expect(worker("server=gunicorn&hosting=vm")).toBe(true);
    expect(worker("server=other&hosting=vm")).toBe(true);
    expect(worker("server=other&hosting=vercel")).toBe(false);
    expect(worker("server=bun&hosting=vm")).toBe(false);
  });

  test("a stall that recovers is separated by the loop and the handler first", () => {
    const asked = questionsOf(said("framework=langgraph&symptom=freezes-then-goes-on"));
    expect(asked.slice(0, 3)).toEqual(expect.arrayContaining(["others", "handler"]));
  });

  test("of the first three after the four answers, one separates the first two causes", () => {
    const first = prepared.knowledge.questions.filter((question) => question.first).map(({ id }) => id);
    const undecided = content.causes.flatMap(({ id, fixture }) => {
      const four = Object.entries(answersIn(fixture?.first ?? {})).filter(([key]) => first.includes(key));
      const answers: Answers = Object.fromEntries(four);
      const asked = questionsOf(answers).slice(0, 3);
      const [one, two] = causesOf(answers).map((cause) => cause.id);
      const margin = (known: Answers): number => {
        const scoreOf = (id: string | undefined) =>
          causesOf(known).find((cause) => cause.id === id)?.score ?? 0;
        return scoreOf(one) - scoreOf(two);
      };
      const tells = asked.some((question) =>
        valuesIn(question).some((value) => margin({ ...answers, [question]: [value] }) !== margin(answers)),
      );
      return tells || asked.length === 0 ? [] : [id];
    });
    expect(undecided).toEqual([]);
  });
});
