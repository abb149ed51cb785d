"""Relays the model's answer as server-sent events (FastAPI, asynchronous)."""

import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk

app = FastAPI()
client = AsyncOpenAI()
MODEL = os.environ["MODEL"]
MEDIA_TYPE = os.environ.get("MEDIA_TYPE", "text/event-stream")
HEADERS = {"X-Accel-Buffering": "no"} if os.environ.get("ACCEL") == "no" else {}


async def events(answer: AsyncStream[ChatCompletionChunk]) -> AsyncIterator[str]:
    """The answer as events."""
    async for chunk in answer:
        if chunk.choices and chunk.choices[0].delta.content:
            yield f"data: {chunk.choices[0].delta.content}\n\n"
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream() -> StreamingResponse:
    """Stream the answer; the headers leave once the model has begun to answer."""
    messages = [{"role": "user", "content": "rivers"}]
    answer = await client.chat.completions.create(model=MODEL, stream=True, messages=messages)
    return StreamingResponse(events(answer), media_type=MEDIA_TYPE, headers=HEADERS)
