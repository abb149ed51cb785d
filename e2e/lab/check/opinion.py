"""What a checker gives back."""

from typing import NamedTuple


class Opinion(NamedTuple):
    """Who checked, with version, and what it objects to."""

    checker: str
    objections: list[str]
