"""`run_stream()` is read to its end, though the pieces come through the client: reading it is what runs it."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator

import anyio
from anyio.streams.memory import MemoryObjectSendStream
from autogen_agentchat.agents import AssistantAgent
from autogen_core import CancellationToken
from autogen_core.models import CreateResult, ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
INFO = ModelInfo(
    vision=False, function_calling=True, json_output=True, structured_output=True, family=ModelFamily.UNKNOWN
)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


class Client(OpenAIChatCompletionClient):
    """Hands on each piece as it comes, and keeps why the model ended, which no message of an agent tells."""

    def __init__(self, sender: MemoryObjectSendStream[str]) -> None:
        """Send to this stream."""
        super().__init__(
            model=os.environ["MODEL"],
            base_url=os.environ["OPENAI_BASE_URL"],
            api_key=os.environ["OPENAI_API_KEY"],
            model_info=INFO,
        )
        self.sender = sender
        self.reason = "none"

    async def create_stream(self, *args: object, **kwargs: object) -> AsyncIterator[str | CreateResult]:
        """Stream the model's answer."""
        async for item in super().create_stream(*args, **kwargs):
            if isinstance(item, CreateResult):
                self.reason = item.finish_reason
            else:
                await self.sender.send(sse("text", item))
            yield item


async def produce(question: str, token: CancellationToken, client: Client) -> None:
    """Run an agent to its end in this one task. A full stream waits for the caller."""
    try:
        agent = AssistantAgent("writer", client, model_client_stream=True)
        async for _item in agent.run_stream(task=question, cancellation_token=token):
            pass  # the client has handed the pieces on
        await client.sender.send(sse("done" if client.reason == "stop" else "incomplete", client.reason))
    except Exception as error:
        logging.exception("the run failed")
        await client.sender.send(sse("error", type(error).__name__))
    finally:
        client.sender.close()
        await client.close()


async def events(question: str) -> AsyncIterator[str]:
    """The run as events. It ends when the caller leaves."""
    sender, receiver = anyio.create_memory_object_stream[str](16)
    token = CancellationToken()
    task = asyncio.create_task(produce(question, token, Client(sender)))
    try:
        with receiver:
            async for event in receiver:
                yield event
        await task
    finally:
        token.cancel()
        task.cancel()
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await asyncio.wait({task})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
