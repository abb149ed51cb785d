"""The model call waits for the whole answer: not one byte leaves before the last token."""

import os

from fastapi import FastAPI
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(
    base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"], model=os.environ["MODEL"]
)


@app.get("/stream")
async def stream(q: str = "rivers") -> dict[str, str]:
    """Answer in one piece."""
    message = await model.ainvoke(q)
    return {"text": str(message.text)}
