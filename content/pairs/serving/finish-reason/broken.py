"""A stream that calls every ending "done": a cap, a filter and a cut look like a whole answer."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; whatever ended it, "done" comes last."""
    async with await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    ) as chunks:
        async for chunk in chunks:
            for choice in chunk.choices:
                if choice.delta.content:
                    yield sse(choice.delta.content)
    yield sse({}, "done")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
