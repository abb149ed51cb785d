"""A token counter that raises takes the whole stream with it, because `raise_error` is on."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_core.callbacks import BaseCallbackHandler
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


class TokenCounter(BaseCallbackHandler):
    """Writes the length of each token to a usage file, which may be missing or full."""

    raise_error = True

    def on_llm_new_token(self, token: str, **kwargs: object) -> None:
        """Append one line. LangChain runs a handler that is not async in a thread, off the event loop."""
        with open(os.environ.get("USAGE_FILE", "/missing/usage.txt"), "a") as file:
            file.write(f"{len(token)}\n")


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events, then `done`, or `incomplete` if the model has not said `stop`."""
    finish = None
    async for chunk in model.astream(question, config={"callbacks": [TokenCounter()]}):
        if chunk.text:
            yield sse("token", str(chunk.text))
        finish = chunk.response_metadata.get("finish_reason") or finish
    yield sse("done" if finish == "stop" else "incomplete", {"finish_reason": finish})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
