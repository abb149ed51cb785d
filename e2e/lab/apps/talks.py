"""The same words over a WebSocket, an event a word, `done` at the end: a plain request is answered as `behind` does, late with `?late=SECONDS`."""

import asyncio
import contextlib
from urllib.parse import parse_qs

from behind import app as plain
from behind import words


async def app(scope, receive, send) -> None:
    """Talk, whatever was asked."""
    if scope["type"] == "http":
        await asyncio.sleep(float(parse_qs(scope["query_string"].decode()).get("late", ["0"])[0]))
        await plain(scope, receive, send)
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})

    async def answer() -> None:
        async with contextlib.aclosing(words()) as source:
            async for word in source:
                await send({"type": "websocket.send", "text": f"data: {word}\n"})
        await send({"type": "websocket.send", "text": "event: done\n"})
        await send({"type": "websocket.close", "code": 1000})

    async def left() -> None:
        while (await receive())["type"] != "websocket.disconnect":
            pass

    tasks = [asyncio.ensure_future(answer()), asyncio.ensure_future(left())]
    _, open_tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in open_tasks:
        task.cancel()
    await asyncio.gather(*open_tasks, return_exceptions=True)
