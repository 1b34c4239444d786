"""What is wrong with a document, an assessment period or an assignment: every fault with its place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `place` is like `fields[2].criteria[0].scoring.levels[2]` ('' for the whole), `message` a Vietnamese sentence."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


@dataclass(frozen=True, slots=True)
class Findings:
    """All faults and warnings of a document, in its order. Only faults refuse it."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


class SetRefused(Exception):
    """A criteria set or survey forms that the rules refuse; `faults` names every fault by its place."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults
