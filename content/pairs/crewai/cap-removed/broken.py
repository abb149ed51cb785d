"""The cap stands on the agent, which takes the number and does nothing with it: the model is told of none."""

import asyncio
import json
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from contextvars import ContextVar

import anyio
import httpx
from crewai import LLM, Agent, Crew, Task
from crewai.events import crewai_event_bus
from crewai.events.types.llm_events import LLMCallCompletedEvent
from crewai.llms.hooks.base import BaseInterceptor
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
MAX_TOKENS = int(os.environ.get("MAX_TOKENS", "2000"))


class ModelCalls(BaseInterceptor[httpx.Request, httpx.Response]):
    """The model calls of one run: CrewAI makes them in threads, which no cancellation reaches."""

    def __init__(self) -> None:
        """No call yet."""
        self.answers: list[httpx.Response] = []
        self.reasons: set[str] = set()
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


CALLS: ContextVar[ModelCalls | None] = ContextVar("CALLS", default=None)


@crewai_event_bus.on(LLMCallCompletedEvent)
def keep_reason(_source: object, event: LLMCallCompletedEvent) -> None:
    """Keep why a call ended. The bus carries the events of all runs, each in the context of its own."""
    if calls := CALLS.get():
        calls.reasons.add(event.finish_reason or "none")


def build_crew(calls: ModelCalls) -> Crew:
    """A new crew, with its own model object."""
    llm = LLM(
        model=os.environ["MODEL"],
        provider="openai",
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
        interceptor=calls,
    )
    writer = Agent(
        role="Writer",
        goal="Answer the question",
        backstory="You write plainly.",
        llm=llm,
        max_tokens=MAX_TOKENS,
    )
    task = Task(description="{question}", expected_output="A short answer", agent=writer)
    return Crew(agents=[writer], tasks=[task], stream=True)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """Each chunk as progress, then the answer, or what there is of it and why it ended."""
    calls = ModelCalls()
    CALLS.set(calls)
    run = await build_crew(calls).akickoff(inputs={"question": question})
    try:
        async for chunk in run:
            yield sse("progress", chunk.content)
        await asyncio.to_thread(crewai_event_bus.flush)  # its handlers run in threads
        if "stop" in calls.reasons and calls.reasons <= {"stop", "tool_calls"}:
            yield sse("answer", run.result.raw)
        else:
            yield sse("incomplete", {"text": run.result.raw, "reasons": sorted(calls.reasons)})
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
