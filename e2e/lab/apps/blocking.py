"""The same stream as a WSGI app: it blocks its thread or process for the whole answer."""

import itertools
import json
import os
from collections import Counter
from collections.abc import Iterator
from urllib.request import Request, urlopen

# Streams that were asked for on each connection, by the port of its other end.
asked_on: Counter[str] = Counter()


def events() -> Iterator[bytes]:
    """The words of the model's answer, as events."""
    body = {"model": "lab-model", "stream": True, "messages": [{"role": "user", "content": "Go on. caller-a"}]}
    headers = {"Authorization": "Bearer lab-key", "Content-Type": "application/json"}
    with urlopen(Request(os.environ["OPENAI_BASE_URL"] + "/chat/completions", json.dumps(body).encode(), headers)) as answer:
        for line in answer:
            if line.startswith(b"data: {"):
                for choice in json.loads(line[6:])["choices"]:
                    if choice["delta"].get("content"):
                        yield f"data: {choice['delta']['content']}\n\n".encode()


def app(environ, start_response):
    """Every path streams, but for the ones that ask whether it stands; `?echo=1` says first which request of its connection it is."""
    if environ["PATH_INFO"] in ("/lab-ready", "/health"):
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]
    start_response("200 OK", [("Content-Type", "text/event-stream")])
    if environ["QUERY_STRING"] != "echo=1":
        return events()
    asked_on[environ["REMOTE_PORT"]] += 1
    first = f": request {asked_on[environ['REMOTE_PORT']]} of its connection\n\n"
    return itertools.chain([first.encode()], events())
