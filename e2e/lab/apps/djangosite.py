"""Django in one file, with GZipMiddleware and a middleware of the page: `/stream` is a generator, `/async` an asynchronous one. Served as `asgi` and `wsgi`."""

import itertools
from collections.abc import AsyncIterator, Iterator

from behind import events as events_async
from blocking import events
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="lab",
    MIDDLEWARE=["django.middleware.gzip.GZipMiddleware", "streaming.EventStreams"],
)


def generator() -> Iterator[bytes]:
    """The events, after a comment."""
    return itertools.chain([b": begins\n\n"], events())


async def asynchronous() -> AsyncIterator[str]:
    """The same, asynchronously."""
    async for event in events_async():
        yield event


def stream(request: HttpRequest) -> StreamingHttpResponse:
    """Stream a generator."""
    return StreamingHttpResponse(generator(), content_type="text/event-stream")


def stream_async(request: HttpRequest) -> StreamingHttpResponse:
    """Stream an asynchronous generator."""
    return StreamingHttpResponse(asynchronous(), content_type="text/event-stream")


urlpatterns = [path("stream", stream), path("async", stream_async), path("lab-ready", lambda request: HttpResponse("ok"))]
asgi = get_asgi_application()
wsgi = get_wsgi_application()
