"""What the doctor finds."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """`warning`: the installation works, and somebody should know."""

    WELL = "well"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True)
class Finding:
    """One thing about one part: how it is, and a Vietnamese sentence that says what to mend."""

    part: str
    state: State
    sentence: str


Check = Callable[[], Awaitable[list[Finding]]]


def well(part: str, sentence: str) -> Finding:
    """Nothing to mend."""
    return Finding(part, State.WELL, sentence)


def warning(part: str, sentence: str) -> Finding:
    """Somebody should know."""
    return Finding(part, State.WARNING, sentence)


def fault(part: str, sentence: str) -> Finding:
    """Something to mend."""
    return Finding(part, State.FAULT, sentence)
