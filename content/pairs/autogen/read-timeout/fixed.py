"""Limits by phase for AutoGen's client: connecting fails fast, and the model may be silent for long."""

import json
import logging
import os
from collections.abc import AsyncIterator

import anyio
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.messages import ModelClientStreamingChunkEvent
from autogen_core import CancellationToken
from autogen_core.models import CreateResult, ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from openai import APITimeoutError, Timeout

app = FastAPI()
CONNECT_SECONDS = float(os.environ.get("CONNECT_SECONDS", "5"))
LONGEST_GAP = float(os.environ.get("LONGEST_GAP", "180"))
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
        timeout=Timeout(connect=CONNECT_SECONDS, read=LONGEST_GAP, write=30, pool=10),
        max_retries=0,  # the default of 2 makes each limit count three times before the stream begins
    )
    agent = AssistantAgent("writer", client, model_client_stream=True)
    token = CancellationToken()
    try:
        async for item in agent.run_stream(task=question, cancellation_token=token):
            if isinstance(item, ModelClientStreamingChunkEvent):
                yield sse("text", item.content)
        yield sse("done" if client.reason == "stop" else "incomplete", client.reason)
    except APITimeoutError as error:
        logging.exception("a phase took too long")
        yield sse("error", type(error.__cause__).__name__)  # the phase: ConnectTimeout, ReadTimeout, …
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
