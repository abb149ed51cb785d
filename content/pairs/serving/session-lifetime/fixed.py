"""Database and model client are opened inside the generator, and live as long as the stream."""

import json
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
MODEL = os.environ["MODEL"]


@asynccontextmanager
async def resources() -> AsyncIterator[tuple[sqlite3.Connection, AsyncOpenAI]]:
    """A database connection and a model client, closed on exit."""
    with closing(sqlite3.connect(os.environ.get("CHAT_DB", "chat.db"))) as db:
        db.execute("create table if not exists answers (question text, answer text)")
        async with AsyncOpenAI(
            base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"]
        ) as client:
            yield db, client


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events, stored at the end."""
    async with resources() as (db, client):
        stream = await client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        )
        pieces: list[str] = []
        async for chunk in stream:
            if chunk.choices and chunk.choices[0].delta.content:
                pieces.append(chunk.choices[0].delta.content)
                yield f"data: {json.dumps(pieces[-1])}\n\n"
        db.execute("insert into answers values (?, ?)", (question, "".join(pieces)))
        db.commit()
    yield "event: done\ndata: {}\n\n"


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    return StreamingResponse(events(q), media_type="text/event-stream")
