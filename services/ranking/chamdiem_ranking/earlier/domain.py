"""Comparing a unit with itself. Pure."""


def rank_change(rank: int | None, previous: int | None) -> int | None:
    """By how many places a unit went up (below 0: down); None where it cannot be compared."""
    return None if rank is None or previous is None else previous - rank
