"""A relay that sets its own transport headers, and takes over only what the answer means."""

import os
from collections.abc import AsyncIterator
from typing import Annotated

import httpx
from fastapi import Depends, FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
client = httpx.AsyncClient(
    base_url=os.environ["OPENAI_BASE_URL"],
    headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
    timeout=httpx.Timeout(10, read=180),
)
MODEL = os.environ["MODEL"]
PASSED_ON = ("content-type", "retry-after", "x-request-id")


async def ask(q: str = "rivers") -> AsyncIterator[httpx.Response]:
    """Open the provider's answer. FastAPI closes it once the response is over or its caller has left."""
    question = {"model": MODEL, "stream": True, "messages": [{"role": "user", "content": q}]}
    plain = {"Accept-Encoding": "identity"}
    async with client.stream("POST", "chat/completions", headers=plain, json=question) as upstream:
        yield upstream


@app.get("/stream")
async def stream(upstream: Annotated[httpx.Response, Depends(ask)]) -> StreamingResponse:
    """Relay the provider's own event stream, decoded."""
    headers = {name: upstream.headers[name] for name in PASSED_ON if name in upstream.headers}
    headers |= {"cache-control": "no-cache", "x-accel-buffering": "no"}
    return StreamingResponse(upstream.aiter_bytes(), upstream.status_code, headers)
