"""Django's GZipMiddleware around an event stream: the compressor gathers the tokens until the answer is over."""

import json
import logging
import os
from collections.abc import Iterator

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path
from openai import APIError, OpenAI

hosts = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware"]
settings.configure(ALLOWED_HOSTS=hosts, ROOT_URLCONF=__name__, MIDDLEWARE=MIDDLEWARE)
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


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
