"""The app behind a config, for servers of any make: `?echo=1` says first which request of its connection it is. A WebSocket gets the words, too."""

import contextlib
from collections import Counter
from urllib.parse import parse_qs

from behind import app as behind, words
from blocking import app as wsgi  # noqa: F401  the same as a WSGI app

# Streams that were asked for on each connection, by the port of its other end.
asked_on: Counter[int] = Counter()


async def app(scope, receive, send) -> None:
    """Answer over HTTP or a WebSocket; a server that asks for a lifespan gets one."""
    if scope["type"] == "lifespan":
        while (message := await receive())["type"] != "lifespan.shutdown":
            await send({"type": f"{message['type']}.complete"})
        await send({"type": "lifespan.shutdown.complete"})
    elif scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        async with contextlib.aclosing(words()) as passing:
            async for word in passing:
                await send({"type": "websocket.send", "text": word})
        await send({"type": "websocket.close", "code": 1000})
    elif "echo" in parse_qs(scope["query_string"].decode()):
        await behind({**scope, "query_string": b""}, receive, counting(scope["client"][1], send))
    else:
        await behind(scope, receive, send)


def counting(port: int, send):
    """Say after the headers which request of its connection this is."""
    asked_on[port] += 1

    async def first(message) -> None:
        await send(message)
        if message["type"] == "http.response.start":
            line = f": request {asked_on[port]} of its connection\n\n"
            await send({"type": "http.response.body", "body": line.encode(), "more_body": True})

    return first
