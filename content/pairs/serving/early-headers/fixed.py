"""The response begins before the model is asked, and stays awake while it waits: no proxy sends it again."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], max_retries=0
)
MODEL = os.environ["MODEL"]
HEARTBEAT_SECONDS = float(os.environ.get("HEARTBEAT_SECONDS", "10"))


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one names the ending."""
    reason: str | None = None
    yield ": the answer is on its way\n\n"  # what has begun is never sent again
    asking = asyncio.create_task(
        client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        )
    )
    try:
        while not (await asyncio.wait({asking}, timeout=HEARTBEAT_SECONDS))[0]:
            yield ": still here\n\n"
        async with asking.result() as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except APIError as error:
        logging.exception("the answer failed")
        yield sse({"type": type(error).__name__}, "error")
        return
    finally:
        asking.cancel()
    yield sse({"reason": reason}, "done" if reason == "stop" else "incomplete")


@app.api_route("/stream", methods=["GET", "POST"])
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
