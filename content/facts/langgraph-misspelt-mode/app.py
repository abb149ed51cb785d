"""Streams a graph in a mode that is misspelt, or right."""

import asyncio
import os

from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, MessagesState, StateGraph

model = ChatOpenAI(model=os.environ["MODEL"])


async def talk(state: MessagesState) -> dict[str, object]:
    """Ask the model."""
    return {"messages": [await model.ainvoke(state["messages"])]}


graph = StateGraph(MessagesState).add_node("talk", talk).add_edge(START, "talk").add_edge("talk", END).compile()


async def main() -> None:
    """Count what the graph yields."""
    start = {"messages": [{"role": "user", "content": "rivers"}]}
    items = 0
    async for _item in graph.astream(start, stream_mode=os.environ["MODE"]):
        items += 1
    print("ended without an exception,", "nothing was yielded" if items == 0 else "tokens were yielded")


asyncio.run(main())
