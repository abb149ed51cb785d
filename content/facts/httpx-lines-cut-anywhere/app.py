"""Reads one stream with httpx and one with httpx2: line by line as they cut lines, or cut at line feeds alone."""

import importlib
import json
import os
from collections.abc import Iterable, Iterator

AT_LINE_FEEDS = os.environ["LINES"] == "feeds"
body = {"model": os.environ["MODEL"], "stream": True, "messages": [{"role": "user", "content": "rivers"}]}
headers = {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"}


def at_line_feeds(pieces: Iterable[bytes]) -> Iterator[str]:
    """Cut at `\\n` and nowhere else, and decode whole lines."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            yield line.removesuffix(b"\r").decode()


for name in ("httpx", "httpx2"):
    client = importlib.import_module(name)
    words = 0
    with client.stream("POST", f"{os.environ['OPENAI_BASE_URL']}/chat/completions", json=body, headers=headers) as answer:
        lines = at_line_feeds(answer.iter_bytes()) if AT_LINE_FEEDS else answer.iter_lines()
        try:
            for line in lines:
                if line.startswith("data: {"):
                    choices = json.loads(line.removeprefix("data: "))["choices"]
                    words += bool(choices and choices[0]["delta"].get("content"))
            print(f"{name}: whole, {words} pieces")
        except json.JSONDecodeError as error:
            print(f"{name}: JSONDecodeError after {words} pieces: {error}")
