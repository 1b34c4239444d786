"""Versions of the wide set, and an amending decision as its manager takes it."""

from typing import Any

import httpx
from services.assessment.tests.sheets import Desk, a_wide_set
from services.assessment.tests.world import ok

DECISION = {"number": "45/QĐ-UBND", "issued_on": "2021-12-20", "file_sha256": "ab" * 32}
DEADLINE = "2022-01-20T17:00:00+07:00"

OTHER_OPTIONS = a_wide_set().replace('{id: khong, label: "Không", score: 0}', '{id: khong, label: "Chưa có", score: 0}')
"""1.1 asks something else; the value `co` stays possible."""
NO_SUCH_OPTION = a_wide_set().replace('{id: co, label: "Có", score: 2}', '{id: du, label: "Có đủ", score: 2}')
"""1.1 knows `co` no longer."""
THREE_DECIMALS = a_wide_set().replace("score_decimals: 2", "score_decimals: 3")
"""Nothing is asked otherwise, but scores become others."""
OTHER_CODE = a_wide_set().replace('code: "1.2.2"', 'code: "1.2.3"')
"""1.2.2 is gone, 1.2.3 is new."""
OTHER_GRADES = a_wide_set().replace("min_percent: 80", "min_percent: 90")
"""Nothing that a unit sees."""


async def new_version(desk: Desk, source: str) -> str:
    """The id of another published version of the wide set."""
    return await desk.world.criteria_set(source)


async def set_of(desk: Desk) -> str:
    """The id of the version that the period has now."""
    return str(ok(await desk.world.manager.get(f"/periods/{desk.period_id}"))["criteria_sets"][0]["criteria_set_id"])


async def ask(desk: Desk, new_id: str, client: httpx.AsyncClient | None = None, **body: Any) -> httpx.Response:
    """The answer to an amending decision."""
    usual = {
        "from_criteria_set_id": body.pop("from_id", None) or await set_of(desk),
        "to_criteria_set_id": new_id,
        "decision": DECISION,
        "reason": "Sửa sai sót của biểu mẫu",
    }
    headers = body.pop("headers", {})
    return await (client or desk.world.manager).post(f"/periods/{desk.period_id}/amendments", json={**usual, **body}, headers=headers)


async def amend(desk: Desk, source: str, **body: Any) -> dict[str, Any]:
    """The amendment, done."""
    done: dict[str, Any] = ok(await ask(desk, await new_version(desk, source), **body), 201)
    return done


async def preview(desk: Desk, new_id: str, client: httpx.AsyncClient | None = None) -> httpx.Response:
    """What it would do."""
    params = {"from": await set_of(desk), "to": new_id}
    return await (client or desk.world.manager).get(f"/periods/{desk.period_id}/amendments/preview", params=params)
