"""The picture of who scores what: replacements, gaps and doubles, for managers only."""

from services.appraisal.tests.world import OWN, PLAIN, SILENT, World
from tests.support.house import an_account, problem_of


async def test_the_picture_shows_replacements_and_no_gap_where_everything_is_assigned(world: World) -> None:
    told = (await world.clients["manager"].get(f"/periods/{world.period_id}/matrix")).json()
    (one,) = told["sets"]
    own_agency = {c["code"]: c["appraiser_code"] for c in one["columns"]}
    assert own_agency == {"1.1": "SNV", "1.2": "STC", "1.3": "STC", "1.4": None, "B1": "SNV", "T1": None, "KO1": "SNV"}
    rows = {row["unit_code"]: row for row in told["rows"]}
    assert {unit: row["gaps"] for unit, row in rows.items()} == {PLAIN: [], OWN: [], SILENT: []}
    assert [(r["item"], r["appraiser_code"]) for r in rows[OWN]["replaced"]] == [("1.1", "STC"), ("B1", "STC"), ("KO1", "STC")]
    assert rows[PLAIN]["replaced"] == []
    people = {a["appraiser_code"]: (a["items"], a["leads"], a["members"], a["doubles"], a["unshared"]) for a in told["agencies"]}
    assert people == {"SNV": (6, 1, 1, 0, 0), "STC": (9, 1, 1, 0, 0)}


async def test_what_two_members_share_and_what_none_has_is_counted(world: World) -> None:
    other = an_account("appraisal", appraiser_code="STC")
    await world.enter("stc_other", other)
    lines = [
        {"account_id": str(world.accounts["stc"].account_id), "items": ["1.2"]},
        {"account_id": str(other.account_id), "items": ["1.2"], "sheets": [str(world.sheets[PLAIN])]},
    ]
    path = f"/appraisals/{await world.id_of('STC')}/members"
    answer = await world.clients["stc_lead"].put(path, json={"lines": lines}, headers={"If-Match": '"0"'})
    assert answer.status_code == 200, answer.text
    told = (await world.clients["manager"].get(f"/periods/{world.period_id}/matrix")).json()
    stc = next(a for a in told["agencies"] if a["appraiser_code"] == "STC")
    assert (stc["members"], stc["doubles"], stc["unshared"]) == (2, 1, 6)


async def test_only_a_manager_sees_the_picture(world: World) -> None:
    for who in ("snv_lead", "snv", "officer"):
        answer = await world.clients[who].get(f"/periods/{world.period_id}/matrix")
        assert problem_of(answer) == (403, "access/not-permitted"), who


async def test_a_manager_of_one_unit_sees_that_unit_alone(world: World) -> None:
    await world.enter("own_manager", an_account("management", only_for_unit=OWN))
    told = (await world.clients["own_manager"].get(f"/periods/{world.period_id}/matrix")).json()
    assert [row["unit_code"] for row in told["rows"]] == [OWN]
    assert {a["appraiser_code"]: a["items"] for a in told["agencies"]} == {"SNV": 0, "STC": 5}
