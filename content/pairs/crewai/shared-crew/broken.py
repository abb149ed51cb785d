"""One crew for all requests: a second request during a run fails, because its agents are still at work."""

import json
import os
from collections.abc import AsyncIterator

from crewai import LLM, Agent, Crew, Task
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


def build_crew() -> Crew:
    """A crew that streams."""
    llm = LLM(
        model=os.environ["MODEL"],
        provider="openai",
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
    )
    writer = Agent(role="Writer", goal="Answer the question", backstory="You write plainly.", llm=llm)
    task = Task(description="{question}", expected_output="A short answer", agent=writer)
    return Crew(agents=[writer], tasks=[task], stream=True)


CREW = build_crew()


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """Each chunk as progress, then the answer."""
    run = await CREW.akickoff(inputs={"question": question})
    async for chunk in run:
        yield sse("progress", chunk.content)
    yield sse("answer", run.result.raw)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
