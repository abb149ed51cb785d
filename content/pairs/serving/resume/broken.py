"""Events without ids: an EventSource that comes back is a new caller, and the answer starts from nothing."""

import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
MOST_TOKENS = int(os.environ.get("MOST_TOKENS", "8000"))


def sse(data: str, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    reason = "none"
    messages = [{"role": "user", "content": question}]
    yield "retry: 500\n\n"
    try:
        async with await client.chat.completions.create(
            model=MODEL, stream=True, messages=messages, max_completion_tokens=MOST_TOKENS
        ) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except Exception as error:
        logging.exception("the model's stream failed")
        yield sse(type(error).__name__, "error")
    else:
        yield sse(reason, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream", headers=HEADERS)
