"""Reads a stream with bare httpx, with its default timeout or with none on reads."""

import os

import httpx

OPTIONS = {"timeout": httpx.Timeout(5.0, read=None)} if os.environ["READ"] == "none" else {}
body = {"model": os.environ["MODEL"], "stream": True, "messages": [{"role": "user", "content": "rivers"}]}
headers = {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"}
lines = 0
try:
    with httpx.stream("POST", f"{os.environ['OPENAI_BASE_URL']}/chat/completions", json=body, headers=headers, **OPTIONS) as answer:
        for line in answer.iter_lines():
            lines += line.startswith("data: ")
    print("whole")
except httpx.ReadTimeout:
    print("raised ReadTimeout", "in mid-stream" if lines else "before the first byte")
