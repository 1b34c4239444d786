"""A whole period's outcomes from its stored item results: exact sums made by the database, finished by the rules, in batches.

For provinces with very many units: nothing is computed item by item here, and no more than one batch is held.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_rules.levels import KnockOutFacts
from chamdiem_rules.numbers import to_micro
from chamdiem_rules.set_types import AdjustmentKind, CriteriaSet
from chamdiem_rules.totals import Outcome, Sums, outcome_of

BATCH = 2000
FactsOf = Callable[[AsyncConnection, Sequence[UUID]], Awaitable[Mapping[UUID, KnockOutFacts]]]

# Leaves stand before adjustments in `position`, which is the set's order. Joined after summing: a join of every item would cost as much
# as the sums.
_SUMS = text("""
    SELECT r.sheet_id, CAST(r.leaf_total AS text) AS leaf_total, r.not_applicable, r.adjusted_positions, r.adjusted_points
      FROM (SELECT sheet_id,
                   sum(final_score_micro) FILTER (WHERE NOT is_adjustment) AS leaf_total,
                   array_agg(position) FILTER (WHERE not_applicable) AS not_applicable,
                   array_agg(position) FILTER (WHERE is_adjustment AND final_score_micro <> 0) AS adjusted_positions,
                   array_agg(CAST(final_score_micro AS text)) FILTER (WHERE is_adjustment AND final_score_micro <> 0) AS adjusted_points
              FROM item_result GROUP BY sheet_id) r
      JOIN known_sheet s USING (sheet_id)
     WHERE s.period_id = :period_id AND s.criteria_set_id = :criteria_set_id""")


async def outcomes_of_period(
    tx: AsyncConnection, period_id: UUID, sets: Mapping[UUID, CriteriaSet], facts_of: FactsOf
) -> AsyncIterator[list[tuple[UUID, Outcome]]]:
    """Every computed sheet of the period with its outcome, in batches, in no order; equal to what was computed sheet by sheet."""
    for criteria_set_id, criteria_set in sets.items():
        maxima = [to_micro(leaf.max_score) for leaf in criteria_set.leaves]
        bonuses = {place for place, a in enumerate(criteria_set.adjustments, len(criteria_set.leaves)) if a.kind is AdjustmentKind.BONUS}
        rows = await tx.stream(_SUMS, {"period_id": period_id, "criteria_set_id": criteria_set_id})
        async for batch in rows.partitions(BATCH):
            facts = await facts_of(tx, [row[0] for row in batch])
            yield [(row[0], outcome_of(criteria_set, _sums(row, maxima, bonuses), facts[row[0]])) for row in batch]


def _sums(row: Sequence[Any], maxima: Sequence[int], bonuses: set[int]) -> Sums:
    _, leaf_total, not_applicable, positions, points = row
    bonus = deduction = 0
    for place, micro in zip(positions or (), points or (), strict=True):
        if place in bonuses:
            bonus += int(micro)
        else:
            deduction += int(micro)
    return Sums(int(leaf_total or 0), bonus, deduction, sum(maxima[place] for place in not_applicable or ()))
