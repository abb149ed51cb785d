/** Right code that looks like a fault. */
import { describe, expect, it } from "vitest";
import { loadContent } from "../../content/load";
import { readingsOf } from "../../content/readings";
import { readEvidence } from "../read";

const readings = readingsOf(loadContent("content"));

async function read(text: string) {
  const { findings } = await readEvidence([{ piece: 0, name: "app.py", text }], readings);
  return {
    causes: findings.flatMap(({ speaks }) =>
      speaks.filter(({ weight }) => weight !== "rules-out" && weight > 0).map(({ cause }) => cause),
    ),
    answers: findings.map(({ implies }) => implies),
  };
}

const SOCKET = `import asyncio
from fastapi import FastAPI
app = FastAPI()
async def drain(size=0):
    yield "x"
@app.websocket("/ws")
async def talk(socket):
`;

describe("no fault", () =>
  it.each([
    [
      "a flush without a question",
      "buffered-in-handler",
      `${SOCKET}    async for p in model.stream():
        out = "".join([x async for x in drain()])
        await socket.send_text(out)
`,
    ],
    [
      "a flush inside a loop",
      "buffered-in-handler",
      `${SOCKET}    async for p in model.stream():
        await socket.send_text("".join([x async for x in drain(9)]))
`,
    ],
    [
      "the wait for a task that was just cancelled",
      "stream-abandoned",
      `${SOCKET}    while True:
        job.cancel()
        try:
            await job
        except asyncio.CancelledError:
            pass
`,
    ],
    [
      "a piece up to a delimiter",
      "sse-framing",
      `import json
async def pieces(response):
    buffer = b""
    async for raw in response.aiter_raw():
        buffer += raw
        while (end := buffer.find(b"|")) >= 0:
            chunk, buffer = buffer[:end], buffer[end + 1:]
            yield json.loads(chunk.decode())
`,
    ],
    [
      "an address of data beside a text of one's own",
      "sse-framing",
      `from fastapi.responses import StreamingResponse
async def pieces(q):
    image = f"data:image/webp;base64,{q}"
    yield image + "|END|"
@app.get("/chat")
async def chat(q):
    return StreamingResponse(pieces(q), media_type="text/plain")
`,
    ],
    [
      "a task that only saves",
      "stream-abandoned",
      `import asyncio
async def stream(q):
    queue = asyncio.Queue()
    yield f"data: {await queue.get()}\\n\\n"
    asyncio.create_task(save_chat(q))
`,
    ],
    [
      "a method of what a call of the client gave",
      "event-loop-blocked",
      `from redis import Redis
async def stream(q):
    client = Redis()
    answer = client(q)
    yield f"data: {answer.get('choices')}\\n\\n"
`,
    ],
    [
      "a name that is assigned anew",
      "event-loop-blocked",
      `from redis import Redis
from store import Store
async def stream(q):
    client = Redis()
    client = Store()
    yield f"data: {client.get(q)}\\n\\n"
`,
    ],
  ])("%s", async (_, cause, text) => expect((await read(text)).causes).not.toContain(cause)));

describe("still a fault", () =>
  it.each([
    [
      "a whole answer that is joined",
      "buffered-in-handler",
      `${SOCKET}    whole = "".join([x async for x in drain(q)])
    await socket.send_text(whole)
`,
    ],
    [
      "a cancellation of the stream's own work",
      "stream-abandoned",
      `${SOCKET}    while True:
        try:
            await step()
        except asyncio.CancelledError:
            pass
`,
    ],
    [
      "a client that is asked on the loop",
      "event-loop-blocked",
      `from redis import Redis
async def stream(q):
    client = Redis()
    yield f"data: {client.get(q)}\\n\\n"
`,
    ],
  ])("%s", async (_, cause, text) => expect((await read(text)).causes).toContain(cause)));

it("a whole call that feeds an iterator of callbacks is a stream", async () => {
  const { answers } = await read(`import asyncio
from langchain.callbacks import AsyncIteratorCallbackHandler
from langchain_openai import ChatOpenAI
@app.get("/chat")
async def chat(q):
    handler = AsyncIteratorCallbackHandler()
    m = ChatOpenAI(callbacks=[handler])
    task = asyncio.create_task(m.ainvoke(q))
    async for token in handler.aiter():
        yield token
`);
  expect(answers.map(({ call }) => call).filter(Boolean)).toEqual([["events"]]);
});
