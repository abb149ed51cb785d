"""The same events as of `stream`, and in the middle of them one that is large: `?size=` characters of a tool's result on one line."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])

# Pieces before the large event.
BEFORE = 5


async def events(question: str, size: int) -> AsyncIterator[str]:
    """The answer as events, with the large one in it."""
    stream = await client.chat.completions.create(
        model=os.environ["MODEL"], stream=True, messages=[{"role": "user", "content": question}]
    )
    reason: str | None = None
    count = 0
    async for chunk in stream:
        if chunk.choices:
            reason = chunk.choices[0].finish_reason or reason
            if chunk.choices[0].delta.content:
                yield f"data: {json.dumps(chunk.choices[0].delta.content)}\n\n"
                count += 1
                if count == BEFORE:
                    yield f"event: tool\ndata: {json.dumps('x' * size)}\n\n"
    if reason == "stop":
        yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers", size: int = 700_000) -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q, size), media_type="text/event-stream")
