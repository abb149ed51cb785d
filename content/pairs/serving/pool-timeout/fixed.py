"""A relay that waits briefly for a free connection, and says when there is none: 503, and when to ask again."""

import json
import logging
import os
from collections.abc import AsyncIterator
from typing import Annotated

import httpx
from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import StreamingResponse

app = FastAPI()
client = httpx.AsyncClient(
    base_url=os.environ["OPENAI_BASE_URL"],
    headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
    timeout=httpx.Timeout(10, read=180, pool=float(os.environ.get("POOL_SECONDS", "2"))),
    limits=httpx.Limits(max_connections=int(os.environ.get("STREAMS_AT_ONCE", "100"))),
)
MODEL = os.environ["MODEL"]


def sse(data: str, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def ask(q: str = "rivers") -> AsyncIterator[httpx.Response]:
    """Open the provider's answer. FastAPI closes it once the response is over or its caller has left."""
    question = {"model": MODEL, "stream": True, "messages": [{"role": "user", "content": q}]}
    try:
        upstream = await client.send(client.build_request("POST", "chat/completions", json=question), stream=True)
    except httpx.PoolTimeout:
        raise HTTPException(503, "All streams are taken.", {"Retry-After": "5"}) from None
    try:
        if upstream.is_error:
            raise HTTPException(502, f"The provider answers with {upstream.status_code}.")
        yield upstream
    finally:
        await upstream.aclose()


async def events(upstream: httpx.Response) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    reason = "none"
    rest = b""
    try:
        async for part in upstream.aiter_bytes():
            *whole, rest = (rest + part).split(b"\n\n")
            for event in whole:
                if event.startswith(b"data: {"):
                    chunk = json.loads(event.removeprefix(b"data: "))
                    if "error" in chunk:
                        logging.error("the model's stream failed: %s", chunk["error"])
                        yield sse("provider error", "error")
                        return
                    for choice in chunk["choices"]:
                        reason = choice["finish_reason"] or reason
                        if choice["delta"].get("content"):
                            yield sse(choice["delta"]["content"])
    except httpx.HTTPError as error:
        logging.exception("the model's stream failed")
        yield sse(type(error).__name__, "error")
    else:
        yield sse(reason, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(upstream: Annotated[httpx.Response, Depends(ask)]) -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(upstream), media_type="text/event-stream", headers=headers)
