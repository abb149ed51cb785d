"""The model's answer, read by the response itself or by a task of its own."""

import asyncio
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()
MODEL = os.environ["MODEL"]
running: set[asyncio.Task[None]] = set()


async def tokens() -> AsyncIterator[str]:
    """The model's answer as events."""
    messages = [{"role": "user", "content": "rivers"}]
    async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as answer:
        async for chunk in answer:
            if chunk.choices and chunk.choices[0].delta.content:
                yield f"data: {chunk.choices[0].delta.content}\n\n"


@app.get("/direct")
async def direct() -> StreamingResponse:
    """The response reads the model: both end together."""
    return StreamingResponse(tokens(), media_type="text/event-stream")


async def read(queue: asyncio.Queue[str | None]) -> None:
    """Read the model to its end, whoever listens."""
    async for event in tokens():
        queue.put_nowait(event)
    queue.put_nowait(None)


async def listen(queue: asyncio.Queue[str | None]) -> AsyncIterator[str]:
    """What the task has read."""
    while (event := await queue.get()) is not None:
        yield event


@app.get("/task")
async def task() -> StreamingResponse:
    """A task reads the model, the response only listens."""
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    reader = asyncio.create_task(read(queue))
    running.add(reader)
    reader.add_done_callback(running.discard)
    return StreamingResponse(listen(queue), media_type="text/event-stream")
