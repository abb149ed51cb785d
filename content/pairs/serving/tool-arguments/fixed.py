"""Arguments of tool calls are gathered by index and parsed once, after the finish reason says that they are whole."""

import json
import os
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

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
    """Progress while the arguments grow, then each outline."""
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, tools=[TOOL], messages=[{"role": "user", "content": question}]
    )
    arguments: defaultdict[int, str] = defaultdict(str)
    reason: str | None = None
    async for chunk in stream:
        if not chunk.choices:
            continue
        reason = chunk.choices[0].finish_reason or reason
        for call in chunk.choices[0].delta.tool_calls or []:
            if call.function and call.function.arguments:
                arguments[call.index] += call.function.arguments
                yield sse({"characters": len(arguments[call.index])}, "progress")
    if reason not in ("tool_calls", "stop"):
        yield sse({"reason": reason or "cut before the end"}, "incomplete")
        return
    for text in arguments.values():
        yield sse(json.loads(text), "outline")
    yield sse({}, "done")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
