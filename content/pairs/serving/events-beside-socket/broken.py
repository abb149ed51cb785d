"""Tokens over a WebSocket alone: where a proxy does not pass the upgrade on, there is no way to them."""

import logging
import os
from collections.abc import AsyncGenerator

from fastapi import FastAPI, WebSocket, WebSocketDisconnect
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
