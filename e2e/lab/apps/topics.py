"""An app with news and answers: `/news` stays open and tells of each topic that is asked for, `/stream` is the model's answer, which says how it ended."""

import asyncio
import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def news(topics: list[str]) -> AsyncIterator[str]:
    """One event for each topic, then a comment each second, for as long as somebody listens."""
    for topic in topics:
        yield sse(f"first of {topic}", topic)
    while True:
        await asyncio.sleep(1)
        yield ": still here\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
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


@app.get("/news")
async def listen(topics: str) -> StreamingResponse:
    """News of the topics, for as long as the page is open."""
    return StreamingResponse(news(topics.split(",")), media_type="text/event-stream")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
