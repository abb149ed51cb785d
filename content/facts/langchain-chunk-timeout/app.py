"""Reads a stream with LangChain under the limit on each chunk, or under the HTTP client's limit on each read."""

import asyncio
import os

from langchain_openai import ChatOpenAI

SECONDS = 2.0
LIMITS = {
    "chunk": {"stream_chunk_timeout": SECONDS},
    "read": {"stream_chunk_timeout": None, "timeout": SECONDS},
}


async def main() -> None:
    """Read, and say how it ends."""
    words = 0
    model = ChatOpenAI(model=os.environ["MODEL"], **LIMITS[os.environ["LIMIT"]])
    try:
        async for chunk in model.astream("rivers"):
            words += bool(chunk.text)
        print(f"whole: {words} words")
    except Exception as error:
        print(f"raised {type(error).__name__} after {words} words: {error}")


asyncio.run(main())
