"""The event loop ends in the same way after success and after failure: a fragment passes for the answer."""

import json
import os
from collections.abc import AsyncIterator

import anyio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from llama_index.llms.openai_like import OpenAILike
from workflows import Context, Workflow, step
from workflows.events import Event, StartEvent, StopEvent

app = FastAPI()
llm = OpenAILike(
    api_base=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    model=os.environ["MODEL"],
    is_chat_model=True,
)


class Piece(Event):
    """A piece of the answer."""

    text: str


class Answer(Workflow):
    """Asks the model and passes its pieces on."""

    @step
    async def ask(self, ctx: Context, ev: StartEvent) -> StopEvent:
        """Stream the model's answer into the event stream."""
        reason: str | None = None
        async for part in await llm.astream_complete(ev.question):
            if part.delta:
                ctx.write_event_to_stream(Piece(text=part.delta))
            for choice in part.raw.choices:
                reason = choice.finish_reason or reason
        return StopEvent(result=reason)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The pieces as events, then `done`."""
    handler = Answer(timeout=600).run(question=question)
    try:
        async for event in handler.stream_events():
            if isinstance(event, Piece):
                yield sse("token", event.text)
        yield sse("done", {})
    finally:
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await handler.cancel_run()


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
