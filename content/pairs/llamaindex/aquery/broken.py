"""A sync query engine inside an async route: while it works, the server serves nobody else."""

import json
import logging
import os
from collections.abc import AsyncIterator, Sequence

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from llama_index.core import SummaryIndex
from llama_index.core.llms import ChatMessage, ChatResponseGen
from llama_index.core.schema import TextNode
from llama_index.llms.openai_like import OpenAILike

app = FastAPI()


class Incomplete(Exception):
    """The model ended its answer for another reason than `stop`."""


class Whole(OpenAILike):
    """Raises when an answer is not whole: the query engine hands on the text, and not how it ended."""

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: object) -> ChatResponseGen:
        """Stream an answer."""
        parts = super().stream_chat(messages, **kwargs)

        def checked() -> ChatResponseGen:
            reason = "none"
            for part in parts:
                for choice in part.raw.choices:
                    reason = choice.finish_reason or reason
                yield part
            if reason != "stop":
                raise Incomplete(reason)

        return checked()


llm = Whole(
    api_base=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    model=os.environ["MODEL"],
    is_chat_model=True,
)
index = SummaryIndex(nodes=[TextNode(text="The Nile is 6,650 km long.")])
engine = index.as_query_engine(llm=llm, streaming=True)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    try:
        response = engine.query(question)
        for piece in response.response_gen:
            if piece:
                yield sse("token", piece)
    except Incomplete as error:
        yield sse("incomplete", str(error))
    except Exception as error:
        logging.exception("the answer failed")
        yield sse("error", type(error).__name__)
    else:
        yield sse("done", "stop")


@app.get("/health")
async def health() -> dict[str, bool]:
    """Answers at once, if the event loop is free."""
    return {"ok": True}


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
