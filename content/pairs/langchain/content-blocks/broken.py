"""`chunk.content` is a list of blocks with this API: the caller gets objects where it expects text."""

import json
import logging
import os
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    model=os.environ["MODEL"],
    use_responses_api=True,
)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    end: dict[str, Any] = {}
    try:
        async for chunk in model.astream(question):
            end |= chunk.response_metadata
            if chunk.content:
                yield sse("token", chunk.content)
    except Exception as error:
        logging.exception("the model call failed")
        yield sse("error", {"type": type(error).__name__})
    else:
        # This API says `completed`, or `incomplete` with its details; a stream that was cut says neither.
        reason = end.get("incomplete_details", {}).get("reason") or end.get("status")
        yield sse("done" if reason == "completed" else "incomplete", {"reason": reason})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
