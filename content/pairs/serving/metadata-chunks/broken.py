"""A reader that takes each chunk for a piece of text: the first one without choices ends it."""

import asyncio
import os
import sys

from openai import AsyncOpenAI

client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]


async def main() -> None:
    """Print the answer as it comes, then what it cost."""
    reason: str | None = None
    tokens: int | None = None
    async with await client.chat.completions.create(
        model=MODEL,
        stream=True,
        stream_options={"include_usage": True},
        messages=[{"role": "user", "content": "rivers"}],
    ) as chunks:
        async for chunk in chunks:
            reason = chunk.choices[0].finish_reason or reason
            if chunk.choices[0].delta.content:
                print(chunk.choices[0].delta.content, end="", flush=True)
            if chunk.usage:
                tokens = chunk.usage.total_tokens
    if reason != "stop":
        sys.exit(f"\nThe answer is not whole: {reason}")
    print(f"\n{tokens} tokens")


if __name__ == "__main__":
    asyncio.run(main())
