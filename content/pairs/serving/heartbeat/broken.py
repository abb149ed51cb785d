"""A stream that is silent while a tool runs: the first idle limit on the path ends it."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "90"))


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


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events, silent for as long as the tool takes."""
    try:
        async with aclosing(answer(question)) as parts:
            async for part in parts:
                yield part
    except Exception as error:
        logging.exception("the answer failed")
        yield sse("error", type(error).__name__)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
