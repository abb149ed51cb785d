"""Streams an agent and prints how it ends."""

import asyncio

from autogen_agent import agent
from autogen_agentchat.messages import ModelClientStreamingChunkEvent, TextMessage


async def main() -> None:
    """Run the agent and count its chunks."""
    words = 0
    last = None
    try:
        async for item in agent().run_stream(task="What are rivers?", output_task_messages=False):
            words += isinstance(item, ModelClientStreamingChunkEvent)
            last = item if isinstance(item, TextMessage) else last
        print(f"ended without an exception after {words} words, final message: {type(last).__name__}")
    except Exception as error:
        print(f"raised {type(error).__name__} after {words} words: {error}")


asyncio.run(main())
