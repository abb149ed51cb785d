"""Each delta of a tool call is parsed as if it were whole JSON: the first fragment raises in mid-stream."""

import json
import logging
import os
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TOOL: Any = {
    "type": "function",
    "function": {
        "name": "outline",
        "parameters": {
            "type": "object",
            "properties": {"title": {"type": "string"}, "points": {"type": "array", "items": {"type": "string"}}},
            "required": ["title", "points"],
        },
    },
}


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """Text as it comes, and each outline."""
    messages = [{"role": "user", "content": question}]
    reason: str | None = None
    try:
        async with await client.chat.completions.create(
            model=MODEL, stream=True, tools=[TOOL], messages=messages
        ) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
                    for call in choice.delta.tool_calls or []:
                        if call.function and call.function.arguments:
                            yield sse(json.loads(call.function.arguments), "outline")
        if reason not in ("tool_calls", "stop"):
            yield sse({"finish_reason": reason}, "incomplete")
            return
    except APIError as error:
        logging.exception("the answer failed")
        yield sse({"type": type(error).__name__}, "error")
        return
    yield sse({"finish_reason": reason}, "done")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
