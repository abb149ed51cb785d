"""A streaming route around a call that does not stream: one piece, after the whole generation."""

import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI
from openai.types.chat import ChatCompletion

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


def sse(data: str, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def ask(question: str) -> ChatCompletion:
    """Ask the model."""
    return await client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": question}]
    )


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    try:
        completion = await ask(question)
        choice = completion.choices[0]
        reason = choice.finish_reason
        yield sse(choice.message.content or "")
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
