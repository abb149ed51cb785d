"""An app that says how each answer ended: `done`, `incomplete` with the model's reason, or `failed` with the error. A browser may ask again soon."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])

RETRY_MS = 300


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    yield f"retry: {RETRY_MS}\n\n"
    reason = "none"
    messages = [{"role": "user", "content": question}]
    try:
        async with await client.chat.completions.create(model=os.environ["MODEL"], stream=True, messages=messages) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except APIError as error:
        yield sse(type(error).__name__, "failed")
        return
    yield sse(reason, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
