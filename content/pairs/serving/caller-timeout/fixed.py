"""A caller that reads line by line, waits out long gaps and checks that the end marker came."""

import json
import os
import sys

import httpx

URL = os.environ.get("STREAM_URL", "http://127.0.0.1:8000/stream")
LONGEST_GAP = float(os.environ.get("LONGEST_GAP", "120"))


def main() -> None:
    """Print the answer as it comes."""
    event = "message"
    timeout = httpx.Timeout(10, read=LONGEST_GAP)
    with (
        httpx.Client(timeout=timeout) as client,
        client.stream("GET", URL, params={"q": "rivers"}) as response,
    ):
        response.raise_for_status()
        for line in response.iter_lines():
            if line.startswith("event: "):
                event = line.removeprefix("event: ")
            elif line.startswith("data: ") and event == "message":
                print(json.loads(line.removeprefix("data: ")), end="", flush=True)
            elif not line:
                if event == "done":
                    print()
                    return
                event = "message"
    sys.exit("\nThe stream ended without its end marker: the answer is not whole.")


if __name__ == "__main__":
    main()
