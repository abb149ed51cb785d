"""A stream of plain text: where it ends, the answer ends, whatever the reason was."""

import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


async def pieces(question: str) -> AsyncIterator[str]:
    """The answer, piece by piece."""
    async with await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    ) as chunks:
        async for chunk in chunks:
            for choice in chunk.choices:
                if choice.delta.content:
                    yield choice.delta.content


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(pieces(q), media_type="text/plain", headers=headers)
