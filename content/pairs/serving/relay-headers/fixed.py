"""A relay that sets its own transport headers and takes over only the content type."""

import os
from collections.abc import AsyncIterator

import anyio
import httpx
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
client = httpx.AsyncClient(base_url=os.environ["OPENAI_BASE_URL"], timeout=httpx.Timeout(10, read=180))
MODEL = os.environ["MODEL"]


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Relay the provider's own event stream."""
    request = client.build_request(
        "POST",
        "chat/completions",
        headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}", "Accept-Encoding": "identity"},
        json={"model": MODEL, "stream": True, "messages": [{"role": "user", "content": q}]},
    )
    upstream = await client.send(request, stream=True)

    async def body() -> AsyncIterator[bytes]:
        """Pass each part on, decoded."""
        try:
            async for part in upstream.aiter_bytes():
                yield part
        finally:
            with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
                await upstream.aclose()

    headers = {"Content-Type": upstream.headers.get("Content-Type", "text/event-stream")}
    return StreamingResponse(body(), upstream.status_code, headers)
