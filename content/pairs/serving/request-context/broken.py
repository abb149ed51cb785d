"""The request context closes when the view returns; the generator needs it afterwards."""

import json
import os
from collections.abc import Iterator

from flask import Flask, Response, request
from openai import OpenAI

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


def events(question: str) -> Iterator[str]:
    """The answer as events; the end reads the request once more."""
    for piece in answer(question):
        yield f"data: {json.dumps(piece)}\n\n"
    app.logger.info("answered %s", request.remote_addr)
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
def stream() -> Response:
    """Stream the answer."""
    return Response(events(request.args.get("q", "rivers")), mimetype="text/event-stream")
