"""A streaming route with the HTTP extension."""

import asyncio
from collections.abc import AsyncIterator

import azure.functions as func
from azurefunctions.extensions.http.fastapi import Request, StreamingResponse

app = func.FunctionApp(http_auth_level=func.AuthLevel.FUNCTION)


async def events() -> AsyncIterator[str]:
    """Stands for your stream: ten events with a pause."""
    for number in range(10):
        yield f"data: {number}\n\n"
        await asyncio.sleep(1)
    yield "event: done\ndata: {}\n\n"


@app.route(route="stream", methods=[func.HttpMethod.GET])
async def stream(req: Request) -> StreamingResponse:
    """Stream the events."""
    return StreamingResponse(events(), media_type="text/event-stream")
