"""A stream that is silent while a tool runs: the first idle limit on the path ends it."""

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
    """The answer as events, silent for as long as the tool takes."""
    async for piece in answer(question):
        yield sse(piece)
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
