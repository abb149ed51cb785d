"""Flask on a sync worker, this file being both the app and Gunicorn's config: a stream holds the worker."""

import json
import os
from collections.abc import Iterator

from flask import Flask, Response, request, stream_with_context
from openai import OpenAI

worker_class = "sync"
workers = 1
timeout = int(os.environ.get("WORKER_TIMEOUT", "30"))

app = Flask(__name__)
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


def answer(question: str) -> Iterator[str]:
    """Yield the pieces of the answer."""
    stream = client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content


def events() -> Iterator[str]:
    """The answer as events."""
    for piece in answer(request.args.get("q", "rivers")):
        yield f"data: {json.dumps(piece)}\n\n"
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
def stream() -> Response:
    """Stream the answer; the request stays open for the generator."""
    return Response(stream_with_context(events()), mimetype="text/event-stream")
