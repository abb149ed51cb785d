"""The run lives in its response: the caller who leaves ends it, and coming back begins a new one."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, MessagesState, StateGraph

RUN_SECONDS = float(os.environ.get("RUN_SECONDS", "900"))
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


async def talk(state: MessagesState) -> dict[str, object]:
    """Ask the model."""
    return {"messages": [await model.ainvoke(state["messages"])]}


builder = StateGraph(MessagesState).add_node("talk", talk).add_edge(START, "talk").add_edge("talk", END)
graph = builder.compile(checkpointer=InMemorySaver())  # of one process; where there are several, take a database


def sse(event: str, data: object) -> str:
    """One server-sent event, but for its id."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def answer(thread: str, question: str) -> AsyncGenerator[str, None]:
    """The events of one run of the graph; the last one says how it ended."""
    start = {"messages": [{"role": "user", "content": question}]}
    items = graph.astream(start, {"configurable": {"thread_id": thread}}, stream_mode="messages")
    reason: str | None = None
    try:
        async with asyncio.timeout(RUN_SECONDS), aclosing(items) as chunks:
            async for chunk, _ in chunks:
                reason = chunk.response_metadata.get("finish_reason") or reason
                if chunk.text:
                    yield sse("token", str(chunk.text))
    except Exception as error:
        logging.exception("the graph failed")
        yield sse("error", {"type": type(error).__name__})
    else:
        yield sse("done" if reason == "stop" else "incomplete", {"finish_reason": reason})


async def numbered(events: AsyncGenerator[str, None]) -> AsyncIterator[str]:
    """The events with their ids."""
    last = 0
    async with aclosing(events):
        async for event in events:
            last += 1
            yield f"id: {last}\n{event}"


app = FastAPI()


@app.get("/stream")
async def stream(run: str, thread: str, q: str = "rivers") -> StreamingResponse:
    """Run the graph for this caller."""
    logging.info("run %s", run)
    return StreamingResponse(numbered(answer(thread, q)), media_type="text/event-stream", headers=HEADERS)
