"""A report that runs ahead of its reader: what is not taken yet waits in memory, however much it is."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated

import anyio
from fastapi import FastAPI, Query
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
PAGE_CHARACTERS = int(os.environ.get("PAGE_CHARACTERS", "50000"))
HEARTBEAT_SECONDS = float(os.environ.get("HEARTBEAT_SECONDS", "15"))
CLEAN_UP_SECONDS = 2.0


async def look_up(question: str, number: int) -> str:
    """Stands for a page that is found."""
    return f"page {number} on {question} ".ljust(PAGE_CHARACTERS, ".")


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def report(question: str, pages: int) -> AsyncGenerator[str, None]:
    """Each page, and what the model says of it, as events; the last one says how it ended."""
    reason = "none"
    for number in range(1, pages + 1):
        page = await look_up(question, number)
        yield sse("page", page)
        reason = "none"
        messages = [{"role": "user", "content": f"{question}\n\n{page[:8000]}"}]
        async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse("piece", choice.delta.content)
        if reason != "stop":
            break
    yield sse("done" if reason == "stop" else "incomplete", reason)


async def produce(question: str, pages: int, queue: asyncio.Queue[str]) -> None:
    """Write the report in this one task."""
    try:
        async with aclosing(report(question, pages)) as parts:
            async for part in parts:
                await queue.put(part)
    except Exception as error:
        logging.exception("the report failed")
        await queue.put(sse("error", type(error).__name__))


async def events(question: str, pages: int) -> AsyncIterator[str]:
    """The report as events, with a comment line in every silence."""
    queue: asyncio.Queue[str] = asyncio.Queue()
    task = asyncio.create_task(produce(question, pages, queue))
    try:
        while not (task.done() and queue.empty()):
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield ": still here\n\n"
            else:
                yield event
    finally:
        task.cancel()
        with anyio.move_on_after(CLEAN_UP_SECONDS, shield=True):  # a disconnect cancels every other await
            await asyncio.wait({task})


@app.get("/stream")
async def stream(q: str = "rivers", pages: Annotated[int, Query(ge=1, le=50)] = 1) -> StreamingResponse:
    """Stream the report."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q, pages), media_type="text/event-stream", headers=headers)
