"""Both clocks are set, to the longest silence that this model may need."""

import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_openai import ChatOpenAI

# More than the longest pause of this model: it thinks for minutes. Without any limit a stalled call stays for ever.
SILENCE_SECONDS = float(os.environ.get("SILENCE_SECONDS", "300"))

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    model=os.environ["MODEL"],
    timeout=SILENCE_SECONDS,
    stream_chunk_timeout=SILENCE_SECONDS,
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


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
