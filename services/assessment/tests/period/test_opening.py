"""Opening a period: the sheets it makes, and every reason to refuse it."""

from typing import Any

from services.assessment.tests.world import FORMS, World, a_period, a_set, a_unit, ok
from tests.support.house import problem_of

from chamdiem_contracts.assessment import PeriodOpenedV1

NOTHING = "00000000-0000-7000-8000-000000000000"


async def refusals(world: World, period_id: str) -> list[str]:
    """The places that opening is refused for; the preview names the same."""
    preview = ok(await world.manager.get(f"/periods/{period_id}/opening"))
    answer = await world.manager.post(f"/periods/{period_id}/open")
    assert problem_of(answer) == (422, "assessment/period-refused")
    assert len(preview["faults"]) == len(answer.json()["errors"])
    assert ok(await world.manager.get(f"/periods/{period_id}"))["status"] == "planned"
    return [f["place"] for f in preview["faults"]]


def phases(**own: Any) -> dict[str, Any]:
    usual = {"from": "2021-12-01T00:00:00+07:00", "to": "2021-12-31T17:00:00+07:00"}
    return {"phases": {"self_assessment": {**usual, **own}}}


async def test_opening_makes_a_sheet_for_each_unit_valid_then_and_covered(world: World) -> None:
    await world.house.tell(
        a_unit("so-noi-vu"),
        a_unit("so-cu", valid_to="2021-11-30"),
        a_unit("so-moi", valid_from="2021-12-01"),
        a_unit("so-sau-nay", valid_from="2021-12-02"),
        a_unit("huyen", "district"),
    )
    period_id = await world.planned()
    preview = ok(await world.manager.get(f"/periods/{period_id}/opening"))
    assert preview["faults"] == []
    opened = ok(await world.manager.post(f"/periods/{period_id}/open"))
    assert sorted(s["unit_code"] for s in opened["sheets"]) == ["so-moi", "so-noi-vu"]
    assert [s["unit_code"] for s in preview["sheets"]] == ["so-moi", "so-noi-vu"]
    assert opened["status"] == "open"
    told = (await world.house.outbox())[-1]
    assert isinstance(told, PeriodOpenedV1)
    assert {str(s.sheet_id) for s in told.sheets} == {s["sheet_id"] for s in opened["sheets"]}


async def test_a_unit_renamed_after_opening_keeps_its_name_on_the_sheet(world: World) -> None:
    await world.departments("so-noi-vu")
    period_id = await world.opened()
    await world.house.tell(a_unit("so-noi-vu", version=2, name="Tên mới"), a_unit("so-noi-vu", version=1, name="Tên cũ hơn"))
    assert ok(await world.manager.get(f"/periods/{period_id}"))["sheets"][0]["unit_name"] == "Đơn vị so-noi-vu"


async def test_a_period_is_opened_once(world: World) -> None:
    period_id = await world.opened()
    assert problem_of(await world.manager.post(f"/periods/{period_id}/open")) == (409, "assessment/period-not-planned")


async def test_two_sets_for_one_unit_type_are_refused(world: World) -> None:
    period_id = await world.planned(await world.criteria_set(a_set("A")), await world.criteria_set(a_set("B")))
    assert await refusals(world, period_id) == ["criteria_sets[1]"]


async def test_sets_that_share_a_group_must_agree_in_ranking(world: World) -> None:
    ranking = "  ranking: {rank_by: final_score, tie_rule: shared_rank_gap}\n"
    one = await world.criteria_set(a_set("A"))
    two = await world.criteria_set(a_set("B", unit_types="[district]", ranking=ranking))
    await world.house.tell(a_unit("s", ranking_group="chung"), a_unit("h", "district", ranking_group="chung"))
    assert await refusals(world, await world.planned(one, two)) == ["criteria_sets[1]"]


async def test_a_set_of_the_other_program_is_refused(world: World) -> None:
    period_id = await world.planned(await world.criteria_set(a_set(program="task_completion")))
    assert await refusals(world, period_id) == ["criteria_sets[0]"]


async def test_an_agency_on_its_own_units_sheet_needs_a_replacement(world: World) -> None:
    await world.departments("so-noi-vu", "so-tai-chinh")
    for replacements, places in (
        ({}, ["SNV", "STC"]),
        ({"SNV": "STC", "STC": "STC"}, ["STC"]),
        ({"SNV": "KHONGCO", "STC": "SNV"}, ["SNV"]),
    ):
        period_id = await world.planned(conflict_appraiser={"enabled": True, "replacements": replacements})
        assert await refusals(world, period_id) == [f"conflict_appraiser.replacements.{p}" for p in places]
    await world.opened(conflict_appraiser={"enabled": False, "replacements": {}})


