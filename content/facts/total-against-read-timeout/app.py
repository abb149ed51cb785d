"""Reads a stream under two limits of the same length: one on each read, and one on the whole."""

import asyncio
import os

from openai import AsyncOpenAI

SECONDS = 2.0
TOTAL = os.environ["LIMIT"] == "total"


async def read() -> int:
    """Read the stream and count the words."""
    words = 0
    client = AsyncOpenAI(timeout=SECONDS)
    messages = [{"role": "user", "content": "rivers"}]
    async for chunk in await client.chat.completions.create(model=os.environ["MODEL"], stream=True, messages=messages):
        words += bool(chunk.choices and chunk.choices[0].delta.content)
    return words


async def main() -> None:
    """Read, and say how it ends."""
    try:
        async with asyncio.timeout(SECONDS if TOTAL else None):
            print(f"whole: {await read()} words")
    except TimeoutError:
        print("raised TimeoutError")


asyncio.run(main())
