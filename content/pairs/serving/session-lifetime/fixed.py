"""The database is opened inside the generator, and stays open as long as the stream."""

import asyncio
import json
import logging
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
CHAT_DB = os.environ.get("CHAT_DB", "chat.db")


@asynccontextmanager
async def database() -> AsyncIterator[sqlite3.Connection]:
    """A database connection, closed on exit. Its calls block, so they run in threads."""
    db = await asyncio.to_thread(sqlite3.connect, CHAT_DB, check_same_thread=False)
    try:
        yield db
    finally:
        db.close()


def store(db: sqlite3.Connection, role: str, text: str, reason: str | None = None) -> None:
    """Store one message, with the finish reason that tells a whole answer from a part."""
    with db:
        db.execute("create table if not exists messages (role text, content text, finish_reason text)")
        db.execute("insert into messages values (?, ?, ?)", (role, text, reason))


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; question and answer are stored."""
    messages = [{"role": "user", "content": question}]
    text = ""
    reason: str | None = None
    try:
        async with database() as db:
            await asyncio.to_thread(store, db, "user", question)
            async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
                async for chunk in chunks:
                    for choice in chunk.choices:
                        reason = choice.finish_reason or reason
                        if choice.delta.content:
                            text += choice.delta.content
                            yield sse(choice.delta.content)
            await asyncio.to_thread(store, db, "assistant", text, reason)
    except APIError as error:
        logging.exception("the model call failed")
        yield sse({"type": type(error).__name__}, "error")
        return
    yield sse({"finish_reason": reason}, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
