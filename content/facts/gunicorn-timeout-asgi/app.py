"""A stream with a silence in its middle, in which the event loop is either blocked or free."""

import asyncio
import os
import time
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
BLOCKS = os.environ["SILENCE"] == "blocks"
SECONDS = 5


async def events() -> AsyncIterator[str]:
    """Ten words, a silence, ten words."""
    for number in range(20):
        if number == 10 and BLOCKS:
            time.sleep(SECONDS)
        elif number == 10:
            await asyncio.sleep(SECONDS)
        yield f"data: a{number:02}z\n\n"
        await asyncio.sleep(0.1)


@app.get("/stream")
async def stream() -> StreamingResponse:
    """Stream the words."""
    return StreamingResponse(events(), media_type="text/event-stream")
