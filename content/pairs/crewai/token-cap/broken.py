"""A crew with a low cap on its output: what the cap leaves of the answer is sent as the answer."""

import json
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import suppress

import anyio
import httpx
from crewai import LLM, Agent, Crew, Task
from crewai.llms.hooks.base import BaseInterceptor
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


class ModelCalls(BaseInterceptor[httpx.Request, httpx.Response]):
    """The model calls of one run: CrewAI makes them in threads, which no cancellation reaches."""

    def __init__(self) -> None:
        """No call yet."""
        self.answers: list[httpx.Response] = []
        self.over = False

    def on_outbound(self, message: httpx.Request) -> httpx.Request:
        """Let no call begin when the run is over."""
        if self.over:
            raise RuntimeError("the run is over")
        return message

    def on_inbound(self, message: httpx.Response) -> httpx.Response:
        """Keep the answer, which has only begun."""
        self.answers.append(message)
        if self.over:
            self.end()
        return message

    def end(self) -> None:
        """End the calls under way: a socket that is shut wakes the thread that reads it."""
        self.over = True
        for answer in self.answers:
            with suppress(OSError):  # one that is over already
                answer.extensions["network_stream"].get_extra_info("socket").shutdown(socket.SHUT_RDWR)


def build_crew(calls: ModelCalls) -> Crew:
    """A new crew, with its own model object."""
    llm = LLM(
        model=os.environ["MODEL"],
        provider="openai",
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
        interceptor=calls,
        max_tokens=800,
    )
    writer = Agent(role="Writer", goal="Answer the question", backstory="You write plainly.", llm=llm)
    task = Task(description="{question}", expected_output="A full answer", agent=writer)
    return Crew(agents=[writer], tasks=[task], stream=True)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """Each chunk as progress, then the answer."""
    calls = ModelCalls()
    run = await build_crew(calls).akickoff(inputs={"question": question})
    try:
        async for chunk in run:
            yield sse("progress", chunk.content)
        yield sse("answer", run.result.raw)
    except Exception as error:
        logging.exception("the run failed")
        yield sse("error", type(error).__name__)
    finally:
        calls.end()
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await run.aclose()


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
