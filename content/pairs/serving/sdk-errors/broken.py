"""Error classes of the HTTP client that the SDK used before version 3: they catch nothing any more."""

import json
import logging
import os
from collections.abc import AsyncIterator

import httpx
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    timeout=float(os.environ.get("MODEL_TIMEOUT", "60")),
    max_retries=0,  # the SDK's two retries could keep the caller in silence for three timeouts
)
MODEL = os.environ["MODEL"]


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events. The last one says how it ended."""
    reason: str | None = None
    messages = [{"role": "user", "content": question}]
    try:
        async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except (httpx.ReadTimeout, httpx.RemoteProtocolError, httpx.HTTPStatusError) as error:
        logging.exception("the model call failed")
        yield sse(type(error).__name__, "error")
        return
    yield sse({"finish_reason": reason}, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