async def test_a_replacement_may_come_from_another_published_set(world: World) -> None:
    await world.departments("so-noi-vu")
    other = a_set("KHAC").replace("STC: {unit: so-tai-chinh", "STP: {unit: so-tu-phap").replace("appraiser: STC", "appraiser: STP")
    await world.criteria_set(other)
    await world.opened(conflict_appraiser={"enabled": True, "replacements": {"SNV": "STP"}})


async def test_phases_out_of_order_are_refused_by_place(world: World) -> None:
    assert await refusals(world, await world.planned(**phases(to="2021-11-01T00:00:00Z"))) == [
        "phases.self_assessment.to",
        "phases.appraisal.from",
    ]
    assert await refusals(world, await world.planned(**phases(late_until="2021-12-31T16:59:59+07:00"))) == [
        "phases.self_assessment.late_until"
    ]


async def test_phases_have_the_defaults_of_the_cycle_folder(world: World) -> None:
    opened = ok(await world.manager.get(f"/periods/{await world.opened(**phases())}"))
    assert opened["late_until"] == opened["self_assessment_to"] == opened["appraisal_from"] == "2021-12-31T10:00:00Z"
    assert opened["appraisal_to"] is None


async def test_survey_leaves_need_forms_that_ask_them(world: World) -> None:
    forms = await world.forms()
    set_id = await world.criteria_set(a_set(with_survey=True), forms=forms)
    assert await refusals(world, await world.planned(set_id)) == ["survey_forms_id"]
    others = await world.forms(FORMS.replace("code: Q2", "code: Q3"))
    assert await refusals(world, await world.planned(set_id, survey_forms_id=others)) == [
        "criteria_sets[0].fields[0].criteria[2].scoring.sources[0].questions[1]"
    ]
    await world.opened(set_id, survey_forms_id=forms)


def tasks_with_par_index() -> str:
    """A task set whose level the PAR index caps."""
    check = 'check: "par_index.index_percent < 80"'
    knock_outs = f'    knock_out_conditions:\n      - {{code: KO1, title: "Chỉ số CCHC thấp", max_level: D, {check}}}\n'
    return a_set("NV-SO", program="task_completion", ranking=knock_outs)


async def test_a_task_period_that_uses_the_par_index_names_an_open_par_period_of_its_kind(world: World) -> None:
    await world.departments("so-noi-vu")
    par_set, task_set = await world.criteria_set(), await world.criteria_set(tasks_with_par_index())
    task = {"program": "task_completion", "conflict_appraiser": {"enabled": False}}
    assert await refusals(world, await world.planned(task_set, **task)) == ["criteria_sets[0]", "par_period_id"]
    planned_par = await world.planned(par_set)
    assert await refusals(world, await world.planned(task_set, **task, par_period_id=planned_par)) == ["par_period_id"]
    real_par = await world.opened(par_set, rehearsal=False, clock_at=None)
    assert await refusals(world, await world.planned(task_set, **task, par_period_id=real_par)) == ["par_period_id"]
    districts = await world.opened(await world.criteria_set(a_set("PAR-H", unit_types="[district]")))
    assert await refusals(world, await world.planned(task_set, **task, par_period_id=districts)) == ["criteria_sets[0]"]
    par = await world.opened(par_set)
    await world.opened(task_set, **task, par_period_id=par)
    assert await refusals(world, await world.planned(par_set, par_period_id=par)) == ["par_period_id"]


async def test_ids_that_do_not_exist_are_named(world: World) -> None:
    body = a_period(NOTHING, survey_forms_id=NOTHING, par_period_id=NOTHING)
    answer = await world.manager.post("/periods", json=body)
    assert problem_of(answer) == (422, "assessment/period-refused")
    assert [e["pointer"] for e in answer.json()["errors"]] == ["/criteria_set_ids/0", "/survey_forms_id", "/par_period_id"]


async def test_a_program_has_one_open_period_a_year_rehearsals_aside(world: World) -> None:
    set_id = await world.criteria_set()
    first = await world.opened(set_id, rehearsal=False, clock_at=None)
    await world.opened(set_id)
    second = await world.planned(set_id, rehearsal=False, clock_at=None)
    assert problem_of(await world.manager.post(f"/periods/{second}/open")) == (409, "assessment/period-exists")
    ok(await world.manager.post(f"/periods/{first}/close"))
    ok(await world.manager.post(f"/periods/{second}/open"))
