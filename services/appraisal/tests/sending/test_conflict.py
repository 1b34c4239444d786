"""A manager never reopens for the own unit; what stays closed another may open."""

from services.appraisal.tests.world import OWN, PLAIN, World, codes
from tests.support.house import an_account, problem_of

from chamdiem_contracts.ranking import ResultPublishedV1


async def test_the_managers_own_unit_stays_closed_until_its_manager_reopens_it(world: World) -> None:
    await world.score_all()
    id_ = await world.id_of("STC")
    await world.clients["stc_lead"].post(f"/appraisals/{id_}/send")
    own = await world.enter("own_manager", an_account("management", unit_code=OWN))
    answer = (await own.post(f"/appraisals/{id_}/reopen", json={"reason": "Chấm nhầm"})).json()
    assert (answer["status"], answer["closed_units"]) == ("reopened", [OWN])
    lines = [{"unit": unit, "item": "1.3", "score": "1.5"} for unit in (PLAIN, OWN)]
    assert codes(await world.score("stc", *lines)) == [(1, "appraisal/sheet-not-reopened")]
    assert problem_of(await own.post(f"/appraisals/{id_}/reopen", json={"reason": "Nữa"})) == (403, "appraisal/conflict-of-interest")
    other = await world.enter("other", an_account("management", only_for_unit=OWN))
    assert (await other.post(f"/appraisals/{id_}/reopen", json={"reason": "Đúng quyền"})).json()["closed_units"] == []
    assert codes(await world.score("stc", *lines)) == []


async def test_a_manager_good_for_one_unit_sees_that_unit_only(world: World) -> None:
    other = await world.enter("other", an_account("management", only_for_unit=OWN))
    assert (await other.get(f"/sheets/{world.sheets[OWN]}")).status_code == 200
    assert (await other.get(f"/sheets/{world.sheets[PLAIN]}")).status_code == 404
    listed = (await other.get("/appraisals")).json()["items"]
    assert [(a["appraiser_code"], a["assigned"]) for a in listed] == [("STC", 3)]
    answer = await other.post(f"/appraisals/{await world.id_of('SNV')}/reopen", json={"reason": "Sai"})
    assert problem_of(answer) == (404, "appraisal/not-found")


async def test_nothing_is_reopened_after_publication(world: World) -> None:
    await world.score_all()
    id_ = await world.id_of("SNV")
    await world.clients["snv_lead"].post(f"/appraisals/{id_}/send")
    await world.house.tell(ResultPublishedV1(version=4, period_id=world.period_id, result_version=1, status="published"))
    answer = await world.clients["manager"].post(f"/appraisals/{id_}/reopen", json={"reason": "Sai"})
    assert problem_of(answer) == (409, "appraisal/result-published")


async def test_an_appraisal_that_is_open_cannot_be_reopened(world: World) -> None:
    answer = await world.clients["manager"].post(f"/appraisals/{await world.id_of('SNV')}/reopen", json={"reason": "Sai"})
    assert problem_of(answer) == (409, "appraisal/not-sent")
