"""The measurement from an appraiser's send to its effects while clients save leaves; the same on whichever platform."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
from bench.support.figures import hold, show
from bench.support.http_client import Act, Connection, Load, drive
from bench.support.sheets import a_set_of, an_answer, items_of
from tests.e2e.live import Account, Live, ok
from tests.e2e.period_world import APPRAISAL, OPENS, OTHER, UNIT, PeriodWorld

SENDS, SAVERS, LEAVES = 50, 8, 20
_POLL_S, _PATIENCE_S = 0.005, 10.0


async def hold_sends_to_a_second(live: Live, world: PeriodWorld) -> None:
    """Send `SENDS` times beside `SAVERS` who save, and hold the p99 until the rank and until the refusal to a second.

    The world's clock has not passed the opening; afterwards it stands in the appraisal.
    """
    sheets = await _open_second_period(world)
    await world.at(OPENS)
    await world.at(APPRAISAL)
    scored = {name: await _score_everything(world, name) for name in ("snv_lead", "stc_lead")}
    ok(await world.people["stc_lead"].post(f"/appraisal/appraisals/{world.appraisals['STC']}/send"))
    ranked, refused = Load(), Load()
    async with AsyncExitStack() as stack:
        saving = asyncio.ensure_future(_save_on(await _savers(stack, live, world, sheets)))
        try:
            for _ in range(SENDS):
                await _send_once(world, scored["snv_lead"], ranked, refused)
        finally:
            saving.cancel()
        saved = await saving
    show(f"beside it {SAVERS} clients saved leaves: {saved.summary}")
    show(f"to the rank: p50 {ranked.quantile_ms(0.5):.0f} ms; to the refusal: p50 {refused.quantile_ms(0.5):.0f} ms; {SENDS} sends")
    hold("an appraiser's send to the rank visible, p99", ranked.quantile_ms(0.99), 1000, at_least=False, unit=" ms", digits=0)
    hold("an appraiser's send to the account refused, p99", refused.quantile_ms(0.99), 1000, at_least=False, unit=" ms", digits=0)


async def _send_once(world: PeriodWorld, line: dict[str, Any], ranked: Load, refused: Load) -> None:
    """Send, see both ends of it, and open it again."""
    manager, member, appraisal = world.people["manager"], world.people["snv_member"], f"/appraisal/appraisals/{world.appraisals['SNV']}"

    async def aggregated() -> bool:
        return bool(ok(await manager.get(f"/ranking/periods/{world.period_id}"))["status"] == "aggregated")

    async def locked() -> bool:
        answer = await member.patch(f"{appraisal}/scores", json={"lines": [line]})
        return answer.status_code == 403 and answer.json()["type"].endswith("/appraisal-locked")

    begun = time.perf_counter()
    await asyncio.gather(
        _sent(world.people["snv_lead"], appraisal), _until(aggregated, begun, ranked.took_s), _until(locked, begun, refused.took_s)
    )
    ok(await manager.post(f"{appraisal}/reopen", json={"reason": "Đo lại"}))

    async def open_again() -> bool:
        return not await aggregated() and not await locked()

    await _until(open_again, begun, [])


async def _sent(lead: httpx.AsyncClient, appraisal: str) -> None:
    ok(await lead.post(f"{appraisal}/send"))


async def _until(condition: Callable[[], Awaitable[bool]], begun: float, took_s: list[float]) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while not await condition():
            await asyncio.sleep(_POLL_S)
    took_s.append(time.perf_counter() - begun)


async def _score_everything(world: PeriodWorld, lead: str) -> dict[str, Any]:
    """Nought for every item of the lead's agency; one of the lines."""
    appraisal = f"/appraisal/appraisals/{world.appraisals[lead.removesuffix('_lead').upper()]}"
    items = ok(await world.people[lead].get(f"{appraisal}/items", params={"limit": 500}))["items"]
    lines = [{"sheet_id": i["sheet_id"], "item": i["item"], "score": "0", "reason": "Không gửi"} for i in items]
    assert ok(await world.people[lead].patch(f"{appraisal}/scores", json={"lines": lines}))["refused"] == []
    return lines[0]


async def _open_second_period(world: PeriodWorld) -> dict[str, str]:
    """A period in which units still declare, none of SNV's, whose accounts would else stay open for it; its sheets by unit."""
    manager = world.people["manager"]
    drafted = ok(
        await manager.post("/assessment/criteria-sets", json={"document": a_set_of(LEAVES, appraiser="STC"), "media_type": "json"})
    )
    decision = {"decision": {"number": "2/QĐ", "issued_on": "2021-11-01"}}
    ok(await manager.post(f"/assessment/criteria-sets/{drafted['id']}/publish", json=decision))
    first = ok(await manager.get(f"/assessment/periods/{world.period_id}"))
    asked = {
        "program": "par_index",
        "year": 2021,
        "rehearsal": True,
        "clock_at": OPENS,
        "criteria_set_ids": [drafted["id"]],
        "phases": {
            "self_assessment": {
                "from": first["self_assessment_from"],
                "to": first["self_assessment_to"],
                "late_until": first["late_until"],
            },
            "appraisal": {"from": first["appraisal_from"], "to": first["appraisal_to"]},
        },
        "conflict_appraiser": {"enabled": False, "replacements": {}},
    }
    period_id = ok(await manager.post("/assessment/periods", json=asked))["id"]
    ok(await manager.post(f"/assessment/periods/{period_id}/open"))
    listed = ok(await manager.get(f"/assessment/periods/{period_id}/sheets"))["items"]
    return {sheet["unit_code"]: sheet["sheet_id"] for sheet in listed}


async def _savers(stack: AsyncExitStack, live: Live, world: PeriodWorld, sheets: dict[str, str]) -> list[Act]:
    port = urlsplit(live.url).port or 0
    acts = []
    for number in range(SAVERS):
        unit, account = ((UNIT, world.accounts["officer"]), (OTHER, world.accounts["other_officer"]))[number % 2]
        connection = await stack.enter_async_context(Connection(port, _headers(account)))
        acts.append(_saving(connection, sheets[unit], number + 1))
    return acts


def _headers(account: Account) -> dict[str, str]:
    return {"Authorization": f"Bearer {account.token}", "X-Account": account.id}


def _saving(connection: Connection, sheet_id: str, number: int) -> Act:
    version = 0

    async def save() -> None:
        nonlocal version
        path = f"/api/assessment/sheets/{sheet_id}/items/{items_of(LEAVES)[number - 1]}"
        answer = await connection.request("PUT", path, orjson.dumps(an_answer(number, turn=version)), f'If-Match: "{version}"\r\n')
        assert answer.status == 200, answer
        version += 1

    return save


async def _save_on(acts: list[Act]) -> Load:
    load = Load()
    while not asyncio.current_task().cancelling():  # type: ignore[union-attr]
        try:
            load.add(await drive(acts, 0.25))
        except asyncio.CancelledError:
            break
    return load
