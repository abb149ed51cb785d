"""The run has a task of its own, which keeps its events: a caller only reads them, and may come back."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import FastAPI, Header, HTTPException
from fastapi.responses import StreamingResponse
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, MessagesState, StateGraph

RUN_SECONDS = float(os.environ.get("RUN_SECONDS", "900"))
KEPT_SECONDS = float(os.environ.get("KEPT_SECONDS", "600"))
RUNS_AT_ONCE = int(os.environ.get("RUNS_AT_ONCE", "50"))
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


@dataclass
class Run:
    """A run, as far as it has come."""

    events: list[str] = field(default_factory=list)
    over: bool = False
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)


runs: dict[str, Run] = {}
tasks: set[asyncio.Task[None]] = set()


async def keep(name: str, run: Run, thread: str, question: str) -> None:
    """Run the graph to its end, whoever reads, and keep its events for a while."""
    try:
        async with aclosing(answer(thread, question)) as events:
            async for event in events:
                run.events.append(event)
                async with run.changed:
                    run.changed.notify_all()
    finally:
        run.over = True
        asyncio.get_running_loop().call_later(KEPT_SECONDS, runs.pop, name, None)
        async with run.changed:
            run.changed.notify_all()


async def follow(run: Run, last: int) -> AsyncIterator[str]:
    """The events behind the last one that the caller has, and those still to come."""
    while last < len(run.events) or not run.over:
        for event in run.events[last:]:
            last += 1
            yield f"id: {last}\n{event}"
        async with run.changed:
            while last == len(run.events) and not run.over:
                await run.changed.wait()


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """No run outlives the server."""
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


app = FastAPI(lifespan=lifespan)


@app.get("/stream")
async def stream(
    run: str, thread: str, q: str = "rivers", last_event_id: Annotated[int, Header(ge=0)] = 0
) -> StreamingResponse:
    """Begin a run, or follow one that has begun, from where the caller left it."""
    if last_event_id > (len(runs[run].events) if run in runs else 0):
        raise HTTPException(404, "These events are not kept any more.")
    if run not in runs:
        if len(tasks) >= RUNS_AT_ONCE:
            raise HTTPException(503, "Too many runs.")
        runs[run] = Run()
        task = asyncio.create_task(keep(run, runs[run], thread, q))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    return StreamingResponse(follow(runs[run], last_event_id), media_type="text/event-stream", headers=HEADERS)
