"""The sample that polls `is_disconnected()` before each event."""

import asyncio
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

app = FastAPI()


async def events(request: Request) -> AsyncIterator[str]:
    """Twenty words, as long as the caller seems to be there."""
    for number in range(20):
        if await request.is_disconnected():
            break
        yield f"data: a{number:02}z\n\n"
        await asyncio.sleep(0.1)


@app.get("/stream")
async def stream(request: Request) -> StreamingResponse:
    """Stream the words."""
    return StreamingResponse(events(request), media_type="text/event-stream")
