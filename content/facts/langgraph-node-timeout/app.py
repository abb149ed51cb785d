"""A node that works for four seconds under an idle limit, with and without news from it."""

import asyncio
import os

from langgraph.config import get_stream_writer
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.types import TimeoutPolicy

WRITES = os.environ["NODE"] == "writes"


async def look_up(state: MessagesState) -> dict[str, object]:
    """Stands for a slow tool."""
    write = get_stream_writer()
    for _ in range(8):
        await asyncio.sleep(0.5)
        if WRITES:
            write("still here")
    return {"messages": [{"role": "user", "content": "Notes: rivers are long."}]}


builder = StateGraph(MessagesState).add_node("look_up", look_up, timeout=TimeoutPolicy(idle_timeout=2.0))
graph = builder.add_edge(START, "look_up").add_edge("look_up", END).compile()


async def main() -> None:
    """Run the graph and say how it ends."""
    try:
        async for _item in graph.astream({"messages": []}, stream_mode="custom"):
            pass
        print("the node finished")
    except Exception as error:
        print(f"raised {type(error).__name__}: {error}")


asyncio.run(main())
