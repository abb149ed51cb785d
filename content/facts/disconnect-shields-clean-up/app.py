"""A generator that saves what it has once the caller has left: in a bare `finally`, and in a shielded one."""

import asyncio
import os
from collections.abc import AsyncIterator

import anyio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
SHIELDED = os.environ["CLEAN_UP"] == "shielded"
CLEAN_UP_SECONDS = 2.0


async def save(seconds: float) -> None:
    """Stands for a write to a database."""
    print("saving", flush=True)
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cancelled while saving", flush=True)
        raise
    print("saved", flush=True)


async def events(seconds: float) -> AsyncIterator[str]:
    """An event four times a second, for six seconds."""
    try:
        for number in range(24):
            await asyncio.sleep(0.25)
            yield f"data: {number}\n\n"
    finally:
        if SHIELDED:
            with anyio.move_on_after(CLEAN_UP_SECONDS, shield=True) as scope:
                await save(seconds)
            if scope.cancelled_caught:
                print("given up at the bound", flush=True)
        else:
            await save(seconds)


@app.get("/stream")
async def stream(seconds: float = 0.5) -> StreamingResponse:
    """Stream the events."""
    return StreamingResponse(events(seconds), media_type="text/event-stream")
