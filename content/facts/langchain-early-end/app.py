"""Streams a chat model and prints how it ends."""

import asyncio
import os

from langchain_openai import ChatOpenAI


async def main() -> None:
    """Read, and look for the finish reason."""
    words = 0
    finish = None
    try:
        async for chunk in ChatOpenAI(model=os.environ["MODEL"]).astream("rivers"):
            words += bool(chunk.text)
            finish = chunk.response_metadata.get("finish_reason") or finish
        print(f"ended without an exception after {words} words, finish_reason {finish}")
    except Exception as error:
        print(f"raised {type(error).__name__} after {words} words: {error}")


asyncio.run(main())
