"""An answer whose events have ids and are kept: who comes back with `Last-Event-ID` gets what is missing."""

import asyncio
import json
import logging
import os
import uuid
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import FastAPI, Header, HTTPException
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
KEEP_SECONDS = float(os.environ.get("KEEP_SECONDS", "30"))
MOST_ANSWERS = int(os.environ.get("MOST_ANSWERS", "500"))
MOST_TOKENS = int(os.environ.get("MOST_TOKENS", "8000"))


class Answer:
    """One answer: the task that writes it, and its events for whoever reads, again too."""

    def __init__(self, question: str) -> None:
        """Begin to write. An answer that nobody reads for a while is dropped, and its model call ends."""
        self.id = uuid.uuid4().hex
        self.events: list[str] = []
        self.news = asyncio.Condition()
        self.ended = False
        self.readers = 0
        self.loop = asyncio.get_running_loop()
        self.expiry = self.loop.call_later(KEEP_SECONDS, self.drop)
        self.task = asyncio.create_task(self.write(question))
        answers[self.id] = self

    def drop(self) -> None:
        """Forget it."""
        self.task.cancel()
        answers.pop(self.id, None)

    async def add(self, data: str, event: str = "message") -> None:
        """Keep an event, and tell the readers."""
        number = len(self.events) + 1
        self.events.append(f"id: {self.id}:{number}\nevent: {event}\ndata: {json.dumps(data)}\n\n")
        self.ended = event != "message"
        async with self.news:
            self.news.notify_all()

    async def write(self, question: str) -> None:
        """Read the model to its end; the last event says how it ended."""
        reason = "none"
        messages = [{"role": "user", "content": question}]
        try:
            async with await client.chat.completions.create(
                model=MODEL, stream=True, messages=messages, max_completion_tokens=MOST_TOKENS
            ) as chunks:
                async for chunk in chunks:
                    for choice in chunk.choices:
                        reason = choice.finish_reason or reason
                        if choice.delta.content:
                            await self.add(choice.delta.content)
        except Exception as error:
            logging.exception("the model's stream failed")
            await self.add(type(error).__name__, "error")
        else:
            await self.add(reason, "done" if reason == "stop" else "incomplete")

    async def read(self, last: int) -> AsyncIterator[str]:
        """The events after the one that the caller has. The answer's own id comes first, ahead of any token."""
        self.readers += 1
        self.expiry.cancel()
        try:
            yield f"id: {self.id}:{last}\nretry: 500\n\n"
            while True:
                while last < len(self.events):
                    yield self.events[last]
                    last += 1
                if self.ended:
                    return
                async with self.news:
                    while last >= len(self.events) and not self.ended:
                        await self.news.wait()
        finally:
            self.readers -= 1
            if self.readers == 0:
                self.expiry = self.loop.call_later(KEEP_SECONDS, self.drop)


answers: dict[str, Answer] = {}


@app.get("/stream")
async def stream(q: str = "rivers", last_event_id: Annotated[str, Header()] = "") -> StreamingResponse:
    """Stream a new answer, or the rest of one. At a 404 an EventSource gives up."""
    key, _, number = last_event_id.partition(":")
    if last_event_id and not (key in answers and number.isdecimal()):
        raise HTTPException(404, "This answer is no longer kept.")
    if not last_event_id and len(answers) >= MOST_ANSWERS:
        raise HTTPException(503, "Too many answers at once.", {"Retry-After": "5"})
    answer = answers[key] if last_event_id else Answer(q)
    return StreamingResponse(answer.read(int(number or 0)), media_type="text/event-stream", headers=HEADERS)
