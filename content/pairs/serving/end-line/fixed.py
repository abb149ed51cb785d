"""A stream of JSON lines whose last one says how it ended: without it, the answer is not whole."""

import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


def line(data: object) -> str:
    """One line of JSON."""
    return json.dumps(data) + "\n"


async def pieces(question: str) -> AsyncIterator[str]:
    """The answer, a line for each piece, and a line for its end."""
    end = "missing"
    try:
        async with await client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        ) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    end = choice.finish_reason or end
                    if choice.delta.content:
                        yield line({"text": choice.delta.content})
    except APIError:
        logging.exception("the model's stream failed")
        end = "error"
    yield line({"end": end})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(pieces(q), media_type="application/x-ndjson", headers=headers)
