"""A client and an agent of AutoGen for the lab's model."""

import os

from autogen_agentchat.agents import AssistantAgent
from autogen_core.models import ModelFamily, ModelInfo
from autogen_ext.models.openai import OpenAIChatCompletionClient

INFO = ModelInfo(
    vision=False, function_calling=True, json_output=True, structured_output=True, family=ModelFamily.UNKNOWN
)


def agent() -> AssistantAgent:
    """An agent that streams tokens."""
    client = OpenAIChatCompletionClient(
        model=os.environ["MODEL"],
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
        model_info=INFO,
    )
    return AssistantAgent("writer", client, model_client_stream=True)
