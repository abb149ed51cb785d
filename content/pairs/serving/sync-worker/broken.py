"""Flask on a sync worker, this file being both the app and Gunicorn's config: a stream holds the worker."""

import json
import os
from collections.abc import Iterator

from flask import Flask, Response, request, stream_with_context
from openai import APIError, OpenAI

worker_class = "sync"
workers = 1
timeout = int(os.environ.get("WORKER_TIMEOUT", "30"))

app = Flask(__name__)
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


def events() -> Iterator[str]:
    """The answer as events; the last one names the ending."""
    question = request.args.get("q", "rivers")
    reason: str | None = None
    try:
        with client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        ) as chunks:
            for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
        yield sse({"reason": reason}, "done" if reason == "stop" else "incomplete")
    except APIError as error:
        app.logger.exception("the answer failed")
        yield sse(type(error).__name__, "error")


@app.get("/stream")
def stream() -> Response:
    """Stream the answer; the request stays open for the generator."""
    return Response(stream_with_context(events()), mimetype="text/event-stream", headers=HEADERS)
