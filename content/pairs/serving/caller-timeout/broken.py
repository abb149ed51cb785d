"""A caller that waits for the whole body, with the client's 5-second read timeout."""

import json
import os

import httpx

URL = os.environ.get("STREAM_URL", "http://127.0.0.1:8000/stream")


def main() -> None:
    """Print the answer."""
    event = "message"
    with httpx.Client() as client:
        response = client.get(URL, params={"q": "rivers"})
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


if __name__ == "__main__":
    main()
