"""The same crew as a stream: chunks show progress, the result brings the answer."""

import json
import os
from collections.abc import AsyncIterator

import anyio
from crewai import LLM, Agent, Crew, Task
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


def build_crew() -> Crew:
    """A new crew, with its own model object."""
    llm = LLM(
        model=os.environ["MODEL"],
        provider="openai",
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
    )
    writer = Agent(role="Writer", goal="Answer the question", backstory="You write plainly.", llm=llm)
    task = Task(description="{question}", expected_output="A short answer", agent=writer)
    return Crew(agents=[writer], tasks=[task], stream=True)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """Each chunk as progress, then the answer."""
    run = await build_crew().akickoff(inputs={"question": question})
    try:
        async for chunk in run:
            yield sse("progress", chunk.content)
        yield sse("answer", run.result.raw)
    finally:
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await run.aclose()


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
