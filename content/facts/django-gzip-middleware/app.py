"""Django in one file under GZipMiddleware and WSGI, with and without `Content-Encoding: identity`."""

import time
from collections.abc import Iterator

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="lab",
    MIDDLEWARE=["django.middleware.gzip.GZipMiddleware"],
)


def words() -> Iterator[str]:
    """Twenty words."""
    for number in range(20):
        time.sleep(0.1)
        yield f"data: a{number:02}z\n\n"


def plain(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the words."""
    return StreamingHttpResponse(words(), content_type="text/event-stream")


def exempt(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the words, and say that they are encoded already."""
    headers = {"Content-Encoding": "identity"}
    return StreamingHttpResponse(words(), content_type="text/event-stream", headers=headers)


urlpatterns = [path("plain", plain), path("exempt", exempt)]
app = get_wsgi_application()
