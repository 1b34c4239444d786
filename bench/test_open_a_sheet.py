"""Opening a sheet of 106 answered leaves beside one raw query that fetches the same rows, and orjson."""

import time

import asyncpg
import orjson
from bench.support.figures import hold, show
from bench.support.http_client import Connection, Load, drive
from bench.support.processes import served
from bench.support.serve import RAW_SHEET
from bench.support.sheets import open_sheets, whole_sheet
from tests.support.databases import Databases
from tests.support.issuer import Issuer

from chamdiem_kit.db import asyncpg_url

LEAVES, TURNS, TURN_S = 106, 4, 1.0


async def test_a_sheet_opens_in_three_times_a_raw_query(databases: Databases, issuer: Issuer) -> None:
    url = await databases.fresh("chamdiem_assessment")
    (sheet,) = await open_sheets(url, issuer, units=1, leaves=LEAVES)
    raw_line = await asyncpg.connect(asyncpg_url(url))
    async with served("assessment", url, issuer.url) as ours_at, served("bare", url) as bare_at:
        async with Connection(ours_at.port, sheet.officer) as ours, Connection(bare_at.port, {}) as bare:
            saved = await ours.request("PATCH", f"/api/assessment/sheets/{sheet.id}/items", whole_sheet(LEAVES))
            assert orjson.loads(saved.body)["saved"] == LEAVES, saved

            async def open_sheet() -> None:
                answer = await ours.request("GET", f"/api/assessment/sheets/{sheet.id}")
                assert answer.status == 200 and answer.body.count(b'"explanation"') == LEAVES

            async def served_raw() -> None:
                answer = await bare.request("GET", f"/raw/{sheet.id}")
                assert answer.status == 200 and answer.body.count(b'"explanation"') == LEAVES

            async def raw() -> None:
                rows = await raw_line.fetch(RAW_SHEET, sheet.id)
                assert len(orjson.dumps([dict(row) for row in rows], default=str)) > LEAVES

            acts = {
                "raw query and orjson in this process": raw,
                "the same served by a bare route": served_raw,
                "open the sheet": open_sheet,
            }
            loads = {name: Load() for name in acts}
            for _ in range(TURNS):
                for name, act in acts.items():
                    loads[name].add(await drive([act], TURN_S))
    await raw_line.close()
    for name, load in loads.items():
        show(f"{name}: {load.summary}")
    limit, limit_served, opened = (load.quantile_ms(0.5) for load in loads.values())
    show(f"beside the bare route: {opened / limit_served:.2f} times; measured {time.strftime('%F %R')}")
    hold("open a sheet of 106 leaves, times the raw query", opened / limit, 3, at_least=False)
