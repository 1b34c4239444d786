"""Somebody who looks at every list there is, in every service, again and again."""

import json
from functools import cache
from pathlib import Path

from tests.faults.people import Person

_DOCUMENTS = Path(__file__).parents[2] / "docs" / "api"


class Reader:
    """What may not be read is refused, and what is down says so and when to come again; `Person` notes every other answer."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.read = 0

    @property
    def acknowledged(self) -> int:
        """How many answers."""
        return self.read

    async def step(self) -> None:
        """Read the next."""
        path = every_list()[self.read % len(every_list())]
        await self.person.ask("GET", path)
        self.read += 1

    async def check(self) -> None:
        """Every list was read."""


@cache
def every_list() -> tuple[str, ...]:
    """The path below `/api` of every reading that needs nothing to be said."""
    return tuple(
        path.removeprefix("/api")
        for document in sorted(_DOCUMENTS.glob("*.openapi.json"))
        for path, methods in json.loads(document.read_text("utf-8"))["paths"].items()
        if "get" in methods and "{" not in path and path.startswith("/api/") and "/health/" not in path
    )
