"""A sync step in a thread that takes the request's context along, so that its tokens find the stream."""

import asyncio
import contextvars
import json
import logging
import os
from collections.abc import AsyncIterator, Callable

import anyio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import OpenAI

app = FastAPI()
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
writer: contextvars.ContextVar[Callable[[str], None] | None] = contextvars.ContextVar("writer", default=None)


def emit(piece: str) -> None:
    """Hand a piece to the stream of this context, if there is one."""
    write = writer.get()
    if write is not None:
        write(piece)


def step(question: str) -> str | None:
    """A sync step that reports its tokens by the context, and gives the finish reason."""
    reason: str | None = None
    with client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    ) as chunks:
        for chunk in chunks:
            for choice in chunk.choices:
                reason = choice.finish_reason or reason
                if choice.delta.content:
                    emit(choice.delta.content)
    return reason


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one names the ending."""
    loop = asyncio.get_running_loop()
    send, receive = anyio.create_memory_object_stream[str](16)
    writer.set(lambda piece: asyncio.run_coroutine_threadsafe(send.send(piece), loop).result())
    context = contextvars.copy_context()
    running = loop.run_in_executor(None, context.run, step, question)
    running.add_done_callback(lambda _: send.close())
    try:
        with receive:
            async for piece in receive:
                yield sse(piece)
        reason = await running
        yield sse({"reason": reason}, "done" if reason == "stop" else "incomplete")
    except Exception as error:
        logging.exception("the answer failed")
        yield sse(type(error).__name__, "error")
    finally:
        # A thread cannot be cancelled. Its next piece finds the stream closed, which ends the model call.
        with anyio.CancelScope(shield=True):
            await asyncio.gather(running, return_exceptions=True)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
