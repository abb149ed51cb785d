"""Every event with a text is sent: the task comes back, and the answer comes twice."""

import json
import os
from collections.abc import AsyncIterator

import anyio
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.base import TaskResult
from autogen_core.models import ModelFamily, ModelInfo
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


async def events(question: str) -> AsyncIterator[str]:
    """The run as events."""
    client = OpenAIChatCompletionClient(
        model=os.environ["MODEL"],
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
        model_info=INFO,
    )
    agent = AssistantAgent("writer", client, model_client_stream=True)
    try:
        async for item in agent.run_stream(task=question):
            if not isinstance(item, TaskResult):
                yield sse("text", item.to_text())
        yield sse("done", {})
    finally:
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await client.close()


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
