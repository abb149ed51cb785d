"""The producer task is let go: when it dies, nobody hears of it and the stream waits for ever."""

import asyncio
import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TRACE_FILE = os.environ.get("TRACE_FILE", "/no-such-directory/trace.log")


def trace(piece: str) -> None:
    """A callback that sees each piece, and raises where the file cannot be opened."""
    with open(TRACE_FILE, "a", encoding="utf-8") as file:
        file.write(piece)


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def produce(question: str, queue: asyncio.Queue[str | None]) -> None:
    """Put the events into the queue, and None after the last one."""
    reason: str | None = None
    async with await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    ) as chunks:
        async for chunk in chunks:
            for choice in chunk.choices:
                reason = choice.finish_reason or reason
                if choice.delta.content:
                    await queue.put(sse(choice.delta.content))
                    await asyncio.to_thread(trace, choice.delta.content)
    await queue.put(sse({"reason": reason}, "done" if reason == "stop" else "incomplete"))
    await queue.put(None)


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events."""
    queue: asyncio.Queue[str | None] = asyncio.Queue(maxsize=16)
    asyncio.create_task(produce(question, queue))
    while (event := await queue.get()) is not None:
        yield event


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
