"""A tool without deadline or cap: when it hangs the stream hangs, and a huge result goes to the model whole."""

import asyncio
import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "3600"))


async def look_up(question: str) -> str:
    """Stands for a tool that hangs, or finds far too much."""
    await asyncio.sleep(TOOL_SECONDS)
    return f"notes on {question} " * 100_000


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the tool is announced."""
    yield "event: tool\ndata: \"look_up\"\n\n"
    notes = await look_up(question)
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": f"{question}\n\n{notes}"}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield f"data: {json.dumps(chunk.choices[0].delta.content)}\n\n"
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
