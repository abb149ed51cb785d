"""The status waits for the model: a proxy that hears nothing for too long sends the request again."""

import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response, StreamingResponse
from openai import APIError, AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk

app = FastAPI()
client = AsyncOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], max_retries=0
)
MODEL = os.environ["MODEL"]


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(answer: AsyncStream[ChatCompletionChunk]) -> AsyncIterator[str]:
    """The answer as events; the last one names the ending."""
    reason: str | None = None
    try:
        async with answer as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except APIError as error:
        logging.exception("the answer failed")
        yield sse({"type": type(error).__name__}, "error")
        return
    yield sse({"reason": reason}, "done" if reason == "stop" else "incomplete")


@app.api_route("/stream", methods=["GET", "POST"])
async def stream(q: str = "rivers") -> Response:
    """Stream the answer, or say with a status that there is none."""
    try:
        answer = await client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": q}]
        )
    except APIError as error:
        logging.exception("the model call failed")
        return JSONResponse({"type": type(error).__name__}, status_code=502)
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(answer), media_type="text/event-stream", headers=headers)
