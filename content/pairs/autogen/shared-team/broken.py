"""One team for all requests: a second request fails while the first still runs, and histories mix."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any

import anyio
from anyio.streams.memory import MemoryObjectSendStream
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.conditions import MaxMessageTermination
from autogen_agentchat.messages import ModelClientStreamingChunkEvent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_core import CancellationToken
from autogen_core.models import CreateResult, ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
INFO = ModelInfo(
    vision=False, function_calling=True, json_output=True, structured_output=True, family=ModelFamily.UNKNOWN
)


class WholeAnswers(OpenAIChatCompletionClient):
    """The client, which raises where the model ended too early: an agent does not tell the finish reason."""

    async def create_stream(self, *args: Any, **options: Any) -> AsyncGenerator[str | CreateResult, None]:
        """Stream an answer, and raise when it is not whole."""
        async for item in super().create_stream(*args, **options):
            if isinstance(item, CreateResult) and item.finish_reason not in ("stop", "function_calls"):
                raise RuntimeError(f"The model ended with finish reason {item.finish_reason}.")
            yield item


CLIENT = WholeAnswers(
    model=os.environ["MODEL"],
    base_url=os.environ["OPENAI_BASE_URL"],
    api_key=os.environ["OPENAI_API_KEY"],
    model_info=INFO,
)


def build_team() -> RoundRobinGroupChat:
    """A new team, with a new agent and an empty history."""
    writer = AssistantAgent("writer", CLIENT, model_client_stream=True)
    return RoundRobinGroupChat([writer], termination_condition=MaxMessageTermination(2))


TEAM = build_team()


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def produce(question: str, token: CancellationToken, sender: MemoryObjectSendStream[str]) -> None:
    """Run the team to its end in this one task. A full stream waits for the caller."""
    try:
        async with aclosing(TEAM.run_stream(task=question, cancellation_token=token)) as items:
            async for item in items:
                if isinstance(item, ModelClientStreamingChunkEvent):
                    await sender.send(sse("text", item.content))
        await sender.send(sse("done", {}))
    except Exception as error:
        logging.exception("the run failed")
        await sender.send(sse("error", {"type": type(error).__name__}))
    finally:
        sender.close()


async def events(question: str) -> AsyncIterator[str]:
    """The run as events. It ends when the caller leaves."""
    sender, receiver = anyio.create_memory_object_stream[str](16)
    token = CancellationToken()
    # A disconnect cancels each `await` of this response anew: a team that runs in it leaves its runtime behind.
    task = asyncio.create_task(produce(question, token, sender))
    try:
        with receiver:
            async for event in receiver:
                yield event
        await task
    finally:
        token.cancel()  # ends the call to the model, for whose end the team waits
        task.cancel()
        with anyio.move_on_after(2, shield=True):
            await asyncio.wait({task})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
