"""A stream that blocks the event loop in its middle."""

import asyncio
import time
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
SECONDS = 5


async def events() -> AsyncIterator[str]:
    """Ten words, a block, ten words."""
    for number in range(20):
        if number == 10:
            time.sleep(SECONDS)
        yield f"data: a{number:02}z\n\n"
        await asyncio.sleep(0.1)


@app.get("/stream")
async def stream() -> StreamingResponse:
    """Stream the words."""
    return StreamingResponse(events(), media_type="text/event-stream")
