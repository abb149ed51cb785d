"""A sync client in an async route: every wait for a token stops the event loop for everyone."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import OpenAI

app = FastAPI()
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


async def answer(question: str) -> AsyncIterator[str]:
    """Yield the pieces of the answer."""
    stream = client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    for chunk in stream:
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


@app.get("/health")
async def health() -> dict[str, bool]:
    """Answers at once while streams run, as long as the loop is free."""
    return {"ok": True}
