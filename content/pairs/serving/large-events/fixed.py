"""A caller that takes bytes as they come and cuts the lines itself, up to a length that it has chosen."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator

import aiohttp

URL = os.environ.get("STREAM_URL", "http://127.0.0.1:8000/stream")
TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=120)
LONGEST_LINE = int(os.environ.get("LONGEST_LINE", "16000000"))


async def lines(content: aiohttp.StreamReader) -> AsyncIterator[bytes]:
    """Whole lines, however many reads one takes."""
    rest = b""
    async for part in content.iter_any():
        *whole, rest = (rest + part).split(b"\n")
        for line in whole:
            yield line
        if len(rest) > LONGEST_LINE:
            raise ValueError(f"A line is longer than {LONGEST_LINE} bytes.")


async def main() -> None:
    """Print the answer as it comes, and how much each tool gave."""
    event = "message"
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session, session.get(URL) as response:
        response.raise_for_status()
        async for line in lines(response.content):
            text = line.decode().rstrip("\r")
            if text.startswith("event: "):
                event = text.removeprefix("event: ")
            elif text.startswith("data: ") and event == "message":
                print(json.loads(text.removeprefix("data: ")), end="", flush=True)
            elif text.startswith("data: ") and event == "tool":
                result = json.loads(text.removeprefix("data: "))
                print(f"\n[a tool gave {len(result)} characters]", flush=True)
            elif not text:
                if event == "done":
                    print()
                    return
                event = "message"
    sys.exit("\nThe stream ended without its end marker: the answer is not whole.")


if __name__ == "__main__":
    asyncio.run(main())
