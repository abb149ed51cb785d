"""Arguments of tool calls are gathered by index and parsed once, after the finish reason says that they are whole."""

import json
import logging
import os
from collections import defaultdict
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
    """Text as it comes, progress while the arguments grow, then each outline."""
    messages = [{"role": "user", "content": question}]
    arguments: defaultdict[int, str] = defaultdict(str)
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
                            arguments[call.index] += call.function.arguments
                            yield sse({"characters": len(arguments[call.index])}, "progress")
        if reason not in ("tool_calls", "stop"):
            yield sse({"finish_reason": reason}, "incomplete")
            return
        outlines = [json.loads(text) for text in arguments.values()]
    except (APIError, json.JSONDecodeError) as error:
        logging.exception("the answer failed")
        yield sse({"type": type(error).__name__}, "error")
        return
    for outline in outlines:
        yield sse(outline, "outline")
    yield sse({"finish_reason": reason}, "done")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
