"""The same stream with a heartbeat: a comment line whenever nothing else was sent for a while."""

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
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "90"))
HEARTBEAT_SECONDS = float(os.environ.get("HEARTBEAT_SECONDS", "15"))


async def look_up(question: str) -> str:
    """Stands for a slow tool."""
    await asyncio.sleep(TOOL_SECONDS)
    return f"notes on {question}"


async def answer(question: str) -> AsyncIterator[str]:
    """Yield the pieces of the answer."""
    notes = await look_up(question)
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": f"{question}\n\n{notes}"}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content


def sse(data: object) -> str:
    """One server-sent event."""
    return f"data: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events, with a comment line in every silence."""
    pieces = answer(question)
    waiting = asyncio.ensure_future(anext(pieces))
    try:
        while True:
            done, _ = await asyncio.wait({waiting}, timeout=HEARTBEAT_SECONDS)
            if not done:
                yield ": still here\n\n"
                continue
            try:
                yield sse(waiting.result())
            except StopAsyncIteration:
                break
            waiting = asyncio.ensure_future(anext(pieces))
        yield "event: done\ndata: {}\n\n"
    finally:
        waiting.cancel()


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
