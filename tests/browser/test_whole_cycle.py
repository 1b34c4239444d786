"""The main path of a cycle on the pages, each person at the own browser; what is published is what the rules give."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from playwright.async_api import expect
from services.assessment.tests.world import FORMS
from tests.browser import acts
from tests.browser.conftest import Ground, phases
from tests.browser.visits import Visits, settled
from tests.support.eventually import eventually
from tests.support.story import ANSWERS, SET, UNITS, Story, ok

from chamdiem_rules.criteria_set import read_criteria_set
from chamdiem_rules.declare import Declaration, declare_leaf
from chamdiem_rules.document import load_yaml
from chamdiem_rules.rank import RankRow, rank
from chamdiem_rules.survey_forms import read_survey_forms
from chamdiem_rules.totals import LeafInput, SheetInput, sheet_result

ACHIEVED = {"don-vi-mot": "3", "don-vi-hai": "2", "don-vi-ba": "1", "don-vi-tu-phap": "1,5"}
ON_PAGES = ("don-vi-mot", "don-vi-hai")
"""The others hand in as these do, by a program, so that the test stays short."""
LOWERED = "don-vi-mot"
REASON = "Kế hoạch ban hành sau thời hạn."
OWN, APPRAISAL = "/par_index/self_assessment", "/par_index/appraisal"
B, A = "Số đạt được (b)", "Tổng số phải thực hiện (a)"


async def test_what_is_published_after_a_cycle_on_the_pages_is_what_the_rules_give(ground: Ground, visits: Visits) -> None:
    story = await ground.period()
    for unit in UNITS:
        await (hand_in(visits, story, unit) if unit in ON_PAGES else hand_in_by_program(story, unit))
    await end_self_assessment(story)
    await appraise(visits, story)
    await story.hold_survey()
    await story.until_result("aggregated")
    await agree_and_publish(visits, story)
    reader = await visits(None, f"/published/{story.period}")
    await settled(reader)
    for unit, place, index in by_the_rules():
        line = reader.get_by_role("row").filter(has_text=f"Đơn vị {unit}")
        await expect(line).to_contain_text(index)
        await expect(line.get_by_role("cell").first).to_have_text(str(place))


async def hand_in(visits: Visits, story: Story, unit: str) -> None:
    sheet = f"{OWN}/{story.sheets[unit]}"
    officer = await visits(f"nhap-{unit}", sheet)
    answers = {
        "1.1": {"option": "Có", "Giải trình": "Kế hoạch số 12/KH"},
        "1.2": {B: ACHIEVED[unit], A: "3"},
        "1.3": {"Số lượng": "4"},
    }
    await acts.declare(officer, sheet, answers)
    await acts.submit(officer)
    head = await visits(f"duyet-{unit}", sheet)
    await acts.approve(head, sheet)
    await acts.sign(head)
    await acts.send(head)
    await head.context.close()
    await officer.context.close()


async def hand_in_by_program(story: Story, unit: str) -> None:
    lines = [dict(line) for line in ANSWERS]
    lines[1] |= {"numerator": ACHIEVED[unit].replace(",", "."), "denominator": "3"}
    assert ok(await story.officer(unit).patch(story.sheet(unit, "/items"), json={"lines": lines}))["refused"] == []
    await story.approve(unit)
    await story.send(unit)


async def end_self_assessment(story: Story) -> None:
    """Home Affairs ends the phase as soon as all have sent."""
    place = f"/assessment/periods/{story.period}"
    period = ok(await story.manager.get(place))
    now = datetime.now(UTC)
    planned = phases(begun=timedelta(days=10), left=timedelta(0), late=timedelta(0))
    planned["self_assessment"]["to"] = planned["self_assessment"]["late_until"] = planned["appraisal"]["from"] = now.isoformat()
    one, two = story.agencies
    body = {
        "program": period["program"],
        "year": period["year"],
        "criteria_set_ids": [story.set_id],
        "survey_forms_id": period["survey_forms_id"],
        "phases": planned,
        "conflict_appraiser": {"enabled": True, "replacements": {one: two, two: one}},
    }
    ok(await story.manager.put(place, json=body, headers={"If-Match": f'"{period["version"]}"'}))

    async def known() -> bool:
        listed = ok(await story.manager.get("/appraisal/appraisals", params={"period_id": story.period}))["items"]
        return all(datetime.fromisoformat(appraisal["appraisal_from"]) == now for appraisal in listed)

    await eventually(known, within_s=30)


async def appraise(visits: Visits, story: Story) -> None:
    for agency in story.agencies:
        lead = await visits(f"dau-moi-{agency}", "/")
        place = f"{APPRAISAL}/{story.appraisals[agency]}"
        for unit in {item["unit_code"]: None for item in await story.items(agency)}:
            await acts.agree_with(lead, f"{place}/sheets/{story.sheets[unit]}")
            if (agency, unit) == ("STP", LOWERED):
                await acts.score(lead, "1.1", "0", REASON)
        await acts.send_appraisal(lead, APPRAISAL)
        await lead.context.close()


async def agree_and_publish(visits: Visits, story: Story) -> None:
    place = f"/results/{story.period}/council"
    manager = await visits("quan-ly", place)
    await manager.get_by_role("button", name="Mở phiên họp").click()
    await expect(manager.get_by_text("Đang họp")).to_be_visible()
    member = await visits("hoi-dong", place)
    await member.get_by_role("button", name="Thống nhất: Toàn bộ kết quả", exact=True).click()
    await expect(member.get_by_text("1 thống nhất")).to_be_visible()
    await manager.get_by_role("button", name="Ghi nhận thống nhất").click()
    await manager.get_by_role("dialog").get_by_role("button", name="Ghi nhận").click()
    await expect(manager.get_by_role("dialog")).to_be_hidden()
    await manager.get_by_role("button", name="Công bố", exact=True).click()
    dialog = manager.get_by_role("dialog")
    await dialog.get_by_label("Số quyết định").fill("482/QĐ-UBND")
    await dialog.get_by_label("Ngày ban hành").fill("17/02/2025")
    await dialog.get_by_label("Ngày ban hành").press("Enter")
    await dialog.get_by_role("button", name="Công bố", exact=True).click()
    await expect(dialog).to_be_hidden()


def by_the_rules() -> list[tuple[str, int, str]]:
    """Unit, rank and index as shown, by the rules library alone."""
    criteria = read_criteria_set(load_yaml(SET), read_survey_forms(load_yaml(FORMS.replace("[department]", "[service_unit]"))))
    rows = []
    for unit, achieved in ACHIEVED.items():
        given = {
            "1.1": Declaration(option="co"),
            "1.2": Declaration(numerator=achieved.replace(",", "."), denominator="3"),
            "1.3": Declaration(count="4"),
        }
        leaves = {}
        for code, declaration in given.items():
            leaf = criteria.items[code]
            own = declare_leaf(leaf, declaration, criteria.score_decimals).self_score  # type: ignore[arg-type]
            lowered = Decimal(0) if (unit, code) == (LOWERED, "1.1") else own
            leaves[code] = LeafInput(self_score=own, appraised_score=lowered)
        # Everybody chose the best answer of the survey.
        result = sheet_result(criteria, SheetInput(leaves=leaves, survey_points={"1.4": Decimal(2)}))
        rows.append(RankRow(unit, f"Đơn vị {unit}", result.index, result.final_score))
    return [(r.row.unit_code, r.rank, f"{float(r.row.index):.2f}".replace(".", ",")) for r in rank(rows, criteria.ranking)]
