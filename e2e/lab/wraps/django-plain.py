"""No middleware of the page: everything stays as Django has it."""


class EventStreams:
    """Pass on."""

    sync_capable = async_capable = True

    def __new__(cls, get_response):
        """Stand for what comes next."""
        return get_response
