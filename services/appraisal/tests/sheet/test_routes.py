"""What an account sees of a sheet, and links to its evidence."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from services.appraisal.tests.world import OWN, PLAIN, SHA, World
from tests.support.house import an_account, problem_of

from chamdiem_contracts.ranking import ResultAggregatedV1, ResultAgreedV1


async def test_a_manager_sees_the_whole_sheet_and_an_agency_its_own_items(world: World) -> None:
    path = f"/sheets/{world.sheets[PLAIN]}"
    whole = (await world.clients["manager"].get(path)).json()
    assert [i["item"] for i in whole["items"]] == ["1.1", "1.2", "1.3", "1.4", "B1", "T1"]
    assert [i["system"] for i in whole["items"]] == [False, False, False, True, False, True]
    own = (await world.clients["snv"].get(path)).json()
    assert [i["item"] for i in own["items"]] == ["1.1", "B1"]
    assert (own["items"][0]["self_score"], own["items"][1]["claimed_count"]) == ("2", "3")
    assert [k["code"] for k in own["knock_outs"]] == ["KO1"]
    assert (await world.clients["stc"].get(path)).json()["knock_outs"] == []


async def test_a_sheet_with_nothing_of_the_agency_does_not_exist_for_it(world: World) -> None:
    assert problem_of(await world.clients["snv"].get(f"/sheets/{world.sheets[OWN]}")) == (404, "appraisal/sheet-not-found")


async def test_a_council_member_sees_others_scores_from_aggregation(world: World) -> None:
    member = await world.enter("council", an_account("appraisal", "council_member", appraiser_code="SNV"))
    path = f"/sheets/{world.sheets[PLAIN]}"
    assert len((await member.get(path)).json()["items"]) == 2
    await world.house.tell(ResultAggregatedV1(version=1, period_id=world.period_id, result_version=1, status="aggregated"))
    assert len((await member.get(path)).json()["items"]) == 6


@pytest.mark.parametrize(
    ("setting", "status", "seen"), [("aggregated", "aggregated", 200), ("published", "agreed", 404), ("published", "published", 200)]
)
async def test_a_unit_sees_its_own_scores_when_the_period_lets_it(world: World, setting: str, status: str, seen: int) -> None:
    await world.score_all()
    await world.change_period(unit_sees_scores=setting)
    officer = world.clients["officer"]
    assert problem_of(await officer.get(f"/sheets/{world.sheets[PLAIN]}")) == (404, "appraisal/sheet-not-found")
    await world.house.tell(ResultAgreedV1(version=1, period_id=world.period_id, result_version=1, status=status))
    answer = await officer.get(f"/sheets/{world.sheets[PLAIN]}")
    assert answer.status_code == seen
    if seen == 200:
        assert [i["item"] for i in answer.json()["items"]] == ["1.1", "1.2", "1.3", "1.4", "B1", "T1"]
    assert (await officer.get(f"/sheets/{world.sheets[OWN]}")).status_code == 404
    assert problem_of(await officer.get(f"/sheets/{world.sheets[PLAIN]}/evidence/{SHA}/link")) == (403, "access/not-permitted")


async def test_items_are_paged_without_gap_or_repeat(world: World) -> None:
    path = f"/appraisals/{await world.id_of('STC')}/items"
    whole = [(i["sheet_id"], i["item"]) for i in (await world.clients["stc"].get(path)).json()["items"]]
    found, after = [], None
    while True:
        page = (await world.clients["stc"].get(path, params={"limit": 3, **({"after": after} if after else {})})).json()
        found += [(i["sheet_id"], i["item"]) for i in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert found == whole
    assert len(whole) == 8
    assert problem_of(await world.clients["stc"].get(path, params={"after": "xyz"})) == (422, "request/bad-cursor")


async def test_evidence_is_linked_by_the_own_key_under_its_name_for_who_sees_the_item(world: World) -> None:
    path = f"/sheets/{world.sheets[PLAIN]}/evidence/{SHA}/link"
    answer = (await world.clients["stc"].get(path)).json()
    url = urlsplit(answer["url"])
    query = parse_qs(url.query)
    assert url.path == f"/chamdiem-evidence/{SHA}"
    assert unquote(query["response-content-disposition"][0]) == "attachment; filename*=UTF-8''Kế hoạch.pdf"
    assert query["X-Amz-Credential"][0].startswith("reader/")
    assert problem_of(await world.clients["snv"].get(path)) == (404, "appraisal/evidence-not-found")
    assert problem_of(await world.clients["stc"].get(path.replace(SHA, "00" * 32))) == (404, "appraisal/evidence-not-found")
    logged = await world.house.rows("SELECT account_id FROM evidence_link_log")
    assert [str(row["account_id"]) for row in logged] == [str(world.accounts["stc"].account_id)]


async def test_history_of_anothers_item_does_not_exist(world: World) -> None:
    path = f"/sheets/{world.sheets[PLAIN]}/items/{{}}/history"
    assert problem_of(await world.clients["snv"].get(path.format("1.3"))) == (404, "appraisal/item-not-found")
    assert problem_of(await world.clients["snv"].get(path.format("%00"))) == (404, "appraisal/item-not-found")
    assert (await world.clients["snv"].get(path.format("1.1"))).json() == {"items": [], "next": None}
