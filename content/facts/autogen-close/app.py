"""Leaves a team's stream after three chunks, with and without a cancelled token."""

import asyncio
import os
import time

from autogen_agent import agent
from autogen_agentchat.conditions import MaxMessageTermination
from autogen_agentchat.messages import ModelClientStreamingChunkEvent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_core import CancellationToken

CANCELS = os.environ["TOKEN"] == "cancels"


async def main() -> None:
    """Run the team, leave, and say how long closing took."""
    token = CancellationToken()
    team = RoundRobinGroupChat([agent()], termination_condition=MaxMessageTermination(2))
    run = team.run_stream(task="What are rivers?", cancellation_token=token)
    chunks = 0
    async for item in run:
        chunks += isinstance(item, ModelClientStreamingChunkEvent)
        if chunks == 3:
            break
    begun = time.monotonic()
    if CANCELS:
        token.cancel()
    try:
        await run.aclose()
    except asyncio.CancelledError:
        print("aclose() raised CancelledError")
    print("closed at once" if time.monotonic() - begun < 1.5 else "closing waited for the run")


asyncio.run(main())
