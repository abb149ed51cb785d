"""Relays the model's answer as server-sent events (Flask, synchronous)."""

import os
from collections.abc import Iterator

from flask import Flask, Response
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()
MODEL = os.environ["MODEL"]


def events() -> Iterator[str]:
    """The answer as events."""
    messages = [{"role": "user", "content": "rivers"}]
    for chunk in client.chat.completions.create(model=MODEL, stream=True, messages=messages):
        if chunk.choices and chunk.choices[0].delta.content:
            yield f"data: {chunk.choices[0].delta.content}\n\n"
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
def stream() -> Response:
    """Stream the answer."""
    return Response(events(), mimetype="text/event-stream")
