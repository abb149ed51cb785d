"""The app behind a config: passes the model's answer on as events, and sends a heartbeat where HEARTBEAT_SECONDS asks for one."""

import asyncio
import contextlib
import json
import os
import zlib
from collections import Counter
from collections.abc import AsyncIterator
from urllib.parse import parse_qs

import httpx

HEARTBEAT_S = float(os.environ.get("HEARTBEAT_SECONDS", "0")) or None
client = httpx.AsyncClient(timeout=None, headers={"Authorization": "Bearer lab-key"})
# Streams that were asked for on each connection, by the port of its other end.
asked_on: Counter[int] = Counter()


async def words() -> AsyncIterator[str]:
    """The words of the model's answer."""
    body = {"model": "lab-model", "stream": True, "messages": [{"role": "user", "content": "Go on. caller-a"}]}
    async with client.stream("POST", os.environ["OPENAI_BASE_URL"] + "/chat/completions", json=body) as answer:
        async for line in answer.aiter_lines():
            if line.startswith("data: {"):
                for choice in json.loads(line[6:])["choices"]:
                    if choice["delta"].get("content"):
                        yield choice["delta"]["content"]


async def events() -> AsyncIterator[str]:
    """An event a word, and a comment line when nothing else was sent for the time of a heartbeat."""
    async with contextlib.aclosing(words()) as source:
        following = asyncio.ensure_future(anext(source))
        try:
            while True:
                done, _ = await asyncio.wait({following}, timeout=HEARTBEAT_S)
                if not done:
                    yield ": still here\n\n"
                    continue
                try:
                    text = following.result()
                except StopAsyncIteration:
                    return
                yield f"data: {text}\n\n"
                following = asyncio.ensure_future(anext(source))
        finally:
            # A caller that leaves while the model is silent ends the wait, too.
            following.cancel()
            await asyncio.wait({following})


def request_of(scope, send) -> str:
    """The request as it came here, as comment lines: its headers, and which one of its connection it is."""
    # Uvicorn puts the address of X-Forwarded-For into the scope; its connection knows the real one.
    port = send.__self__.transport.get_extra_info("peername")[1]
    asked_on[port] += 1
    lines = [f"{name.decode('latin1')}: {value.decode('latin1')}" for name, value in scope["headers"]]
    return "".join(f": {line}\n" for line in [*lines, f"request {asked_on[port]} of its connection"]) + "\n"


async def app(scope, receive, send) -> None:
    """Streams on every path; `?accel=yes` is sent as X-Accel-Buffering, `?gzip=1` compresses, `?echo=1` sends the request back first, as it came."""
    if scope["type"] != "http":
        return
    asked = parse_qs(scope["query_string"].decode())
    if scope["path"] in ("/lab-ready", "/health"):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"ok"})
        return
    accel = [(b"x-accel-buffering", value.encode()) for value in asked.get("accel", [])]
    zipped = zlib.compressobj(wbits=31) if "gzip" in asked else None
    encoding = [(b"content-encoding", b"gzip")] if zipped else []
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream"), *accel, *encoding]})

    async def answer() -> None:
        if "echo" in asked:
            await send({"type": "http.response.body", "body": request_of(scope, send).encode(), "more_body": True})
        async with contextlib.aclosing(events()) as passing:
            async for event in passing:
                body = zipped.compress(event.encode()) + zipped.flush(zlib.Z_SYNC_FLUSH) if zipped else event.encode()
                await send({"type": "http.response.body", "body": body, "more_body": True})
        await send({"type": "http.response.body", "body": zipped.flush() if zipped else b""})

    async def left() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    # The one that is over first ends the other: an answer whose caller left is not asked for any longer.
    tasks = [asyncio.ensure_future(answer()), asyncio.ensure_future(left())]
    done, open_tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in open_tasks:
        task.cancel()
    await asyncio.gather(*open_tasks, return_exceptions=True)
    for task in done:
        task.result()


def wsgi(environ, start_response):
    """The same as a WSGI app."""
    from blocking import app as blocking

    return blocking(environ, start_response)
