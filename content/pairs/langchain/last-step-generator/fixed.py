"""The last step is a generator: it takes pieces and gives pieces."""

import json
import logging
import os
from collections.abc import AsyncIterator
from contextlib import aclosing

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_core.messages import AIMessageChunk
from langchain_core.runnables import RunnableGenerator
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


async def tidy(pieces: AsyncIterator[AIMessageChunk]) -> AsyncIterator[AIMessageChunk]:
    """Replace hard spaces, piece by piece."""
    async for piece in pieces:
        yield piece.model_copy(update={"content": piece.text.replace("\u00a0", " ")})


chain = model | RunnableGenerator(tidy)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The output of the chain as events; the last one says how it ended."""
    reason = "none"
    try:
        async with aclosing(chain.astream(question)) as chunks:
            async for chunk in chunks:
                reason = chunk.response_metadata.get("finish_reason") or reason
                if chunk.text:
                    yield sse("token", str(chunk.text))
    except Exception as error:
        logging.exception("the model's stream failed")
        yield sse("error", type(error).__name__)
    else:
        yield sse("done" if reason == "stop" else "incomplete", reason)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
