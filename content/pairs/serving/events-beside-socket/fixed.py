"""The same messages over plain HTTP, at the same address: they need nothing that a proxy has to pass on."""

import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator

from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


async def answer(question: str) -> AsyncGenerator[dict[str, str | None], None]:
    """The pieces of the answer; the last message names the ending."""
    reason: str | None = None
    try:
        async with await client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        ) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        yield {"type": "piece", "text": choice.delta.content}
    except APIError as error:
        logging.exception("the answer failed")
        yield {"type": "error", "reason": type(error).__name__}
        return
    yield {"type": "done" if reason == "stop" else "incomplete", "reason": reason}


@app.websocket("/stream")
async def talk(socket: WebSocket, q: str = "rivers") -> None:
    """Send the answer as messages."""
    await socket.accept()
    pieces = answer(q)
    try:
        async for message in pieces:
            await socket.send_json(message)
        await socket.close()
    except WebSocketDisconnect:
        await pieces.aclose()  # ends the call to the model


async def events(question: str) -> AsyncIterator[str]:
    """The answer as server-sent events."""
    async for message in answer(question):
        yield f"data: {json.dumps(message)}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Send the answer as events, to those whose upgrade did not arrive too."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
