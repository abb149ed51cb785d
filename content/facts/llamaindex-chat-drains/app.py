"""Leaves an answer after three pieces: that of a LlamaIndex chat engine, or that of its model."""

import asyncio
import os
import time
from collections.abc import AsyncGenerator

from llama_index.core.chat_engine import SimpleChatEngine
from llama_index.core.llms import ChatMessage
from llama_index.llms.openai_like import OpenAILike

llm = OpenAILike(
    model=os.environ["MODEL"],
    api_base=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    is_chat_model=True,
)
QUESTION = "What are rivers?"


async def leave(pieces: AsyncGenerator[object, None]) -> None:
    """Close the stream after three pieces, and say how long that takes."""
    for _ in range(3):
        await anext(pieces)
    begun = time.monotonic()
    await pieces.aclose()
    print("closed at once" if time.monotonic() - begun < 1.5 else "closing waited for the model")


async def from_engine() -> None:
    """The chat engine's stream."""
    engine = SimpleChatEngine.from_defaults(llm=llm)
    answer = await engine.astream_chat(QUESTION)
    await leave(answer.async_response_gen())
    print(f"{len(str(engine.chat_history[-1].content).split())} words were made")


async def from_model() -> None:
    """The model's own stream."""
    await leave(await llm.astream_chat([ChatMessage(role="user", content=QUESTION)]))


def in_thread() -> None:
    """The chat engine's synchronous stream."""
    engine = SimpleChatEngine.from_defaults(llm=llm)
    pieces = engine.stream_chat(QUESTION).response_gen
    for _ in range(3):
        next(pieces)
    pieces.close()
    time.sleep(8)
    print(f"in a thread: {len(str(engine.chat_history[-1].content).split())} words were made")


if os.environ["READ"] == "engine":
    asyncio.run(from_engine())
    in_thread()
else:
    asyncio.run(from_model())
