"""Aggregation of 100,000 units × 106 leaves from stored scores beside the same exact sums in bare SQL; one changed score ranks again.

`BENCH_UNITS` makes it smaller for a first look. Filling the tables takes longer than what is measured, and is not counted.
"""

import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from bench.support.figures import hold, show
from pydantic import SecretStr
from services.ranking.tests import documents
from services.ranking.tests.world import World
from tests.support.databases import Databases
from tests.support.house import House
from tests.support.issuer import Issuer

from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.db import asyncpg_url
from chamdiem_kit.settings import ServiceSettings
from chamdiem_ranking.app import create_service
from chamdiem_ranking.known import reading as known
from chamdiem_ranking.result.aggregation import judge
from chamdiem_ranking.result.computing import computing
from chamdiem_ranking.result.whole_period import outcomes_of_period

UNITS, LEAVES = int(os.environ.get("BENCH_UNITS", "100000")), 106
MOST_MEMORY_MB = 64
# What the rules need of every unit, summed as PostgreSQL sums `numeric`, and read to the end by the driver alone.
_BARE = """
    SELECT sheet_id, sum(final_score_micro), sum(final_score_micro) FILTER (WHERE is_adjustment), count(*) FILTER (WHERE not_applicable)
      FROM item_result GROUP BY sheet_id"""
_FILL_SHEETS = """
    INSERT INTO sheet_result (sheet_id, period_id, ranking_group, self_total_micro, appraised_total_micro, survey_total_micro, bonus_micro,
                              deduction_micro, final_score_micro, applicable_max_micro, level, level_by_index, knocked_out_by, field_totals,
                              unscored, can_be_sent, digest)
    SELECT sheet_id, period_id, ranking_group, 0, total, 0, 0, 0, total, 53000000, 'D', 'D', '{}', jsonb_build_object('1', total::text),
           '{}', false, ''
      FROM known_sheet JOIN (SELECT sheet_id, sum(final_score_micro) AS total FROM item_result GROUP BY sheet_id) t USING (sheet_id)"""
_FILL_ITEMS = """
    INSERT INTO item_result (sheet_id, position, item, self_score_micro, appraised_score_micro, final_score_micro, not_applicable, count,
                             is_adjustment)
    SELECT s.sheet_id, n, '1.' || n + 1, 500000, p.points, p.points, false, NULL, false
      FROM (SELECT sheet_id, row_number() OVER (ORDER BY sheet_id) AS place FROM known_sheet) s, generate_series(0, $1::int - 1) n,
           LATERAL (SELECT (((s.place * 7919 + n * 104729) % 51) * 10000)::numeric(30, 0) AS points) p"""


@pytest.fixture
async def world(databases: Databases, issuer: Issuer) -> AsyncIterator[World]:
    """Ranking with one period whose results are stored; nothing runs beside what is measured."""
    url = await databases.fresh("chamdiem_ranking")
    settings = ServiceSettings(service="ranking", profile="embedded", database_url=SecretStr(url), oidc_issuer=issuer.url)
    service = create_service(settings, InProcessBus())
    scoring = {**documents.YES_NO, "options": [{"id": "yes", "label": "Có", "score": "0.5"}, {"id": "no", "label": "Không", "score": "0"}]}
    leaves = [documents.a_leaf(f"1.{n}", "SNV", "0.5", scoring) for n in range(1, LEAVES + 1)]
    total = {"max_score": "53", "appraised_max": "53", "fields": [documents.a_field("1", "53", *leaves)]}
    units = {f"don-vi-{n}": f"Đơn vị {n}" for n in range(UNITS)}
    made = World(House(service, issuer), program="par_index", document=documents.par(**total), units=units)
    await made.house.tell(made.the_set(), made.the_forms(), made.period(), made.opened("SNV"), made.closed("SNV"))
    await _fill(url)
    yield made
    await service.database.close()
    await databases.drop(url)


async def test_a_hundred_thousand_units_are_summed_in_twice_the_time_of_bare_sql(world: World) -> None:
    database = world.house.service.database
    line = await asyncpg.connect(asyncpg_url(database.url))
    bare_s, ours_s, most_mb = [], [], 0.0
    for _ in range(3):
        begun = time.perf_counter()
        async with line.transaction():
            seen = [row async for row in _counted(line)]
        bare_s.append(time.perf_counter() - begun)
        assert sum(seen) == UNITS
        del seen
        before = _own_mb()
        begun = time.perf_counter()
        finished = 0
        async with database.transaction() as tx:
            period = await known.period_of(tx, world.period_id)
            assert period is not None
            rules = await known.rules_of(tx, period)
            assert rules is not None
            means = await computing(tx, period, rules)
            async for batch in outcomes_of_period(tx, world.period_id, rules.sets, means.knock_out_facts):
                finished += len(batch)
                most_mb = max(most_mb, _own_mb() - before)
        ours_s.append(time.perf_counter() - begun)
        assert finished == UNITS
    await line.close()
    show(f"{UNITS} units × {LEAVES} leaves: bare SQL {min(bare_s):.1f} s, sums and outcomes {min(ours_s):.1f} s (best of three)")
    hold("aggregation, times bare SQL", min(ours_s) / min(bare_s), 2, at_least=False)
    hold("memory above the start while it runs", most_mb, MOST_MEMORY_MB, at_least=False, unit=" MB", digits=0)

    unit = next(iter(world.units))
    full_marks: dict[str, str | int | None] = {f"i1_{n}": "0.5" for n in range(1, LEAVES + 1)}
    await world.house.tell(world.appraised("SNV", unit, (), **full_marks))
    begun = time.perf_counter()
    async with database.transaction() as tx:
        await judge(tx, world.period_id)
    took_s = time.perf_counter() - begun
    (row,) = await world.house.rows("SELECT final_score_micro, rank FROM sheet_result WHERE sheet_id = :id", id=world.sheets[unit])
    others = await world.house.rows("SELECT count(*) AS n FROM sheet_result WHERE digest <> ''")
    assert (row["final_score_micro"], row["rank"], others[0]["n"]) == (53_000_000, 1, 1), "only the changed sheet is computed"
    show(f"one changed score: its sheet computed, {UNITS} units of its group ranked again and told in {took_s:.1f} s")


async def _counted(line: "asyncpg.Connection[Any]") -> AsyncIterator[int]:
    cursor = await line.cursor(_BARE)
    while rows := await cursor.fetch(2000):
        yield len(rows)


async def _fill(url: str) -> None:
    line = await asyncpg.connect(asyncpg_url(url), command_timeout=600)
    await line.execute("TRUNCATE stale_sheet, stale_period; ALTER TABLE item_result DROP CONSTRAINT pk_item_result")
    await line.execute(_FILL_ITEMS, LEAVES)
    await line.execute("ALTER TABLE item_result ADD CONSTRAINT pk_item_result PRIMARY KEY (sheet_id, item)")
    await line.execute(_FILL_SHEETS)
    await line.execute("ANALYZE")
    await line.close()


def _own_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
