"""An app that callers are tried against: it passes the model's answer on as events, one a piece; `done` comes last if the model said `stop`."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events."""
    stream = await client.chat.completions.create(
        model=os.environ["MODEL"], stream=True, messages=[{"role": "user", "content": question}]
    )
    reason: str | None = None
    async for chunk in stream:
        if chunk.choices:
            reason = chunk.choices[0].finish_reason or reason
            if chunk.choices[0].delta.content:
                yield f"data: {json.dumps(chunk.choices[0].delta.content)}\n\n"
    if reason == "stop":
        yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
