"""A view that streams twenty words, with the request kept for the generator or without, and a teardown that counts."""

import os
import time
from collections.abc import Iterator

from flask import Flask, Response, request, stream_with_context

app = Flask(__name__)
KEPT = os.environ["REQUEST"] == "kept"
sent: list[int] = []


@app.teardown_request
def teardown(error: BaseException | None) -> None:
    """Where many apps close what belongs to a request."""
    print(f"teardown of {request.path} after {len(sent)} words", flush=True)


def words() -> Iterator[str]:
    """Twenty words in two seconds."""
    for number in range(20):
        time.sleep(0.1)
        sent.append(number)
        yield f"data: a{number:02}z\n\n"


@app.get("/stream")
def stream() -> Response:
    """Stream the words."""
    sent.clear()
    return Response(stream_with_context(words()) if KEPT else words(), mimetype="text/event-stream")
