"""A plain route that starts an event loop for each call, and one that calls synchronously."""

import asyncio
import os

from fastapi import FastAPI
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(model=os.environ["MODEL"], max_retries=0)


@app.get("/loops")
def loops() -> str:
    """A new loop for each call."""
    return str(asyncio.run(model.ainvoke("rivers")).text)


@app.get("/plain")
def plain() -> str:
    """A synchronous call."""
    return str(model.invoke("rivers").text)
