"""The answer is a job with a stored event log; callers read it in short requests and resume by event id."""

import asyncio
import json
import logging
import os
import sqlite3
import uuid
from collections.abc import AsyncIterator
from contextlib import closing
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.responses import StreamingResponse
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])
MODEL = os.environ["MODEL"]
HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
JOBS_AT_ONCE = int(os.environ.get("JOBS_AT_ONCE", "8"))
JOB_SECONDS = float(os.environ.get("JOB_SECONDS", "900"))
WINDOW_SECONDS = float(os.environ.get("WINDOW_SECONDS", "20"))


def execute(sql: str, *values: object) -> list[Any]:
    """One statement, on a connection of its own: it waits for the disk, so it runs in a thread."""
    with closing(sqlite3.connect(os.environ.get("JOBS_DB", "jobs.db"), isolation_level=None, timeout=10)) as db:
        return db.execute(sql, values).fetchall()


execute("create table if not exists jobs (id text primary key, question text, state text)")
execute("create table if not exists log (n integer primary key, job text, event text, data text)")
execute("create index if not exists log_of_job on log (job, n)")


def add(job: str, event: str, data: object) -> None:
    """Store one event; any but a piece of the answer ends the job."""
    execute("insert into log (job, event, data) values (?, ?, ?)", job, event, json.dumps(data))
    if event != "message":
        execute("update jobs set state = 'ended' where id = ?", job)


def claim() -> list[Any]:
    """The next job, taken in one step."""
    return execute(
        "update jobs set state = 'running' where id = "
        "(select id from jobs where state = 'queued' order by rowid limit 1) returning id, question"
    )


async def run(job: str, question: str) -> None:
    """Run one job to its end; the last event names the ending."""
    reason: str | None = None
    try:
        async with asyncio.timeout(JOB_SECONDS), await client.chat.completions.create(
            model=MODEL, stream=True, messages=[{"role": "user", "content": question}]
        ) as chunks:
            async for chunk in chunks:
                for choice in chunk.choices:
                    reason = choice.finish_reason or reason
                    if choice.delta.content:
                        await asyncio.to_thread(add, job, "message", choice.delta.content)
        ending = "done" if reason == "stop" else "incomplete"
    except Exception as error:
        logging.exception("job %s failed", job)
        ending, reason = "failed", type(error).__name__
    await asyncio.to_thread(add, job, ending, {"reason": reason})


async def work() -> None:
    """The one worker, a process of its own: no request, and so no limit on requests, is around it."""
    for (job,) in execute("select id from jobs where state = 'running'"):
        add(job, "failed", {"reason": "the worker was restarted"})
    slots = asyncio.Semaphore(JOBS_AT_ONCE)
    async with asyncio.TaskGroup() as jobs:
        while True:
            await slots.acquire()
            while not (claimed := await asyncio.to_thread(claim)):
                await asyncio.sleep(0.2)
            jobs.create_task(run(*claimed[0])).add_done_callback(lambda _: slots.release())


@app.post("/jobs", status_code=202)
def start(q: str = "rivers") -> dict[str, str]:
    """Queue a job and answer at once."""
    job = uuid.uuid4().hex
    execute("insert into jobs values (?, ?, 'queued')", job, q)
    return {"events": f"/jobs/{job}/events"}


def known(job: str) -> str:
    """The id of a job that there is. At a 404 an EventSource gives up, in place of asking for ever."""
    if not execute("select 1 from jobs where id = ?", job):
        raise HTTPException(404, "There is no such job.")
    return job


Job = Annotated[str, Depends(known)]


def read(job: str, last: int) -> list[Any]:
    """The events of a job after the one that the caller has."""
    return execute("select n, event, data from log where job = ? and n > ? order by n", job, last)


async def window(job: str, last: int) -> AsyncIterator[str]:
    """Events for a short while; then the caller comes back with the last id."""
    loop = asyncio.get_running_loop()
    end = loop.time() + WINDOW_SECONDS
    yield "retry: 500\n\n"
    while loop.time() < end:
        for n, event, data in await asyncio.to_thread(read, job, last):
            last = n
            yield f"id: {n}\nevent: {event}\ndata: {data}\n\n"
            if event != "message":
                return
        await asyncio.sleep(0.2)


@app.get("/jobs/{job}/events")
async def stream(job: Job, last_event_id: Annotated[int, Header()] = 0) -> StreamingResponse:
    """The stream for EventSource, which reconnects with Last-Event-ID by itself until the page closes it."""
    return StreamingResponse(window(job, last_event_id), media_type="text/event-stream", headers=HEADERS)


@app.get("/jobs/{job}")
def poll(job: Job, last: int = 0) -> list[dict[str, Any]]:
    """The same events as one short answer, for platforms that do not stream."""
    return [{"id": n, "event": event, "data": json.loads(data)} for n, event, data in read(job, last)]


if __name__ == "__main__":
    asyncio.run(work())
