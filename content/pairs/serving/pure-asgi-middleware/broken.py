"""A logging middleware that reads the whole body first: the caller gets it in one piece."""

import json
import logging
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
log = logging.getLogger("uvicorn.error")


class LogSize(BaseHTTPMiddleware):
    """Log how many bytes each response had."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Count the body, then send it."""
        response = await call_next(request)
        body = b"".join([part async for part in response.body_iterator])
        log.info("%s: %s bytes", request.url.path, len(body))
        return Response(body, response.status_code, dict(response.headers))


app.add_middleware(LogSize)


async def answer(question: str) -> AsyncIterator[str]:
    """Yield the pieces of the answer."""
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events."""
    async for piece in answer(question):
        yield f"data: {json.dumps(piece)}\n\n"
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
