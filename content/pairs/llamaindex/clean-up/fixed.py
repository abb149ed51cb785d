"""Clean-up stands in `finally`, shielded: whenever the caller leaves, what was said is kept."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator

import anyio
from fastapi import FastAPI
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


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    said: list[str] = []
    reason, ending = "none", "left"
    try:
        async for part in await llm.astream_chat([ChatMessage(role="user", content=question)]):
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
    finally:
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await keep(said, ending)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
