"""Heartbeats around a generator: each of its steps in a task of its own, or all of them in one task."""

import asyncio
import json
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from contextvars import ContextVar

import anyio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
HEARTBEAT_SECONDS = 0.5
CLEAN_UP_SECONDS = 2.0
user: ContextVar[str] = ContextVar("user", default="nobody")

Pieces = AsyncGenerator[str, None]


async def with_variable() -> Pieces:
    """Sets a context variable, and reads it after a pause."""
    user.set("Ada")
    yield "before the pause"
    await asyncio.sleep(2)
    yield f"asked by {user.get()}"


async def with_deadline() -> Pieces:
    """Gives itself one second, and pauses for longer."""
    async with asyncio.timeout(1):
        yield "before the pause"
        await asyncio.sleep(3)
        yield "the deadline never fired"


async def work() -> None:
    """Stands for what a tool's session does beside the generator."""
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print("the work was ended early", flush=True)
        raise


async def with_task_group() -> Pieces:
    """Holds a task group of anyio open, as sessions of tools do."""
    async with anyio.create_task_group() as group:
        group.start_soon(work)
        yield "before the pause"
        await asyncio.sleep(2)
        yield "after the pause"


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def in_steps(pieces: Pieces) -> AsyncIterator[str]:
    """Wait for a task that makes the next step."""
    waiting = asyncio.ensure_future(anext(pieces))
    try:
        while True:
            done, _ = await asyncio.wait({waiting}, timeout=HEARTBEAT_SECONDS)
            if not done:
                yield ": still here\n\n"
                continue
            try:
                yield sse("piece", waiting.result())
            except StopAsyncIteration:
                break
            waiting = asyncio.ensure_future(anext(pieces))
        yield sse("done", {})
    except Exception as error:
        yield sse("error", f"{type(error).__name__}: {error}")
    finally:
        waiting.cancel()


async def produce(pieces: Pieces, queue: asyncio.Queue[str]) -> None:
    """Read the generator to its end in this one task."""
    try:
        async with aclosing(pieces):
            async for piece in pieces:
                await queue.put(sse("piece", piece))
        last = sse("done", {})
    except Exception as error:
        last = sse("error", f"{type(error).__name__}: {error}")
    await queue.put(last)


async def in_one_task(pieces: Pieces) -> AsyncIterator[str]:
    """Wait for the queue that one task fills."""
    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=16)
    task = asyncio.create_task(produce(pieces, queue))
    try:
        while not (task.done() and queue.empty()):
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield ": still here\n\n"
            else:
                yield event
        if task.cancelled():
            yield sse("error", "cancelled")
    finally:
        task.cancel()
        with anyio.move_on_after(CLEAN_UP_SECONDS, shield=True):
            await asyncio.wait({task})


with_heartbeat = in_steps if os.environ["HEARTBEAT"] == "steps" else in_one_task


@app.get("/variable")
async def variable() -> StreamingResponse:
    """Stream the generator that sets a variable."""
    return StreamingResponse(with_heartbeat(with_variable()), media_type="text/event-stream")


@app.get("/deadline")
async def deadline() -> StreamingResponse:
    """Stream the generator that has a deadline."""
    return StreamingResponse(with_heartbeat(with_deadline()), media_type="text/event-stream")


@app.get("/task-group")
async def task_group() -> StreamingResponse:
    """Stream the generator that holds a task group."""
    return StreamingResponse(with_heartbeat(with_task_group()), media_type="text/event-stream")
