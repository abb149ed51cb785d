"""The route returns the generator itself: FastAPI tries to turn it into JSON and answers 500."""

import json
import os
from collections.abc import AsyncIterator

from fastapi import FastAPI
from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, MessagesState, StateGraph

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


async def talk(state: MessagesState) -> dict[str, object]:
    """Ask the model."""
    return {"messages": [await model.ainvoke(state["messages"])]}


graph = StateGraph(MessagesState).add_node("talk", talk).add_edge(START, "talk").add_edge("talk", END).compile()


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The answer as events."""
    start = {"messages": [{"role": "user", "content": question}]}
    async for chunk, meta in graph.astream(start, stream_mode="messages"):
        if chunk.text and meta["langgraph_node"] == "talk":
            yield sse("token", str(chunk.text))
    yield sse("done", {})


@app.get("/stream", response_model=None)
async def stream(q: str = "rivers") -> AsyncIterator[str]:
    """Stream the answer."""
    return events(q)
