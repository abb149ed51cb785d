"""An MCP server whose tool calls answer with one JSON body: the tool reports its progress, and nobody gets it."""

import asyncio
import itertools
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from openai import APIError, AsyncOpenAI

client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], max_retries=0)
MODEL = os.environ["MODEL"]
TOOL_SECONDS = float(os.environ.get("TOOL_SECONDS", "300"))
PROGRESS_SECONDS = float(os.environ.get("PROGRESS_SECONDS", "10"))

mcp = MCPServer("research")


async def report(ctx: Context, pieces: list[str]) -> None:
    """Report how far the tool is, also while it waits: silence is what proxies and clients count."""
    for number in itertools.count(1):
        await ctx.report_progress(number, message=f"{sum(map(len, pieces))} characters")
        await asyncio.sleep(PROGRESS_SECONDS)


@asynccontextmanager
async def reporting(ctx: Context, pieces: list[str]) -> AsyncIterator[None]:
    """Report for as long as this is open."""
    task = asyncio.create_task(report(ctx, pieces))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def ask(question: str, pieces: list[str]) -> str:
    """Collect the model's answer; gives the finish reason."""
    reason = "none"
    messages = [{"role": "user", "content": question}]
    async with await client.chat.completions.create(model=MODEL, stream=True, messages=messages) as chunks:
        async for chunk in chunks:
            for choice in chunk.choices:
                reason = choice.finish_reason or reason
                pieces.append(choice.delta.content or "")
    return reason


@mcp.tool(structured_output=False)
async def research(question: str, ctx: Context) -> str:
    """Look into a question. It may take minutes."""
    pieces: list[str] = []
    try:
        async with reporting(ctx, pieces), asyncio.timeout(TOOL_SECONDS):
            reason = await ask(question, pieces)
    except TimeoutError:
        raise ToolError(f"no answer within {TOOL_SECONDS:g} s") from None
    except APIError as error:
        logging.exception("the model call failed")
        raise ToolError(type(error).__name__) from None
    text = "".join(pieces)
    return text if reason == "stop" else f"{text}\n(incomplete: {reason})"


app = mcp.streamable_http_app(json_response=True)
