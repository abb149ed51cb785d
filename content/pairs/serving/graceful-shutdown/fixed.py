"""A server that is told to end lets short answers finish, and ends the others with an event before the limit."""

import asyncio
import json
import logging
import os
import signal
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from types import FrameType
from typing import TypeVar

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
DRAIN_SECONDS = float(os.environ.get("DRAIN_SECONDS", "20"))  # less than --timeout-graceful-shutdown
T = TypeVar("T")


class Deadline:
    """When open streams have to end: never, until the server is told to."""

    def __init__(self) -> None:
        """Begin without one."""
        self.at: float | None = None
        self.waits: set[asyncio.Timeout] = set()

    def begin(self) -> None:
        """Set the deadline, for waits that have begun too."""
        if self.at is None:
            self.at = asyncio.get_running_loop().time() + DRAIN_SECONDS
            for wait in self.waits:
                wait.reschedule(self.at)

    async def wait(self, what: Awaitable[T]) -> T:
        """Wait for something, and no longer than to the deadline."""
        async with asyncio.timeout_at(self.at) as wait:
            self.waits.add(wait)
            try:
                return await what
            finally:
                self.waits.discard(wait)


deadline = Deadline()


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Hear of SIGTERM while streams run: the part behind `yield` comes when all of them are over."""
    loop = asyncio.get_running_loop()
    server_handler = signal.getsignal(signal.SIGTERM)

    def end(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(deadline.begin)
        if callable(server_handler):
            server_handler(number, frame)

    signal.signal(signal.SIGTERM, end)
    yield


app = FastAPI(lifespan=lifespan)


def sse(data: str, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    reason = "none"
    messages = [{"role": "user", "content": question}]
    try:
        async with await deadline.wait(
            client.chat.completions.create(model=MODEL, stream=True, messages=messages)
        ) as chunks:
            while chunk := await deadline.wait(anext(chunks, None)):
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield sse(choice.delta.content)
    except TimeoutError:
        yield "retry: 2000\n" + sse("the server restarts", "restart")
    except APIError as error:
        logging.exception("the model's stream failed")
        yield sse(type(error).__name__, "error")
    else:
        yield sse(reason, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
