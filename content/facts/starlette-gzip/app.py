"""The same words under GZipMiddleware, under two media types."""

import asyncio
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from starlette.middleware.gzip import GZipMiddleware

app = FastAPI()
app.add_middleware(GZipMiddleware)


async def words() -> AsyncIterator[str]:
    """Twenty words."""
    for number in range(20):
        await asyncio.sleep(0.1)
        yield f"data: a{number:02}z\n\n"


@app.get("/events")
async def events() -> StreamingResponse:
    """Stream the words as server-sent events."""
    return StreamingResponse(words(), media_type="text/event-stream")


@app.get("/text")
async def text() -> StreamingResponse:
    """Stream the words as plain text."""
    return StreamingResponse(words(), media_type="text/plain")
