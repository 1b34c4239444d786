"""Comparing a unit with itself, or with the one unit that was merged into it. Pure."""

from collections.abc import Mapping
from typing import NamedTuple


class RankBefore(NamedTuple):
    """A rank of the year before; `of` is the name of the unit that had it, None where it is the same."""

    rank: int
    of: str | None = None


class Origin(NamedTuple):
    """The one unit that was merged into another."""

    code: str
    name: str


def with_predecessors(ranks: Mapping[tuple[str, str], int], origins: Mapping[str, Origin]) -> dict[tuple[str, str], RankBefore]:
    """By group and unit the rank to compare with: the unit's own, else in the same group that of its one predecessor, or of that one's.

    `origins` names units with exactly one predecessor: ranks of several cannot be added up.
    """
    found = {key: RankBefore(rank) for key, rank in ranks.items()}
    groups = {group for group, _ in ranks}
    for code in origins:
        seen, origin = {code}, origins.get(code)
        while origin is not None and origin.code not in seen:
            for group in groups:
                rank = ranks.get((group, origin.code))
                if rank is not None:
                    found.setdefault((group, code), RankBefore(rank, origin.name))
            seen.add(origin.code)
            origin = origins.get(origin.code)
    return found


def rank_change(rank: int | None, previous: RankBefore | None) -> int | None:
    """By how many places a unit went up (below 0: down); None where it cannot be compared."""
    return None if rank is None or previous is None else previous.rank - rank
