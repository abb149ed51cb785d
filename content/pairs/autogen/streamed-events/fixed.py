"""The route hands on each event of the run as it comes: a step for the tool, a piece for each token."""

import json
import logging
import os
from collections.abc import AsyncIterator

import anyio
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.messages import ModelClientStreamingChunkEvent, ToolCallRequestEvent
from autogen_core import CancellationToken
from autogen_core.models import CreateResult, ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
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


async def look_up(topic: str) -> str:
    """Look up notes on a topic."""
    return f"notes on {topic}"


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The run as events; the last one says how it ended."""
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
    except Exception as error:
        logging.exception("the run failed")
        yield sse("error", type(error).__name__)
    finally:
        token.cancel()
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await client.close()


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
