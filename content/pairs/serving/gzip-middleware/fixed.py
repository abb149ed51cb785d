"""GZipMiddleware for pages alone: an event stream passes it as it is, token by token."""

import json
import logging
import os
from collections.abc import Iterator

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.urls import path
from openai import APIError, OpenAI

hosts = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
MIDDLEWARE = [f"{__name__}.CompressPages"]
settings.configure(ALLOWED_HOSTS=hosts, ROOT_URLCONF=__name__, MIDDLEWARE=MIDDLEWARE)
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


class CompressPages(GZipMiddleware):
    """Compress whatever is no event stream."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Pass an event stream on; nothing flushes the compressor between two events."""
        if response.get("Content-Type", "").startswith("text/event-stream"):
            return response
        return super().process_response(request, response)


def sse(data: str, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


def events(question: str) -> Iterator[str]:
    """The answer as events; the last one says how it ended."""
    reason = "none"
    try:
        with client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        ) as chunks:
            for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except APIError as error:
        logging.exception("the model's stream failed")
        yield sse(type(error).__name__, "error")
    else:
        yield sse(reason, "done" if reason == "stop" else "incomplete")


def stream(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    answer = events(request.GET.get("q", "rivers"))
    return StreamingHttpResponse(answer, content_type="text/event-stream", headers=headers)


def page(request: HttpRequest) -> HttpResponse:
    """A page, which is worth compressing."""
    return HttpResponse("<p>Rivers</p>\n" * 200)


urlpatterns = [path("stream", stream), path("page", page)]
app = get_wsgi_application()
