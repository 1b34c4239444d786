"""A whole period's outcomes from its stored item results: exact sums made by the database, finished by the rules, in batches.

For provinces with very many units: nothing is computed item by item here, and no more than one batch is held.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_rules.levels import KnockOutFacts
from chamdiem_rules.numbers import to_micro
from chamdiem_rules.set_types import AdjustmentKind, CriteriaSet
from chamdiem_rules.totals import Outcome, Sums, outcome_of

BATCH = 2000
_NO_FACTS = KnockOutFacts()
FactsOf = Callable[[AsyncConnection, Sequence[UUID]], Awaitable[Mapping[UUID, KnockOutFacts]]]

# Only sums, and no array of what is in them: PostgreSQL would spill those to disk. `position` is the place in the set, leaves first. Joined
# after summing, since a join of every item would cost as much as the sums.
_SUMS = text("""
    SELECT r.sheet_id, r.leaf_total, r.bonus, r.deduction, r.not_applicable_max
      FROM (SELECT sheet_id,
                   sum(final_score_micro) FILTER (WHERE NOT is_adjustment) AS leaf_total,
                   sum(final_score_micro) FILTER (WHERE is_adjustment AND position = ANY(CAST(:bonuses AS int[]))) AS bonus,
                   sum(final_score_micro) FILTER (WHERE is_adjustment AND position <> ALL(CAST(:bonuses AS int[]))) AS deduction,
                   sum((CAST(:maxima AS numeric[]))[position + 1]) FILTER (WHERE not_applicable) AS not_applicable_max
              FROM item_result GROUP BY sheet_id) r
      JOIN known_sheet s USING (sheet_id)
     WHERE s.period_id = :period_id AND s.criteria_set_id = :criteria_set_id""")


async def outcomes_of_period(
    tx: AsyncConnection, period_id: UUID, sets: Mapping[UUID, CriteriaSet], facts_of: FactsOf
) -> AsyncIterator[list[tuple[UUID, Outcome]]]:
    """Every computed sheet of the period with its outcome, in batches, in no order; equal to what was computed sheet by sheet."""
    for criteria_set_id, criteria_set in sets.items():
        leaves = len(criteria_set.leaves)
        asked = {
            "period_id": period_id,
            "criteria_set_id": criteria_set_id,
            "maxima": [Decimal(to_micro(leaf.max_score)) for leaf in criteria_set.leaves],
            "bonuses": [place for place, a in enumerate(criteria_set.adjustments, leaves) if a.kind is AdjustmentKind.BONUS],
        }
        rows = await tx.stream(_SUMS, asked)
        async for batch in rows.partitions(BATCH):
            facts = await facts_of(tx, [row[0] for row in batch]) if criteria_set.knock_outs else {}
            yield [(sheet_id, outcome_of(criteria_set, _sums(sums), facts.get(sheet_id, _NO_FACTS))) for sheet_id, *sums in batch]


def _sums(sums: Sequence[Decimal | None]) -> Sums:
    return Sums(*(int(points or 0) for points in sums))
