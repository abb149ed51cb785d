"""Django in one file, with the same words from a synchronous and from an asynchronous iterator, under WSGI."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="lab")


def words() -> Iterator[str]:
    """Twenty words, synchronously."""
    for number in range(20):
        time.sleep(0.1)
        yield f"data: a{number:02}z\n\n"


async def words_async() -> AsyncIterator[str]:
    """The same, asynchronously."""
    for number in range(20):
        await asyncio.sleep(0.1)
        yield f"data: a{number:02}z\n\n"


def sync(request: HttpRequest) -> StreamingHttpResponse:
    """Stream a synchronous iterator."""
    return StreamingHttpResponse(words(), content_type="text/event-stream")


def asynchronous(request: HttpRequest) -> StreamingHttpResponse:
    """Stream an asynchronous iterator, under WSGI."""
    return StreamingHttpResponse(words_async(), content_type="text/event-stream")


urlpatterns = [path("sync", sync), path("async", asynchronous)]
app = get_wsgi_application()
