"""An app with news and answers: `/news` stays open and tells of each topic that is asked for, `/stream` is the model's answer, which says how it ended."""

import asyncio
import itertools
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
    """One event for each topic, another after five seconds, and a comment each second, for as long as somebody listens."""
    for topic in topics:
        yield sse(f"first of {topic}", topic)
    for second in itertools.count(1):
        await asyncio.sleep(1)
        yield ": still here\n\n"
        if second == 5:
            for topic in topics:
                yield sse(f"later of {topic}", topic)


async def events(question: str, most: int | None) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended. After `most` pieces the connection is lost."""
    reason = "none"
    left = most
    messages = [{"role": "user", "content": question}]
    try:
        async with await client.chat.completions.create(model=os.environ["MODEL"], stream=True, messages=messages) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        if left == 0:
                            raise ConnectionAbortedError("lost, as it was asked for")
                        yield sse(choice.delta.content)
                        left = None if left is None else left - 1
    except APIError as error:
        yield sse(type(error).__name__, "failed")
        return
    yield sse(reason, "done" if reason == "stop" else "incomplete")


@app.get("/news")
async def listen(topics: str) -> StreamingResponse:
    """News of the topics, for as long as the page is open."""
    return StreamingResponse(news(topics.split(",")), media_type="text/event-stream")


@app.get("/stream")
async def stream(q: str = "rivers", most: int | None = None) -> StreamingResponse:
    """Stream the answer, or so many pieces of it."""
    return StreamingResponse(events(q, most), media_type="text/event-stream")
