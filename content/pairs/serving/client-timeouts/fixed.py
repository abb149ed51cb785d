"""Timeouts by phase: connect fails fast, and the gap between two tokens may be long."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APITimeoutError, AsyncOpenAI, Timeout

app = FastAPI()
LONGEST_GAP = float(os.environ.get("LONGEST_GAP", "180"))
client = AsyncOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    timeout=Timeout(connect=5, read=LONGEST_GAP, write=30, pool=10),
)
MODEL = os.environ["MODEL"]


async def answer(question: str) -> AsyncIterator[str]:
    """Yield the pieces of the answer."""
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; a gap that is too long is reported."""
    try:
        async for piece in answer(question):
            yield f"data: {json.dumps(piece)}\n\n"
    except APITimeoutError:
        yield f"event: error\ndata: {json.dumps(f'no token for {LONGEST_GAP:g} s')}\n\n"
        return
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
