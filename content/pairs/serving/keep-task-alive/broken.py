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


async def produce(question: str, queue: asyncio.Queue[str | None]) -> None:
    """Put the pieces into the queue, and None after the last one."""
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            await queue.put(chunk.choices[0].delta.content)
            trace(chunk.choices[0].delta.content)
    queue.put_nowait(None)


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events."""
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    asyncio.create_task(produce(question, queue))
    while (piece := await queue.get()) is not None:
        yield f"data: {json.dumps(piece)}\n\n"
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
