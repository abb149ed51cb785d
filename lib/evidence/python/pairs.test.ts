/** Every pair of programs: its broken side gives a finding for a cause of the pair, its fixed side gives none. */
import { describe, expect, it } from "vitest";
import { loadContent, type Pair } from "../../content/load";
import { readingsOf } from "../../content/readings";
import { sideFile } from "../../model/languages";
import { readEvidence } from "../read";

const content = loadContent("content");
const readings = readingsOf(content);

/** What cannot be seen in the code of one side, or would be said of code that is right as well. */
const UNSEEN: Readonly<Record<string, string>> = {
  "autogen/silent-tool": "a deadline for its clean-up stands in it, and might as well be the tool's",
  "serving/background-job": "a stream that lives in its request is how nearly all right code does it",
  "serving/tool-deadline": "its tool has a limit of its own, and the environment says which",
  "serving/finish-reason": "most right code does not look at the finish reason either",
  "serving/ai-sdk": "a call that nobody can leave is right wherever the answer is not streamed to a caller",
  "serving/effect-aborts": "which of its dependencies an effect sets itself takes the whole component to see",
  "serving/events-beside-socket": "whether an upgrade passes is a matter of the proxies on the path",
  "serving/eventsource-forever": "an EventSource that is never closed is right for a feed without an end",
  "serving/node-relay": "reading a whole answer is right wherever nobody waits for its pieces",
  "serving/node-timers": "the limits are Node's own, and stand on no line of the code",
  "serving/early-headers": "asking the model before the response begins is right where no proxy retries",
  "serving/end-line": "most right code does not say how it ended either",
  "serving/graceful-shutdown":
    "most right code does not hear of a shutdown, and the grace stands in the command",
  "serving/large-events": "how large an event is does not stand in the code that reads it",
  "serving/metadata-chunks": "whether chunks without choices come hangs on the provider",
  "serving/pool-timeout": "one limit for all phases is right where the pool is never full",
  "serving/resume": "events without ids are right wherever nobody comes back for them",
  "serving/short-sessions": "a session that lasts as long as its request is right wherever nothing streams",
  "serving/slow-reader": "a queue without a bound is right wherever its reader is never the slower one",
  "serving/six-connections": "how many streams a page has open does not stand in the code of one of them",
  "langchain/chunk-timeout": "how long a model thinks does not stand in the code that waits for it",
  "langgraph/context-before-311": "on Python 3.11 and later the same code is right",
  "langgraph/detached-run": "a run that ends with its caller is right wherever nobody comes back",
  "langgraph/error-event": "an exception that breaks the body is seen by its caller, in much right code",
  "serving/unbuffered-headers": "without a proxy that buffers, nothing is missing in it",
};

async function causesFor(text: string, { language }: Pick<Pair, "language">): Promise<string[]> {
  const name = sideFile("broken", language);
  const { findings } = await readEvidence([{ piece: 0, name, text }], readings);
  return findings.flatMap(({ speaks }) =>
    speaks.filter(({ weight }) => weight !== "rules-out" && weight > 0).map(({ cause }) => cause),
  );
}

describe.each(content.pairs.filter(({ causes }) => causes.length > 0))("$id", (pair) => {
  const reason = UNSEEN[pair.id];

  it(
    reason === undefined ? "its broken side speaks for a cause of it" : `is not seen: ${reason}`,
    async () => {
      const causes = await causesFor(pair.brokenCode, pair);
      const found = pair.causes.filter((cause) => causes.includes(cause));
      if (reason === undefined) expect(found).not.toEqual([]);
      else expect(found).toEqual([]);
    },
  );

  it("its fixed side speaks for none of them", async () => {
    const causes = await causesFor(pair.fixedCode, pair);
    expect(pair.causes.filter((cause) => causes.includes(cause))).toEqual([]);
  });
});
