"""Reads a body without chunks with requests: by its own iterators, or by what has arrived."""

import os
import threading
import time
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

PARTS = 5


class Http10(BaseHTTPRequestHandler):
    """A server of HTTP/1.0: the body ends with the connection."""

    def do_GET(self) -> None:
        """Five events in two seconds."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for number in range(PARTS):
            self.wfile.write(f"data: a{number:02}z\n\n".encode())
            time.sleep(0.4)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def read(name: str, pieces: Callable[[requests.Response], Iterable[bytes]]) -> None:
    """Say whether the body came as it was sent."""
    began = time.monotonic()
    with requests.get(url, stream=True, timeout=(5, 30)) as answer:
        times = [time.monotonic() - began for piece in pieces(answer) if piece]
    print(f"{name}: {'piece by piece' if times[0] < 1 and len(times) == PARTS else 'all at the end'}")


server = ThreadingHTTPServer(("127.0.0.1", 0), Http10)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/"
if os.environ["READ"] == "arrived":
    read("raw.read1()", lambda answer: iter(lambda: answer.raw.read1(decode_content=True), b""))
else:
    read("iter_lines()", lambda answer: answer.iter_lines())
    read("iter_content(chunk_size=None)", lambda answer: answer.iter_content(chunk_size=None))
