"""A database connection is borrowed for the question and for the answer, and for nothing in between."""

import json
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APIError, AsyncOpenAI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
engine = create_async_engine(
    "sqlite+aiosqlite:///" + os.environ.get("CHAT_DB", "chat.db"),
    pool_size=int(os.environ.get("POOL_SIZE", "5")),
    max_overflow=int(os.environ.get("POOL_OVERFLOW", "10")),
    pool_timeout=float(os.environ.get("POOL_TIMEOUT", "30")),
)
Session = async_sessionmaker(engine)


class Base(DeclarativeBase):
    """All tables."""


class Message(Base):
    """One message of a chat, with the finish reason that tells a whole answer from a part."""

    __tablename__ = "messages"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str]
    role: Mapped[str]
    content: Mapped[str]
    finish_reason: Mapped[str | None]


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """Make the tables before the first request."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


def sse(data: object, event: str = "message") -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def asked(chat: str, question: str) -> list[dict[str, str]]:
    """Store the question; the chat so far, for the model."""
    async with Session.begin() as db:
        db.add(Message(chat=chat, role="user", content=question))
        rows = await db.scalars(select(Message).where(Message.chat == chat).order_by(Message.id))
        return [{"role": row.role, "content": row.content} for row in rows]


async def answered(chat: str, text: str, reason: str | None) -> None:
    """Store the answer."""
    async with Session.begin() as db:
        db.add(Message(chat=chat, role="assistant", content=text, finish_reason=reason))


async def events(chat: str, messages: list[dict[str, str]]) -> AsyncIterator[str]:
    """The answer as events; it is stored at its end."""
    text = ""
    reason: str | None = None
    try:
        async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        text += choice.delta.content
                        yield sse(choice.delta.content)
    except (APIError, httpx.HTTPError) as error:
        logging.exception("the model call failed")
        yield sse({"type": type(error).__name__}, "error")
        return
    await answered(chat, text, reason)
    yield sse({"finish_reason": reason}, "done" if reason == "stop" else "incomplete")


@app.get("/stream")
async def stream(q: str = "rivers", chat: str = "1") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    messages = await asked(chat, q)
    return StreamingResponse(events(chat, messages), media_type="text/event-stream", headers=headers)
