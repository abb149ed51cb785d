"""One team for all requests: a second request fails while the first still runs, and histories mix."""

import json
import os
from collections.abc import AsyncIterator

from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.conditions import MaxMessageTermination
from autogen_agentchat.messages import ModelClientStreamingChunkEvent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_core.models import ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
INFO = ModelInfo(
    vision=False, function_calling=True, json_output=True, structured_output=True, family=ModelFamily.UNKNOWN
)
CLIENT = OpenAIChatCompletionClient(
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


async def events(question: str) -> AsyncIterator[str]:
    """The run as events."""
    async for item in TEAM.run_stream(task=question):
        if isinstance(item, ModelClientStreamingChunkEvent):
            yield sse("text", item.content)
    yield sse("done", {})


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
