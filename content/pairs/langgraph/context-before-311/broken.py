"""Before Python 3.11 an async node has no context: its model call and its writer do not find the stream."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator
from contextlib import aclosing

import anyio
from anyio.streams.memory import MemoryObjectSendStream
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_openai import ChatOpenAI
from langgraph.config import get_stream_writer
from langgraph.graph import END, START, MessagesState, StateGraph

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


def report(step: str) -> None:
    """Write to the stream of the run, if there is one: a test has none."""
    try:
        get_stream_writer()({"step": step})
    except RuntimeError:
        logging.warning("nobody hears of this step: %s", step)


async def talk(state: MessagesState) -> dict[str, object]:
    """Say that the model is asked, and ask it."""
    report("asking the model")
    return {"messages": [await model.ainvoke(state["messages"])]}


graph = StateGraph(MessagesState).add_node("talk", talk).add_edge(START, "talk").add_edge("talk", END).compile()


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def produce(question: str, sender: MemoryObjectSendStream[str]) -> None:
    """Run the graph to its end in this one task. A full stream waits for the caller."""
    start = {"messages": [{"role": "user", "content": question}]}
    reason: str | None = None
    async with sender, aclosing(graph.astream(start, stream_mode=["messages", "custom"])) as items:
        try:
            async for mode, item in items:
                if mode == "custom":
                    await sender.send(sse("step", item["step"]))
                    continue
                chunk, meta = item
                if meta["langgraph_node"] == "talk":
                    reason = chunk.response_metadata.get("finish_reason") or reason
                    if chunk.text:
                        await sender.send(sse("token", str(chunk.text)))
            await sender.send(sse("done" if reason == "stop" else "incomplete", {"finish_reason": reason}))
        except Exception as error:
            logging.exception("the graph failed")
            await sender.send(sse("error", {"type": type(error).__name__}))


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events. The graph's run ends when the caller leaves."""
    sender, receiver = anyio.create_memory_object_stream[str](16)
    # A disconnect cancels each `await` of this response anew, and the graph's clean-up stands only one.
    task = asyncio.create_task(produce(question, sender))
    try:
        with receiver:
            async for event in receiver:
                yield event
        await task
    finally:
        task.cancel()
        with anyio.move_on_after(2, shield=True):
            await asyncio.wait({task})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
