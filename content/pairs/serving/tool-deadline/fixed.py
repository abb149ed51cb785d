"""A tool with a deadline and a cap on its result: a hang becomes a note to the model, not the end of the stream."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "3600"))
TOOL_PATIENCE = float(os.environ.get("TOOL_PATIENCE", "7200"))
TOOL_DEADLINE = float(os.environ.get("TOOL_DEADLINE", "20"))
TOOL_CHARACTERS = int(os.environ.get("TOOL_CHARACTERS", "8000"))


async def look_up(question: str) -> str:
    """Stands for a tool that hangs, gives up by itself, or finds far too much."""
    async with asyncio.timeout(TOOL_PATIENCE):
        await asyncio.sleep(TOOL_SECONDS)
    return f"notes on {question} " * 100_000


async def bounded(question: str) -> str:
    """The tool's result, or a note that there is none, in bounded time and size."""
    try:
        async with asyncio.timeout(TOOL_DEADLINE) as deadline:
            return (await look_up(question))[:TOOL_CHARACTERS]
    except Exception:
        if deadline.expired():  # a TimeoutError alone may be the tool's own
            return f"The look-up gave no result within {TOOL_DEADLINE:g} s."
        logging.exception("the look-up failed")
        return "The look-up failed."


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the tool is announced."""
    yield sse("look_up", "tool")
    notes = await bounded(question)
    messages = [{"role": "user", "content": f"{question}\n\n{notes}"}]
    reason: str | None = None
    try:
        async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except APIError as error:
        logging.exception("the model call failed")
        yield sse({"type": type(error).__name__}, "error")
        return
    yield sse({"finish_reason": reason}, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
