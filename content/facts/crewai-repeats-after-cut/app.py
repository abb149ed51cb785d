"""Streams a crew and prints how it ends."""

import asyncio
import os

from crewai import LLM, Agent, Crew, Task


async def main() -> None:
    """Run the crew and count its chunks."""
    llm = LLM(
        model=os.environ["MODEL"],
        provider="openai",
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
    )
    writer = Agent(role="Writer", goal="Answer the question", backstory="You write plainly.", llm=llm)
    task = Task(description="What are rivers?", expected_output="A short answer", agent=writer)
    words = 0
    run = await Crew(agents=[writer], tasks=[task], stream=True).akickoff()
    try:
        async for chunk in run:
            words += bool(chunk.content.strip())
        print(f"ended without an exception after {words} words")
    except Exception as error:
        print(f"raised {type(error).__name__} after {words} words: {error}")
    finally:
        await run.aclose()


asyncio.run(main())
