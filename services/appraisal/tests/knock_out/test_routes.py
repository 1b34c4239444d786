"""Manual knock-outs: confirmed by the lead of their agency, or by its replacement."""

from typing import Any

import httpx
from services.appraisal.tests.world import OWN, PLAIN, SILENT, World, codes
from tests.support.house import problem_of

from chamdiem_contracts.appraisal import AppraisedSheetChangedV1


async def confirm(client: httpx.AsyncClient, world: World, id_: str, *lines: tuple[str, str, bool]) -> Any:
    body = [{"sheet_id": str(world.sheets[unit]), "code": code, "confirmed": confirmed} for unit, code, confirmed in lines]
    return await client.patch(f"/appraisals/{id_}/knock-outs", json={"lines": body})


async def test_only_known_manual_knock_outs_of_the_own_agency_are_confirmed_once(world: World) -> None:
    answer = await confirm(
        world.clients["snv_lead"],
        world,
        await world.id_of("SNV"),
        (PLAIN, "KO1", True),
        (PLAIN, "KO1", True),
        (PLAIN, "KO2", True),
        (PLAIN, "KO9", True),
        (OWN, "KO1", True),
        (SILENT, "KO\u0000", True),
    )
    assert (answer.json()["saved"], codes(answer.json())) == (
        1,
        [
            (1, "appraisal/duplicate"),
            (2, "appraisal/not-manual"),
            (3, "appraisal/unknown-knock-out"),
            (4, "appraisal/not-assigned"),
            (5, "appraisal/unknown-knock-out"),
        ],
    )
    listed = (await world.clients["snv"].get(f"/appraisals/{await world.id_of('SNV')}/knock-outs")).json()["items"]
    assert {(k["unit_code"], k["confirmed"]) for k in listed} == {(PLAIN, True), (SILENT, False)}


async def test_the_replacement_confirms_for_the_agencys_own_unit(world: World) -> None:
    answer = await confirm(world.clients["stc_lead"], world, await world.id_of("STC"), (OWN, "KO1", True), (PLAIN, "KO1", True))
    assert codes(answer.json()) == [(1, "appraisal/not-assigned")]


async def test_a_member_who_does_not_lead_confirms_nothing(world: World) -> None:
    answer = await confirm(world.clients["snv"], world, await world.id_of("SNV"), (PLAIN, "KO1", True))
    assert problem_of(answer) == (403, "access/not-permitted")


async def test_a_confirmed_knock_out_is_told_with_its_sheet_and_one_taken_back_is_not(world: World) -> None:
    await world.score_all()
    id_ = await world.id_of("SNV")
    await confirm(world.clients["snv_lead"], world, id_, (PLAIN, "KO1", True), (SILENT, "KO1", True))
    await confirm(world.clients["snv_lead"], world, id_, (SILENT, "KO1", False))
    await world.clients["snv_lead"].post(f"/appraisals/{id_}/send")
    told = {e.sheet_id: e.knock_outs for e in await world.house.outbox() if isinstance(e, AppraisedSheetChangedV1)}
    assert told == {world.sheets[PLAIN]: ("KO1",), world.sheets[SILENT]: ()}
    refused = await confirm(world.clients["snv_lead"], world, id_, (PLAIN, "KO1", False))
    assert problem_of(refused) == (409, "appraisal/already-sent")
    history = await world.house.rows(
        "SELECT code, confirmed FROM knock_out_confirmation_history WHERE sheet_id = :s ORDER BY id", s=world.sheets[SILENT]
    )
    assert [h["confirmed"] for h in history] == [True, False]
