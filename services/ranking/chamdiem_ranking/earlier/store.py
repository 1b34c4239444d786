"""SQL of comparisons with other years: only the newest version of what was published counts, imported or not."""

from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_ranking.earlier.domain import Origin, RankBefore, with_predecessors

# What was published here comes after what was imported of the same year, and so is what is kept.
_RANKS = text("""
    SELECT l.ranking_group, l.unit_code, CAST(l.body->>'rank' AS int) AS rank
      FROM publication p JOIN published_line l USING (period_id, result_version)
     WHERE p.program = :program AND p.year = :year AND (CAST(:group AS text) IS NULL OR l.ranking_group = :group)
       AND NOT EXISTS (SELECT 1 FROM publication n WHERE n.period_id = p.period_id AND n.result_version > p.result_version)
     ORDER BY p.imported DESC""")
_ORIGINS = text("""
    SELECT u.code, u.predecessors[1] AS origin, coalesce(o.name, u.predecessors[1]) AS name
      FROM known_unit u LEFT JOIN known_unit o ON o.code = u.predecessors[1]
     WHERE cardinality(u.predecessors) = 1""")
_YEARS = text("""
    WITH shown AS (
        SELECT DISTINCT ON (p.year) p.* FROM publication p
         WHERE p.program = :program
           AND NOT EXISTS (SELECT 1 FROM publication n WHERE n.period_id = p.period_id AND n.result_version > p.result_version)
         ORDER BY p.year, p.imported, p.period_id
    )
    SELECT p.period_id, p.year, p.imported, l.ranking_group, count(*) AS units,
           max(CAST(l.body->>'index_percent' AS numeric)) AS best, min(CAST(l.body->>'index_percent' AS numeric)) AS worst,
           avg(CAST(l.body->>'index_percent' AS numeric)) AS mean,
           (array_agg(l.body) FILTER (WHERE l.unit_code = :unit))[1] AS own
      FROM shown p JOIN published_line l USING (period_id, result_version)
     WHERE (CAST(:group AS text) IS NULL OR l.ranking_group = :group)
     GROUP BY p.period_id, p.year, p.imported, l.ranking_group
    HAVING CAST(:unit AS text) IS NULL OR count(*) FILTER (WHERE l.unit_code = :unit) > 0
     ORDER BY p.year, l.ranking_group LIMIT :limit""")


async def years(tx: AsyncConnection, program: str, *, group: str | None, unit: str | None, limit: int) -> list[Any]:
    """By year and ranking group what was published; with `unit` only where it stood, with its line as `own`."""
    return list((await tx.execute(_YEARS, {"program": program, "group": group, "unit": unit, "limit": limit})).all())


async def previous_ranks(tx: AsyncConnection, program: str, year: int, group: str | None = None) -> dict[tuple[str, str], RankBefore]:
    """By ranking group and unit the published rank of the year before, of the unit or of the one that was merged into it."""
    rows = await tx.execute(_RANKS, {"program": program, "year": year - 1, "group": group})
    ranks = {(row.ranking_group, row.unit_code): row.rank for row in rows if row.rank is not None}
    if not ranks:
        return {}
    origins = {row.code: Origin(row.origin, row.name) for row in await tx.execute(_ORIGINS)}
    return with_predecessors(ranks, origins)
