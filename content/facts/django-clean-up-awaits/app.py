"""One generator that saves what it has once the caller has left, under Starlette and under Django."""

import asyncio
from collections.abc import AsyncIterator

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="lab")


async def save() -> None:
    """Stands for a write to a database."""
    print("saving", flush=True)
    try:
        await asyncio.sleep(0.5)
    except asyncio.CancelledError:
        print("cancelled while saving", flush=True)
        raise
    print("saved", flush=True)


async def events() -> AsyncIterator[str]:
    """An event four times a second, for six seconds."""
    try:
        for number in range(24):
            await asyncio.sleep(0.25)
            yield f"data: {number}\n\n"
    finally:
        await save()


async def in_starlette(request: Request) -> StreamingResponse:
    """Stream the events from Starlette."""
    return StreamingResponse(events(), media_type="text/event-stream")


async def in_django(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the events from Django."""
    return StreamingHttpResponse(events(), content_type="text/event-stream")


urlpatterns = [path("stream", in_django)]
starlette = Starlette(routes=[Route("/stream", in_starlette)])
django = get_asgi_application()
