"""The same stream with a heartbeat: a comment line whenever nothing else was sent for a while."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

import anyio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "90"))
HEARTBEAT_SECONDS = float(os.environ.get("HEARTBEAT_SECONDS", "15"))
CLEAN_UP_SECONDS = 2.0


async def look_up(question: str) -> str:
    """Stands for a slow tool."""
    await asyncio.sleep(TOOL_SECONDS)
    return f"notes on {question}"


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def answer(question: str) -> AsyncGenerator[str, None]:
    """Yield the answer as events; the last one says how it ended."""
    notes = await look_up(question)
    messages = [{"role": "user", "content": f"{question}\n\n{notes}"}]
    reason = "none"
    async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
        async for chunk in chunks:
            for choice in chunk.choices:
                reason = choice.finish_reason or reason
                if choice.delta.content:
                    yield sse("piece", choice.delta.content)
    yield sse("done" if reason == "stop" else "incomplete", reason)


async def produce(question: str, queue: asyncio.Queue[str]) -> None:
    """Read the answer to its end in this one task. A full queue waits for the caller."""
    try:
        async with aclosing(answer(question)) as parts:
            async for part in parts:
                await queue.put(part)
    except Exception as error:
        logging.exception("the answer failed")
        await queue.put(sse("error", type(error).__name__))


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events, with a comment line in every silence."""
    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=16)
    task = asyncio.create_task(produce(question, queue))
    try:
        while not (task.done() and queue.empty()):
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield ": still here\n\n"
            else:
                yield event
        if task.cancelled():  # a scope inside the answer has cancelled it
            yield sse("error", "cancelled")
    finally:
        task.cancel()
        with anyio.move_on_after(CLEAN_UP_SECONDS, shield=True):  # a disconnect cancels every other await
            await asyncio.wait({task})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
