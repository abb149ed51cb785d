"""The answer is a job with a stored event log; callers read it in short requests and resume by event id."""

import asyncio
import json
import os
import sqlite3
import uuid
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import FastAPI, Header
from fastapi.responses import JSONResponse, StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
JOB_SECONDS = float(os.environ.get("JOB_SECONDS", "900"))
WINDOW_SECONDS = float(os.environ.get("WINDOW_SECONDS", "20"))
db = sqlite3.connect(os.environ.get("JOBS_DB", "jobs.db"), isolation_level=None, timeout=10)
db.execute("create table if not exists jobs (id text primary key, question text, state text)")
db.execute("create table if not exists log (n integer primary key, job text, event text, data text)")


def add(job: str, event: str, data: object) -> None:
    """Store one event."""
    db.execute("insert into log (job, event, data) values (?, ?, ?)", (job, event, json.dumps(data)))


async def answer(question: str) -> AsyncIterator[str]:
    """Yield the pieces of the answer."""
    stream = await client.chat.completions.create(
        model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
    )
    async for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content


async def work() -> None:
    """The one worker, a process of its own: no request, and so no limit on requests, is around it."""
    for (job,) in db.execute("select id from jobs where state = 'running'").fetchall():
        add(job, "failed", {"reason": "the worker was restarted"})
        db.execute("update jobs set state = 'ended' where id = ?", (job,))
    while True:
        row = db.execute("select id, question from jobs where state = 'queued' limit 1").fetchone()
        if row is None:
            await asyncio.sleep(0.2)
            continue
        job, question = row
        db.execute("update jobs set state = 'running' where id = ?", (job,))
        try:
            async with asyncio.timeout(JOB_SECONDS):
                async for piece in answer(question):
                    add(job, "message", piece)
            add(job, "done", {})
        except Exception as error:
            add(job, "failed", {"reason": repr(error)})
        db.execute("update jobs set state = 'ended' where id = ?", (job,))


@app.post("/jobs", status_code=202)
async def start(q: str = "rivers") -> dict[str, str]:
    """Queue a job and answer at once."""
    job = uuid.uuid4().hex
    db.execute("insert into jobs values (?, ?, 'queued')", (job, q))
    return {"events": f"/jobs/{job}/events"}


def read(job: str, last: int) -> list[Any]:
    """The events of a job after the one that the caller has."""
    return db.execute("select n, event, data from log where job = ? and n > ? order by n", (job, last)).fetchall()


async def window(job: str, last: int) -> AsyncIterator[str]:
    """Events for a short while; then the caller comes back with the last id."""
    loop = asyncio.get_running_loop()
    end = loop.time() + WINDOW_SECONDS
    yield "retry: 500\n\n"
    while loop.time() < end:
        for n, event, data in read(job, last):
            last = n
            yield f"id: {n}\nevent: {event}\ndata: {data}\n\n"
            if event != "message":
                return
        await asyncio.sleep(0.2)


@app.get("/jobs/{job}/events")
async def stream(job: str, last_event_id: Annotated[int, Header()] = 0) -> StreamingResponse:
    """The stream for EventSource, which reconnects with Last-Event-ID by itself until the page closes it."""
    return StreamingResponse(window(job, last_event_id), media_type="text/event-stream")


@app.get("/jobs/{job}")
async def poll(job: str, last: int = 0) -> JSONResponse:
    """The same events as one short answer, for platforms that do not stream."""
    return JSONResponse([{"id": n, "event": event, "data": json.loads(data)} for n, event, data in read(job, last)])


if __name__ == "__main__":
    asyncio.run(work())
