"""An app that sends its events as a network may: cut anywhere, in the middle of an event and of a character."""

import asyncio
import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])

# Bytes of one piece: no event is a multiple of it, so that in time each place of an event is a cut.
PIECE = 7


async def body(question: str, whole: bool, newline: str) -> AsyncIterator[bytes]:
    """The answer as events in UTF-8, an event at once or in pieces."""
    stream = await client.chat.completions.create(
        model=os.environ["MODEL"], stream=True, messages=[{"role": "user", "content": question}]
    )
    reason: str | None = None
    async for chunk in stream:
        if not chunk.choices:
            continue
        reason = chunk.choices[0].finish_reason or reason
        if content := chunk.choices[0].delta.content:
            event = f"data: {json.dumps(content, ensure_ascii=False)}{newline * 2}".encode()
            for at in range(0, len(event), len(event) if whole else PIECE):
                yield event[at : at + (len(event) if whole else PIECE)]
                await asyncio.sleep(0 if whole else 0.03)  # so that each piece is a read of its own
    if reason == "stop":
        yield f"event: done{newline}data: {{}}{newline * 2}".encode()


@app.get("/stream")
async def stream(q: str = "rivers", whole: bool = False, crlf: bool = False) -> StreamingResponse:
    """Stream the answer in pieces, or each event at once, with either line end."""
    return StreamingResponse(body(q, whole or crlf, "\r\n" if crlf else "\n"), media_type="text/event-stream")
