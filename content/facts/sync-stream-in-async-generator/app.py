"""A synchronous stream of the model, in an asynchronous generator and in a synchronous one."""

import os
from collections.abc import AsyncIterator, Iterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import OpenAI

app = FastAPI()
client = OpenAI()
MODEL = os.environ["MODEL"]


def tokens() -> Iterator[str]:
    """The model's answer as events."""
    messages = [{"role": "user", "content": "rivers"}]
    for chunk in client.chat.completions.create(model=MODEL, stream=True, messages=messages):
        if chunk.choices and chunk.choices[0].delta.content:
            yield f"data: {chunk.choices[0].delta.content}\n\n"


async def tokens_in_loop() -> AsyncIterator[str]:
    """The same loop in the event loop: it blocks while it waits for each token."""
    for event in tokens():
        yield event


@app.get("/loop")
async def loop() -> StreamingResponse:
    """Stream from the asynchronous generator."""
    return StreamingResponse(tokens_in_loop(), media_type="text/event-stream")


@app.get("/thread")
async def thread() -> StreamingResponse:
    """Stream from the synchronous generator, which Starlette reads in a thread."""
    return StreamingResponse(tokens(), media_type="text/event-stream")


@app.get("/ping")
async def ping() -> str:
    """Another request."""
    return "pong"
