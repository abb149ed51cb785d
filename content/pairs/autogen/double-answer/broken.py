"""Every event with a text is sent: the task comes back, and the answer comes twice."""

import json
import logging
import os
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import anyio
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.base import TaskResult
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


def sse(event: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {event}\ndata: {json.dumps(data)}\n\n"


async def events(question: str) -> AsyncIterator[str]:
    """The run as events."""
    client = WholeAnswers(
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
    except Exception as error:
        logging.exception("the run failed")
        yield sse("error", {"type": type(error).__name__})
    finally:
        with anyio.move_on_after(2, shield=True):  # a disconnect cancels every other await
            await client.close()


@app.get("/stream")
async def stream(q: str = "rivers") -> StreamingResponse:
    """Stream the run."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(q), media_type="text/event-stream", headers=headers)
