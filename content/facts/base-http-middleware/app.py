"""A middleware that collects the body, or one that hands the response on."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse

app = FastAPI()
COLLECTS = os.environ["MIDDLEWARE"] == "collects"


@app.middleware("http")
async def middleware(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Starlette's BaseHTTPMiddleware, in the form of a decorator."""
    response = await call_next(request)
    if not COLLECTS:
        return response
    body = b"".join([chunk async for chunk in response.body_iterator])
    return Response(body, response.status_code, media_type=response.media_type)


async def words() -> AsyncIterator[str]:
    """Twenty words."""
    for number in range(20):
        await asyncio.sleep(0.1)
        yield f"data: a{number:02}z\n\n"


@app.get("/stream")
async def stream() -> StreamingResponse:
    """Stream the words."""
    return StreamingResponse(words(), media_type="text/event-stream")
