"""A slow node before the model: no token, no byte, and the first idle limit on the path ends it."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator
from contextlib import aclosing

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, MessagesState, StateGraph

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "90"))


async def look_up(state: MessagesState) -> dict[str, object]:
    """Stands for a slow tool."""
    await asyncio.sleep(TOOL_SECONDS)
    return {"messages": [{"role": "user", "content": "Notes: rivers are long."}]}


async def talk(state: MessagesState) -> dict[str, object]:
    """Ask the model."""
    return {"messages": [await model.ainvoke(state["messages"])]}


builder = StateGraph(MessagesState).add_node("look_up", look_up).add_node("talk", talk)
graph = builder.add_edge(START, "look_up").add_edge("look_up", "talk").add_edge("talk", END).compile()


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def tokens(question: str) -> AsyncIterator[str]:
    """Yield the tokens of the graph, and raise when the answer is not whole."""
    start = {"messages": [{"role": "user", "content": question}]}
    reason: str | None = None
    async with aclosing(graph.astream(start, stream_mode="messages")) as chunks:
        async for chunk, meta in chunks:
            if meta["langgraph_node"] == "talk":
                reason = chunk.response_metadata.get("finish_reason") or reason
                if chunk.text:
                    yield str(chunk.text)
    if reason != "stop":
        raise RuntimeError(f"The model ended with finish reason {reason}.")


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events, silent while the tool runs."""
    try:
        async for piece in tokens(question):
            yield sse("token", piece)
        yield sse("done", {})
    except Exception as error:
        logging.exception("the answer failed")
        yield sse("error", type(error).__name__)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
