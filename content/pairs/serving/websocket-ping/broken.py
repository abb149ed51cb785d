"""A WebSocket without pings: while a tool runs, no frame crosses the path, and an idle limit ends it."""

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


async def answer(question: str) -> AsyncIterator[str]:
    """Yield the pieces of the answer, after a slow tool."""
    await asyncio.sleep(TOOL_SECONDS)
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content


@app.websocket("/socket")
async def talk(socket: WebSocket) -> None:
    """Answer each question."""
    await socket.accept()
    async for question in socket.iter_text():
        async for piece in answer(question):
            await socket.send_json({"type": "piece", "text": piece})
        await socket.send_json({"type": "done"})


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), ws_ping_interval=None)
