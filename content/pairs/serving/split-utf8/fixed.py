"""A reader that cuts bytes at line ends and decodes whole lines: no character is ever in two parts."""

import json
import os
import sys

import httpx

URL = os.environ.get("STREAM_URL", "http://127.0.0.1:8000/stream")
TIMEOUT = httpx.Timeout(10, read=120)


def main() -> None:
    """Print the answer as it comes."""
    event = "message"
    rest = b""
    with httpx.Client(timeout=TIMEOUT) as client, client.stream("GET", URL) as response:
        response.raise_for_status()
        for part in response.iter_bytes():
            *lines, rest = (rest + part).split(b"\n")
            for line in lines:
                text = line.decode().removesuffix("\r")
                if text.startswith("event: "):
                    event = text.removeprefix("event: ")
                elif text.startswith("data: ") and event == "message":
                    print(json.loads(text.removeprefix("data: ")), end="", flush=True)
                elif not text:
                    if event == "done":
                        print()
                        return
                    event = "message"
    sys.exit("\nThe stream ended without its end marker: the answer is not whole.")


if __name__ == "__main__":
    main()
