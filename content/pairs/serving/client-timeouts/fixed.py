"""Timeouts by phase: connect fails fast, and the gap between two tokens may be long."""

import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, APITimeoutError, AsyncOpenAI, Timeout

app = FastAPI()
CONNECT_SECONDS = float(os.environ.get("CONNECT_SECONDS", "5"))
LONGEST_GAP = float(os.environ.get("LONGEST_GAP", "180"))
client = AsyncOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    timeout=Timeout(connect=CONNECT_SECONDS, read=LONGEST_GAP, write=30, pool=10),
    max_retries=0,  # the default of 2 makes each limit count three times
)
MODEL = os.environ["MODEL"]


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one names the ending."""
    reason: str | None = None
    try:
        async with await client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        ) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
        yield sse({"reason": reason}, "done" if reason == "stop" else "incomplete")
    except APITimeoutError as error:
        logging.exception("a phase took too long")
        yield sse(type(error.__cause__).__name__, "error")  # the phase: ConnectTimeout, ReadTimeout, …
    except APIError as error:
        logging.exception("the answer failed")
        yield sse(type(error).__name__, "error")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
