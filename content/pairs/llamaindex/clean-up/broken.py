"""Clean-up hangs on a poll between two tokens: the caller who leaves cancels the generator before it says so."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
from llama_index.core.llms import ChatMessage
from llama_index.llms.openai_like import OpenAILike

app = FastAPI()
log = logging.getLogger("uvicorn.error")
llm = OpenAILike(
    api_base=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    model=os.environ["MODEL"],
    is_chat_model=True,
)


async def keep(said: list[str], ending: str) -> None:
    """Stands for a write to a database, which takes a moment."""
    await asyncio.sleep(0.2)
    log.info("kept %s pieces: %s", len(said), ending)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(request: Request, question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    said: list[str] = []
    reason, ending = "none", "left"
    try:
        async for part in await llm.astream_chat([ChatMessage(role="user", content=question)]):
            if await request.is_disconnected():
                await keep(said, ending)
                return
            for choice in part.raw.choices:
                reason = choice.finish_reason or reason
            if part.delta:
                said.append(part.delta)
                yield sse("token", part.delta)
        ending = "done" if reason == "stop" else "incomplete"
        yield sse(ending, reason)
    except Exception as error:
        log.exception("the answer failed")
        ending = "error"
        yield sse(ending, type(error).__name__)
    await keep(said, ending)


@app.get("/stream")
async def stream(request: Request, q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(request, q), media_type="text/event-stream", headers=headers)
