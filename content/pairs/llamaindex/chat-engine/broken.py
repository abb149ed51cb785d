"""A sync chat in a coroutine: `response_gen` spins, and nothing else on the event loop moves."""

import json
import logging
import os
from collections.abc import AsyncIterator, Sequence
from contextvars import ContextVar

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from llama_index.core.chat_engine import SimpleChatEngine
from llama_index.core.llms import ChatMessage, ChatResponseGen
from llama_index.core.utils import get_tokenizer
from llama_index.llms.openai_like import OpenAILike

app = FastAPI()
get_tokenizer()  # the memory of a chat counts tokens: its tables load here, and not in the first request
reasons: ContextVar[list[str]] = ContextVar("reasons")


class Told(OpenAILike):
    """Notes why each answer ended: a chat engine hands on the text, and not how it ended."""

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: object) -> ChatResponseGen:
        """Stream an answer."""
        parts = super().stream_chat(messages, **kwargs)
        told = reasons.get()

        def noted() -> ChatResponseGen:
            for part in parts:
                told.extend(choice.finish_reason for choice in part.raw.choices if choice.finish_reason)
                yield part

        return noted()


llm = Told(
    api_base=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    model=os.environ["MODEL"],
    is_chat_model=True,
)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events; the last one says how it ended."""
    told: list[str] = []
    reasons.set(told)
    try:
        response = SimpleChatEngine.from_defaults(llm=llm).stream_chat(question)
        for piece in response.response_gen:
            if piece:
                yield sse("token", piece)
    except Exception as error:
        logging.exception("the answer failed")
        yield sse("error", type(error).__name__)
    else:
        reason = told[-1] if told else "none"
        yield sse("done" if reason == "stop" else "incomplete", reason)


@app.get("/health")
async def health() -> dict[str, bool]:
    """Answers at once, if the event loop is free."""
    return {"ok": True}


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
