"""The request context stays open until the generator has ended."""

import json
import os
from collections.abc import Iterator

from flask import Flask, Response, request, stream_with_context
from openai import APIError, OpenAI

app = Flask(__name__)
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


def events(question: str) -> Iterator[str]:
    """The answer as events; the last one names the ending, and the request is read once more before it."""
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
    except APIError as error:
        app.logger.exception("the answer failed")
        yield sse(type(error).__name__, "error")
        return
    app.logger.info("answered %s", request.remote_addr)
    yield sse({"reason": reason}, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
def stream() -> Response:
    """Stream the answer; the request stays open for the generator."""
    pieces = events(request.args.get("q", "rivers"))
    return Response(stream_with_context(pieces), mimetype="text/event-stream", headers=HEADERS)
