"""One small number as the timeout: it ends the stream at the first gap that is longer."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
CLIENT_TIMEOUT = float(os.environ.get("CLIENT_TIMEOUT", "10"))
client = AsyncOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    timeout=CLIENT_TIMEOUT,
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
    """The answer as events."""
    async for piece in answer(question):
        yield f"data: {json.dumps(piece)}\n\n"
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
