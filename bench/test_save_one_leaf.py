"""Saving one leaf (token check, rights, deadline, history) beside a bare FastAPI route that does one asyncpg UPDATE."""

from contextlib import AsyncExitStack

import asyncpg
import orjson
from bench.support.figures import hold, show
from bench.support.http_client import Act, Connection, Load, drive
from bench.support.processes import served
from bench.support.saving import saving
from bench.support.sheets import open_sheets
from tests.support.databases import Databases
from tests.support.issuer import Issuer

from chamdiem_kit.db import asyncpg_url

LEAVES, CLIENTS = 106, (1, 8, 64)
TURNS, TURN_S = 3, 1.0


async def test_a_leaf_is_saved_at_half_the_rate_of_a_bare_update(databases: Databases, issuer: Issuer) -> None:
    url = await databases.fresh("chamdiem_assessment")
    sheets = await open_sheets(url, issuer, units=max(CLIENTS), leaves=LEAVES)
    await _make_bare_rows(databases.owner_url(url), max(CLIENTS))
    async with AsyncExitStack() as stack:
        ours_at = await stack.enter_async_context(served("assessment", url, issuer.url))
        bare_at = await stack.enter_async_context(served("bare", url))
        ours, bare = [], []
        for number, sheet in enumerate(sheets):
            ours.append(saving(await stack.enter_async_context(Connection(ours_at.port, sheet.officer)), sheet, LEAVES))
            bare.append(_updating(await stack.enter_async_context(Connection(bare_at.port, {})), number))
        await drive(ours, 0.5)
        await drive(bare, 0.5)
        for clients in CLIENTS:
            ours_load, bare_load = Load(), Load()
            for _ in range(TURNS):
                bare_load.add(await drive(bare[:clients], TURN_S, servers=[bare_at.pid]))
                ours_load.add(await drive(ours[:clients], TURN_S, servers=[ours_at.pid]))
            for name, load in (("bare", bare_load), ("save", ours_load)):
                show(f"{clients:>2} clients, {name}: {load.summary}")
            hold(f"save one leaf, {clients} clients, share of the bare rate", ours_load.rate / bare_load.rate, 0.5, at_least=True)


def _updating(connection: Connection, row: int) -> Act:
    turn = 0

    async def update() -> None:
        nonlocal turn
        body = orjson.dumps({"option": "co", "explanation": f"Theo báo cáo số {row}/BC-SNV, lần {turn}"})
        answer = await connection.request("PUT", f"/bare/{row}", body)
        assert answer.status == 200, answer
        turn += 1

    return update


async def _make_bare_rows(url: str, rows: int) -> None:
    connection = await asyncpg.connect(asyncpg_url(url))
    await connection.execute("CREATE TABLE bare (id int PRIMARY KEY, option text, explanation text, version bigint NOT NULL)")
    await connection.execute("INSERT INTO bare SELECT n, '', '', 0 FROM generate_series(0, $1::int) n", rows)
    await connection.close()
