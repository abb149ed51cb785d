"""The SDK's own error classes, and a check at start that the SDK is one that raises them in mid-stream."""

import json
import os
from collections.abc import AsyncIterator
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIConnectionError, APITimeoutError, AsyncOpenAI

OLDEST = (3, 14)
if tuple(int(part) for part in version("openai").split(".")[:2]) < OLDEST:
    raise SystemExit(f"openai {version('openai')} lets its HTTP client's errors through; install 3.14 or newer")

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
    except (APITimeoutError, APIConnectionError) as error:
        yield f"event: error\ndata: {json.dumps(type(error).__name__)}\n\n"
        return
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
