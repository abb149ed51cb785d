"""A sync generator under ASGI: Django reads it to its end before it sends the first byte."""

import json
import logging
import os
from collections.abc import Iterator

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.urls import path
from openai import APIError, OpenAI

hosts = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
settings.configure(ALLOWED_HOSTS=hosts, ROOT_URLCONF=__name__)
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


async def health(request: HttpRequest) -> JsonResponse:
    """Answers at once while streams run, as long as the loop is free."""
    return JsonResponse({"ok": True})


urlpatterns = [path("stream", stream), path("health", health)]
app = get_asgi_application()
