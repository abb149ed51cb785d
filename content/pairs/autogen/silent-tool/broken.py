"""An agent whose tool may take any time: meanwhile the stream is silent, and if the tool hangs, it never ends."""

import asyncio
import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

import anyio
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.messages import ModelClientStreamingChunkEvent, ToolCallRequestEvent
from autogen_core import CancellationToken
from autogen_core.models import CreateResult, ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "90"))
INFO = ModelInfo(
    vision=False, function_calling=True, json_output=True, structured_output=True, family=ModelFamily.UNKNOWN
)


class Client(OpenAIChatCompletionClient):
    """Keeps why the model ended: the agent hands on its text alone."""

    reason = "none"

    async def create_stream(self, *args: object, **kwargs: object) -> AsyncIterator[str | CreateResult]:
        """Stream the model's answer."""
        async for item in super().create_stream(*args, **kwargs):
            if isinstance(item, CreateResult):
                self.reason = item.finish_reason
            yield item


async def search(topic: str) -> str:
    """Stands for a slow tool."""
    await asyncio.sleep(TOOL_SECONDS)
    return f"notes on {topic}"


async def look_up(topic: str) -> str:
    """Look up notes on a topic."""
    return await search(topic)


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def answer(question: str) -> AsyncGenerator[str, None]:
    """Yield the run as events; the last one says how it ended."""
    client = Client(
        model=os.environ["MODEL"],
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
        model_info=INFO,
    )
    agent = AssistantAgent(
        "writer", client, tools=[look_up], reflect_on_tool_use=True, model_client_stream=True
    )
    token = CancellationToken()
    try:
        async for item in agent.run_stream(task=question, cancellation_token=token):
            if isinstance(item, ModelClientStreamingChunkEvent):
                yield sse("text", item.content)
            elif isinstance(item, ToolCallRequestEvent):
                yield sse("step", [call.name for call in item.content])
        yield sse("done" if client.reason == "stop" else "incomplete", client.reason)
    finally:
        token.cancel()  # ends the tool, too: it runs in a task of its own
        with anyio.move_on_after(2, shield=True):
            await client.close()


async def events(question: str) -> AsyncIterator[str]:
    """The run as events, silent for as long as the tool takes."""
    try:
        async with aclosing(answer(question)) as parts:
            async for part in parts:
                yield part
    except Exception as error:
        logging.exception("the run failed")
        yield sse("error", type(error).__name__)


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
