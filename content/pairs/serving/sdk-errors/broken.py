"""Error classes of the HTTP client that the SDK used before version 3: they catch nothing any more."""

import json
import os
from collections.abc import AsyncIterator

import httpx
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    timeout=float(os.environ.get("MODEL_TIMEOUT", "60")),
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
    """The answer as events; a dead or silent connection becomes an error event."""
    try:
        async for piece in answer(question):
            yield f"data: {json.dumps(piece)}\n\n"
    except (httpx.ReadTimeout, httpx.RemoteProtocolError) as error:
        yield f"event: error\ndata: {json.dumps(type(error).__name__)}\n\n"
        return
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
