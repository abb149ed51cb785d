"""A slow node before the model: no token, no byte, and the first idle limit on the path ends it."""

import asyncio
import json
import os
from collections.abc import AsyncIterator

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
    """The tokens of the graph."""
    start = {"messages": [{"role": "user", "content": question}]}
    async for chunk, meta in graph.astream(start, stream_mode="messages"):
        if chunk.text and meta["langgraph_node"] == "talk":
            yield str(chunk.text)


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events, silent while the tool runs."""
    async for piece in tokens(question):
        yield sse("token", piece)
    yield sse("done", {})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the answer."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
