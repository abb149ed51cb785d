"""FastAPI's own server-sent events: a route that yields, and one that returns the response."""

import asyncio
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent

app = FastAPI()


@app.get("/yields", response_class=EventSourceResponse)
async def yields() -> AsyncIterator[ServerSentEvent]:
    """The route yields."""
    for number in range(20):
        await asyncio.sleep(0.1)
        yield ServerSentEvent(data=f"a{number:02}z")


async def words() -> AsyncIterator[str]:
    """Twenty words."""
    for number in range(20):
        await asyncio.sleep(0.1)
        yield f"a{number:02}z "


@app.get("/returns")
async def returns() -> EventSourceResponse:
    """The route returns the response."""
    return EventSourceResponse(words())
