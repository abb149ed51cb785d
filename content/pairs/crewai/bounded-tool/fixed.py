"""A crew whose tool waits for so long and no longer; when the time is up, the model is told so."""

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
import requests
from crewai import LLM, Agent, Crew, Task
from crewai.events import crewai_event_bus
from crewai.events.types.llm_events import LLMCallCompletedEvent
from crewai.llms.hooks.base import BaseInterceptor
from crewai.tools import tool
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
NOTES_URL = os.environ.get("NOTES_URL", "http://127.0.0.1:8080/notes")
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "20"))
TOOL_CHARACTERS = int(os.environ.get("TOOL_CHARACTERS", "8000"))


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


@tool("look_up")
def look_up(topic: str) -> str:
    """Look up notes on a topic."""
    try:
        with requests.get(NOTES_URL, params={"topic": topic}, timeout=(5, TOOL_SECONDS)) as reply:
            reply.raise_for_status()
            notes = reply.text
    except requests.Timeout:
        return f"The notes gave no answer within {TOOL_SECONDS:g} s."
    except requests.RequestException:
        logging.exception("the notes failed")
        return "The notes are out of order."
    return notes if len(notes) <= TOOL_CHARACTERS else f"{notes[:TOOL_CHARACTERS]} (cut)"


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
        role="Writer", goal="Answer the question", backstory="You write plainly.", llm=llm, tools=[look_up]
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
            if chunk.tool_call:
                yield sse("tool", chunk.tool_call.tool_name)
            else:
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
