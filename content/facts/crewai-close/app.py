"""Leaves a crew's stream after three chunks, on the asynchronous way and on the synchronous one."""

import asyncio
import os
import time

from crewai import LLM, Agent, Crew, Task


def crew() -> Crew:
    """A crew with one task."""
    llm = LLM(
        model=os.environ["MODEL"],
        provider="openai",
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
    )
    writer = Agent(role="Writer", goal="Answer the question", backstory="You write plainly.", llm=llm)
    task = Task(description="What are rivers?", expected_output="A short answer", agent=writer)
    return Crew(agents=[writer], tasks=[task], stream=True)


def say(begun: float) -> None:
    """Say how long closing took."""
    print("closed at once" if time.monotonic() - begun < 1.5 else "closing waited for the run")


def synchronous() -> None:
    """`kickoff()` and `close()`."""
    run = crew().kickoff()
    for _, _chunk in zip(range(3), run):
        pass
    begun = time.monotonic()
    run.close()
    say(begun)


async def asynchronous() -> None:
    """`akickoff()` and `aclose()`."""
    run = await crew().akickoff()
    count = 0
    async for _chunk in run:
        count += 1
        if count == 3:
            break
    begun = time.monotonic()
    await run.aclose()
    say(begun)


if os.environ["WAY"] == "sync":
    synchronous()
else:
    asyncio.run(asynchronous())
