"""Django middleware for event streams. It stands last in MIDDLEWARE, below GZipMiddleware."""

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async


async def each(source):
    """A plain iterator, item by item, each from a thread: Django itself would collect it under ASGI."""
    step = sync_to_async(next, thread_sensitive=False)
    while (item := await step(source, None)) is not None:
        yield item


class EventStreams:
    """Keeps event streams from being compressed, buffered or collected."""

    sync_capable = async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request):
        if iscoroutinefunction(self):
            return self.under_asgi(request)
        return self.marked(self.get_response(request))

    async def under_asgi(self, request):
        response = self.marked(await self.get_response(request))
        if self.is_stream(response) and not response.is_async:
            response.streaming_content = each(iter(response.streaming_content))
        return response

    def is_stream(self, response):
        return response.streaming and response.headers.get("Content-Type", "").startswith("text/event-stream")

    def marked(self, response):
        if self.is_stream(response):
            response["Cache-Control"] = "no-cache, no-transform"
            response["Content-Encoding"] = "identity"
            response["X-Accel-Buffering"] = "no"
        return response
