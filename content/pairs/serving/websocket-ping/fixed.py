"""A WebSocket with pings on both levels: protocol pings by Uvicorn, and a message while a tool is silent."""

import asyncio
import os
from collections.abc import AsyncIterator

import uvicorn
from fastapi import FastAPI, WebSocket
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "90"))
PING_SECONDS = float(os.environ.get("PING_SECONDS", "15"))


async def answer(question: str) -> AsyncIterator[str]:
    """Yield the pieces of the answer, after a slow tool."""
    await asyncio.sleep(TOOL_SECONDS)
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content


async def beat(socket: WebSocket) -> None:
    """A message now and then, which every hop counts as traffic."""
    while True:
        await asyncio.sleep(PING_SECONDS)
        await socket.send_json({"type": "ping"})


@app.websocket("/socket")
async def talk(socket: WebSocket) -> None:
    """Answer each question."""
    await socket.accept()
    beating = asyncio.create_task(beat(socket))
    try:
        async for question in socket.iter_text():
            async for piece in answer(question):
                await socket.send_json({"type": "piece", "text": piece})
            await socket.send_json({"type": "done"})
    finally:
        beating.cancel()


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), ws_ping_interval=PING_SECONDS, ws_ping_timeout=20)
