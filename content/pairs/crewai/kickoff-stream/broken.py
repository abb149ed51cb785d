"""A crew in a route: the model streams to CrewAI, but `kickoff()` returns only when the whole run is over."""

import json
import os
from collections.abc import Iterator

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
        stream=True,
    )
    writer = Agent(role="Writer", goal="Answer the question", backstory="You write plainly.", llm=llm)
    task = Task(description="{question}", expected_output="A short answer", agent=writer)
    return Crew(agents=[writer], tasks=[task])


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


def events(question: str) -> Iterator[str]:
    """One event, at the very end."""
    output = build_crew().kickoff(inputs={"question": question})
    yield sse("answer", output.raw)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
