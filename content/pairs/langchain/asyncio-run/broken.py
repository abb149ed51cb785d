"""A loop for each request: the answer comes in one piece, and the pooled connections die with the loop."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    reason: str | None = None
    try:
        async for chunk in model.astream(question):
            reason = chunk.response_metadata.get("finish_reason") or reason
            if chunk.text:
                yield sse("token", str(chunk.text))
    except Exception as error:
        logging.exception("the model call failed")
        yield sse("error", {"type": type(error).__name__})
    else:
        yield sse("done" if reason == "stop" else "incomplete", {"finish_reason": reason})


async def collected(question: str) -> list[str]:
    """All events, so that a plain route can hand them on."""
    return [event async for event in events(question)]


@app.get("/stream")
def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(asyncio.run(collected(q)), media_type="text/event-stream", headers=headers)
