"""Two hundred saves race one send: what was answered with success is in what was told, and nothing comes after."""

import asyncio

from services.appraisal.tests.world import PLAIN, World

from chamdiem_contracts.appraisal import AppraisedSheetChangedV1


async def test_no_score_slips_in_behind_the_sending(world: World) -> None:
    await world.score_all()
    id_ = await world.id_of("STC")
    path = f"/appraisals/{id_}/scores"
    sheet = str(world.sheets[PLAIN])

    async def save(number: int) -> tuple[int, str]:
        score = f"{number % 4}.{number % 100:02d}"
        line = {"sheet_id": sheet, "item": "1.3", "score": score, "reason": f"lần {number}"}
        answer = await world.clients["stc"].patch(path, json={"lines": [line]})
        kept = answer.status_code == 200 and answer.json()["saved"] == 1
        return (1 if kept else 0), f"lần {number}"

    async def send() -> int:
        return (await world.clients["stc_lead"].post(f"/appraisals/{id_}/send")).status_code

    *saves, status = await asyncio.gather(*(save(n) for n in range(100)), *(save(n) for n in range(100, 200)), send())
    assert status == 200
    told = next(e for e in await world.house.outbox() if isinstance(e, AppraisedSheetChangedV1) and str(e.sheet_id) == sheet)
    reason = next(i.reason for i in told.items if i.item == "1.3")
    stored = await world.house.rows(
        "SELECT reason, version FROM appraised_score WHERE sheet_id = :s AND item = '1.3'", s=world.sheets[PLAIN]
    )
    assert stored[0]["reason"] == reason
    kept = sum(count for count, _ in saves)
    assert stored[0]["version"] == kept + 1
