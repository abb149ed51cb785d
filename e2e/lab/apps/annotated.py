"""A model endpoint that adds what a content filter of its own has to say: a first chunk without choices, and one without a delta after some pieces."""

import json
import os
from collections.abc import AsyncIterator

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

app = FastAPI()
client = httpx.AsyncClient(timeout=None, headers={"Authorization": "Bearer lab-key"})

# The fields as Azure OpenAI has them; a result of its filter says nothing here.
SAFE = {"hate": {"filtered": False, "severity": "safe"}, "violence": {"filtered": False, "severity": "safe"}}
BARE = {"id": "", "object": "", "created": 0, "model": ""}
FIRST = {**BARE, "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": SAFE}], "choices": []}
# Lines between two annotations: a data line and a blank one for each piece.
EVERY = 8


def annotation(end: int) -> dict[str, object]:
    """What the filter says of the pieces so far: a choice with neither delta nor text."""
    offsets = {"check_offset": end, "start_offset": 0, "end_offset": end}
    return {**BARE, "choices": [{"index": 0, "finish_reason": None, "content_filter_results": SAFE, "content_filter_offsets": offsets}]}


async def lines(body: bytes) -> AsyncIterator[str]:
    """The model's stream, line by line, with annotations between its events."""
    yield f"data: {json.dumps(FIRST)}\n\n"
    count = 0
    async with client.stream(
        "POST", os.environ["OPENAI_BASE_URL"] + "/chat/completions", content=body, headers={"Content-Type": "application/json"}
    ) as answer:
        async for line in answer.aiter_lines():
            yield line + "\n"
            count += 1
            if not line and count % EVERY == 0:
                yield f"data: {json.dumps(annotation(count))}\n\n"


@app.post("/v1/chat/completions")
async def completions(request: Request) -> StreamingResponse:
    """Pass a streamed answer on, annotated."""
    return StreamingResponse(lines(await request.body()), media_type="text/event-stream")
