"""An asynchronous generator that never waits, and one that lets the event loop in."""

import asyncio
import os
import time
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
WAITS = os.environ["GENERATOR"] == "waits"


async def events() -> AsyncIterator[str]:
    """Four thousand events, each a millisecond of work."""
    made = 0
    try:
        for made in range(1, 4001):
            time.sleep(0.001)
            if WAITS:
                await asyncio.sleep(0)
            yield f"data: {made}\n\n"
    finally:
        print("made all of them" if made == 4000 else "stopped early", flush=True)


@app.get("/stream")
async def stream() -> StreamingResponse:
    """Stream the events."""
    return StreamingResponse(events(), media_type="text/event-stream")
