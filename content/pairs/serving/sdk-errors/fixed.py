"""The SDK's own error class, and a check at start that the SDK is one that raises it in mid-stream."""

import json
import logging
import os
from collections.abc import AsyncIterator
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

OLDEST = (3, 14)
if tuple(int(part) for part in version("openai").split(".")[:2]) < OLDEST:
    raise SystemExit(f"openai {version('openai')} lets its HTTP client's errors through; install 3.14 or newer")

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
    """The answer as events. The last one says how it ended: every error of the SDK is an `APIError`."""
    reason: str | None = None
    messages = [{"role": "user", "content": question}]
    try:
        async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except APIError as error:
        logging.exception("the model call failed")
        yield sse(type(error).__name__, "error")
        return
    yield sse({"finish_reason": reason}, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
