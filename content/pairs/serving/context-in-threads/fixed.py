"""A sync step in a thread that takes the request's context along, so that its tokens find the stream."""

import asyncio
import contextvars
import json
import os
from collections.abc import AsyncIterator, Callable

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import OpenAI

app = FastAPI()
client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
writer: contextvars.ContextVar[Callable[[str | None], None] | None] = contextvars.ContextVar("writer", default=None)


def emit(piece: str) -> None:
    """Hand a piece to the stream of this context, if there is one."""
    write = writer.get()
    if write is not None:
        write(piece)


def step(question: str) -> None:
    """A sync step that reports its tokens by the context."""
    stream = client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            emit(chunk.choices[0].delta.content)


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    writer.set(lambda piece: loop.call_soon_threadsafe(queue.put_nowait, piece))
    context = contextvars.copy_context()
    running = loop.run_in_executor(None, context.run, step, question)
    running.add_done_callback(lambda _: queue.put_nowait(None))
    while (piece := await queue.get()) is not None:
        yield f"data: {json.dumps(piece)}\n\n"
    await running
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
