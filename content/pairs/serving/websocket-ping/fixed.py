"""A WebSocket with pings on both levels: protocol pings by Uvicorn, and a message while a tool is silent."""

import asyncio
import logging
import os

import anyio
import uvicorn
from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "90"))
PING_SECONDS = float(os.environ.get("PING_SECONDS", "15"))


async def answer(socket: WebSocket, question: str) -> None:
    """Send the pieces of the answer, after a slow tool; the last message names the ending."""
    await asyncio.sleep(TOOL_SECONDS)
    reason: str | None = None
    try:
        async with await client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        ) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        await socket.send_json({"type": "piece", "text": choice.delta.content})
        ending = {"type": "done" if reason == "stop" else "incomplete", "reason": reason}
    except APIError as error:
        logging.exception("the answer failed")
        ending = {"type": "error", "reason": type(error).__name__}
    await socket.send_json(ending)


async def answer_each(socket: WebSocket, questions: asyncio.Queue[str]) -> None:
    """Answer one question after the other."""
    while True:
        await answer(socket, await questions.get())


async def beat(socket: WebSocket) -> None:
    """A message now and then, which every hop counts as traffic."""
    while True:
        await asyncio.sleep(PING_SECONDS)
        await socket.send_json({"type": "ping"})


@app.websocket("/socket")
async def talk(socket: WebSocket) -> None:
    """Read all the while, as only a reader sees a close; the tasks end with it."""
    await socket.accept()
    questions: asyncio.Queue[str] = asyncio.Queue(maxsize=4)
    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(answer_each, socket, questions)
            tasks.start_soon(beat, socket)
            async for question in socket.iter_text():
                try:
                    questions.put_nowait(question)
                except asyncio.QueueFull:
                    await socket.send_json({"type": "busy"})
            tasks.cancel_scope.cancel()
    except* WebSocketDisconnect:
        pass  # the caller left while a message was on its way


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), ws_ping_interval=PING_SECONDS, ws_ping_timeout=20)
