"""The re-ranker is awaited: it works in a thread, and the event loop serves the other streams meanwhile."""

import json
import logging
import os
import time
from collections.abc import AsyncIterator

import anyio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode
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
RERANK_SECONDS = float(os.environ.get("RERANK_SECONDS", "3"))
NODES = [NodeWithScore(node=TextNode(text=f"River {number} is {number * 100} km long.")) for number in range(40)]


class Reranker(BaseNodePostprocessor):
    """Stands for a cross-encoder: it computes, and waits for nothing."""

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        """Score the nodes, and keep the best."""
        end = time.perf_counter() + RERANK_SECONDS
        while time.perf_counter() < end:
            sum(number * number for number in range(1000))
        return sorted(nodes, key=lambda node: len(node.text), reverse=True)[:3]


class Ranked(Event):
    """The nodes that the answer is made from."""

    notes: str


class Piece(Event):
    """A piece of the answer."""

    text: str


class Answer(Workflow):
    """Ranks what was found, asks the model and passes its pieces on."""

    @step
    async def rank(self, ev: StartEvent) -> Ranked:
        """Keep the best nodes."""
        nodes = await Reranker().apostprocess_nodes(NODES, query_str=ev.question)
        return Ranked(notes=f"{ev.question}\n\n" + "\n".join(node.text for node in nodes))

    @step
    async def ask(self, ctx: Context, ev: Ranked) -> StopEvent:
        """Stream the model's answer into the event stream."""
        reason: str | None = None
        async for part in await llm.astream_complete(ev.notes):
            if part.delta:
                ctx.write_event_to_stream(Piece(text=part.delta))
            for choice in part.raw.choices:
                reason = choice.finish_reason or reason
        return StopEvent(result=reason)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The pieces as events, then `done`, or how else the run has ended."""
    handler = Answer(timeout=600).run(question=question)
    try:
        async for event in handler.stream_events():
            if isinstance(event, Piece):
                yield sse("token", event.text)
        reason = await handler
        yield sse("done" if reason == "stop" else "incomplete", {"finish_reason": reason})
    except Exception as error:
        logging.exception("the run failed")
        yield sse("error", {"type": type(error).__name__})
    finally:
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await handler.cancel_run()


@app.get("/health")
async def health() -> dict[str, bool]:
    """Answers at once, if the event loop is free."""
    return {"ok": True}


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
