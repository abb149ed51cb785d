"""A plain function closes the chain: it needs its whole input, so the stream ends in front of it."""

import json
import logging
import os
from collections.abc import AsyncIterator
from contextlib import aclosing

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableLambda
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


def tidy(message: AIMessage) -> AIMessage:
    """Replace hard spaces."""
    return message.model_copy(update={"content": message.text.replace("\u00a0", " ")})


chain = model | RunnableLambda(tidy)


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
