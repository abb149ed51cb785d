"""The model's answer from a synchronous and from an asynchronous generator."""

import os
from collections.abc import AsyncIterator, Iterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI, OpenAI

app = FastAPI()
MODEL = os.environ["MODEL"]
MESSAGES = [{"role": "user", "content": "rivers"}]


def in_thread() -> Iterator[str]:
    """Starlette pulls each event in a thread."""
    with OpenAI().chat.completions.create(model=MODEL, stream=True, messages=MESSAGES) as answer:
        for chunk in answer:
            if chunk.choices and chunk.choices[0].delta.content:
                yield f"data: {chunk.choices[0].delta.content}\n\n"


async def in_loop() -> AsyncIterator[str]:
    """The same in the event loop."""
    async with await AsyncOpenAI().chat.completions.create(model=MODEL, stream=True, messages=MESSAGES) as answer:
        async for chunk in answer:
            if chunk.choices and chunk.choices[0].delta.content:
                yield f"data: {chunk.choices[0].delta.content}\n\n"


@app.get("/sync")
def sync() -> StreamingResponse:
    """Stream from the synchronous generator."""
    return StreamingResponse(in_thread(), media_type="text/event-stream")


@app.get("/async")
async def asynchronous() -> StreamingResponse:
    """Stream from the asynchronous generator."""
    return StreamingResponse(in_loop(), media_type="text/event-stream")
