"""The route reads the whole run before it answers: the caller gets its first byte after the last token."""

import os
from collections.abc import AsyncIterator

import anyio
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.messages import ModelClientStreamingChunkEvent
from autogen_core import CancellationToken
from autogen_core.models import CreateResult, ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient
from fastapi import FastAPI, HTTPException

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


@app.get("/stream")
async def stream(q: str = "rivers") -> dict[str, str]:
    """Answer with the text of the run."""
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
    pieces: list[str] = []
    try:
        async for item in agent.run_stream(task=q, cancellation_token=token):
            if isinstance(item, ModelClientStreamingChunkEvent):
                pieces.append(item.content)
    finally:
        token.cancel()
        with anyio.move_on_after(2, shield=True):
            await client.close()
    if client.reason != "stop":
        raise HTTPException(502, f"incomplete: {client.reason}")
    return {"answer": "".join(pieces)}
