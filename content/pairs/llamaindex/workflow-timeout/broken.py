"""A workflow without a timeout of its own gets the default: 45 seconds for the whole run."""

import json
import os
from collections.abc import AsyncIterator

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
        text = ""
        async for part in await llm.astream_complete(ev.question):
            text += part.delta or ""
            ctx.write_event_to_stream(Piece(text=part.delta or ""))
        return StopEvent(result=text)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The pieces as events, then `done`, or `error` if the run failed."""
    handler = Answer().run(question=question)
    try:
        async for event in handler.stream_events():
            if isinstance(event, Piece) and event.text:
                yield sse("token", event.text)
        await handler
    except Exception as error:
        yield sse("error", {"type": type(error).__name__})
        return
    yield sse("done", {})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
