"""Who acts when in the cycle, and what the rules make of it."""

from dataclasses import dataclass
from decimal import Decimal

from playwright.async_api import Page, expect
from services.assessment.tests.world import FORMS
from tests.browser import acts
from tests.browser.cycle import (
    ACHIEVED,
    CHOSE_GOOD,
    CORRECTED,
    CYCLE_SET,
    DEPUTY,
    LATE,
    LOWERED,
    NEVER,
    ONE,
    REOPENED,
    TWO,
    UNITS,
    Cycle,
)
from tests.browser.visits import picture, pushes_sideways, settled

from chamdiem_rules.criteria_set import read_criteria_set
from chamdiem_rules.declare import Declaration, declare_leaf
from chamdiem_rules.document import load_yaml
from chamdiem_rules.numbers import round_half_up
from chamdiem_rules.rank import RankRow, rank
from chamdiem_rules.survey import FormCounts, survey_points
from chamdiem_rules.survey_forms import read_survey_forms
from chamdiem_rules.system_items import NEVER_SENT, Delay
from chamdiem_rules.totals import LeafInput, SheetInput, SheetResult, sheet_result


async def play(cycle: Cycle) -> None:
    """From planning to publication."""
    visits = cycle.visits
    manager = await visits("quan-ly")
    await cycle.plan_and_open(manager)
    head = await visits(f"duyet-{ONE}")
    await cycle.ask_for_time(head, manager)
    officer = await visits(f"nhap-{ONE}")
    await cycle.fill_in(officer, ONE)
    await cycle.send_back(head, officer)
    await cycle.approve_and_send(head)
    await lend_and_send(cycle)
    late_officer, late_head = await visits(f"nhap-{LATE}"), await visits(f"duyet-{LATE}")
    await cycle.fill_in(late_officer, LATE)
    await cycle.approve_and_send(late_head, late=True)
    never = await visits(f"nhap-{NEVER}")
    await cycle.fill_in(never, NEVER, only="1.1")
    end = await cycle.end_in_a_minute(manager)
    await cycle.hold_survey(manager)
    stp, vp = await visits("dau-moi-STP", fresh=True), await visits("dau-moi-VP", fresh=True)
    await cycle.begins_for(stp, end)
    await cycle.is_over_for(await visits(f"duyet-{NEVER}"))
    await appraise(cycle, stp, vp)
    await reopened_once(cycle, manager)
    await cycle.agree_and_publish(manager)


async def lend_and_send(cycle: Cycle) -> None:
    """The second unit's head is away: the deputy approves and sends on a phone."""
    await cycle.lend(await cycle.visits(f"duyet-{TWO}"))
    await cycle.fill_in(await cycle.visits(f"nhap-{TWO}"), TWO)
    deputy = await cycle.visits(DEPUTY, phone=True)
    await cycle.approve_and_send(deputy)
    assert not await pushes_sideways(deputy)
    await picture(deputy, "receipt-of-deputy")


async def appraise(cycle: Cycle, stp: Page, vp: Page) -> None:
    """Both agencies answer every leaf of every unit, also of the one that sent nothing, and send."""
    for unit in (ONE, TWO, LATE):
        await cycle.open_sheet(stp, unit)
        if unit == ONE:
            await acts.score(stp, "1.1", "0", LOWERED, cycle.hand)
        await acts.agree_with_shown(stp, cycle.hand)
        await cycle.back_to_units(stp)
    card = await cycle.appraisal(vp)
    await cycle.hand.press(card.get_by_role("link", name="Chấm theo đơn vị"))
    for unit in UNITS:
        await cycle.open_sheet(vp, unit)
        if unit == ONE:
            await acts.score(vp, "B1", "1", "Chỉ một văn bản ghi nhận.", cycle.hand)
        if unit == TWO:
            await cycle.hand.tick(vp.get_by_role("checkbox", name="Có lãnh đạo bị kỷ luật"))
        if unit == NEVER:
            await acts.score(vp, "1.1", "2", "Kế hoạch có trên cổng thông tin.", cycle.hand)
            # The method cannot give the 0 that stands for nothing declared, so there is nothing to agree with.
            await acts.score(vp, "1.3", "1", "Theo báo cáo của tỉnh.", cycle.hand)
        await acts.agree_with_shown(vp, cycle.hand)
        await cycle.back_to_units(vp)
    # Who has sent the last of the agency's work is locked (Điều 10.3): the page that looks again at once is refused.
    cycle.visits.expect(403)
    for lead in (stp, vp):
        await acts.send_appraisal_shown(await cycle.appraisal(lead), cycle.hand)


async def reopened_once(cycle: Cycle, manager: Page) -> None:
    """Home Affairs reopens one agency's work; its lead, locked until then, reads why, corrects one score and sends again."""
    await cycle.reopen(manager, "STP")
    lead = await cycle.visits("dau-moi-STP", fresh=True)
    card = await cycle.appraisal(lead)
    await expect(card.get_by_text(REOPENED)).to_be_visible()
    await cycle.hand.press(card.get_by_role("link", name="Chấm theo đơn vị"))
    await cycle.open_sheet(lead, ONE)
    await acts.score(lead, "1.3", "1", CORRECTED, cycle.hand)
    await acts.send_appraisal_shown(await cycle.appraisal(lead), cycle.hand)


async def compare(cycle: Cycle) -> None:
    """What Home Affairs and what everybody sees is what the rules library alone gives, to the last digit shown."""
    expected = by_the_rules(cycle.days_late)
    manager = await cycle.visits("quan-ly")
    await cycle.result(manager)
    reader = await cycle.visits(None, "/published")
    await cycle.hand.press(reader.get_by_role("link", name=cycle.of_year))
    await settled(reader)
    await settled(manager)
    for unit, one in expected.items():
        sums = (one.result.self_total, one.result.appraised_total, one.result.survey_total, one.result.bonus, one.result.deduction)
        shown = [shown_as(points) for points in (*sums, one.result.final_score, one.result.applicable_max)]
        level = {"A": "Tốt", "B": "Khá", "D": "Yếu"}[one.result.level]
        inside = await cells(manager, unit)
        assert inside[0] == str(one.place), (unit, inside)
        assert inside[2:10] == [*shown, shown_as(round_half_up(one.result.index, 2))], (unit, inside)
        assert inside[10].startswith(level) and ("khống chế" in inside[10]) == bool(one.result.knocked_out_by)
        outside = await cells(reader, unit)
        assert outside[0] == str(one.place)
        assert outside[2:5] == [*shown[5:], shown_as(round_half_up(one.result.index, 2))], (unit, outside)
        assert level in outside
    assert [expected[unit].result.deduction for unit in UNITS] == [0, 0, Decimal(cycle.days_late) / 10, Decimal("1.5")]


async def cells(page: Page, unit: str) -> list[str]:
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=f"Đơn vị {unit}"))
    await expect(row).to_have_count(1)
    return [text.strip() for text in await row.locator("th, td").all_inner_texts()]


def shown_as(points: Decimal) -> str:
    return f"{points:.2f}".replace(".", ",")


@dataclass(frozen=True)
class Expected:
    """Place and result of a unit by the rules."""

    place: int
    result: SheetResult


def by_the_rules(days_late: int) -> dict[str, Expected]:
    """What `chamdiem_rules` makes of what the people of the cycle entered."""
    forms = read_survey_forms(load_yaml(FORMS.replace("[department]", "[service_unit]")))
    criteria = read_criteria_set(load_yaml(CYCLE_SET), forms)
    results = {}
    for unit in UNITS:
        given: dict[str, Declaration] = {}
        if unit in ACHIEVED:
            achieved = ACHIEVED[unit].replace(",", ".")
            given = {
                "1.1": Declaration(option="co"),
                "1.2": Declaration(numerator=achieved, denominator="3"),
                "1.3": Declaration(count="4"),
            }
        appraised = {(ONE, "1.1"): Decimal(0), (ONE, "1.3"): Decimal(1), (NEVER, "1.1"): Decimal(2), (NEVER, "1.3"): Decimal(1)}
        leaves = {}
        for code in ("1.1", "1.2", "1.3"):
            leaf = criteria.items[code]
            own = declare_leaf(leaf, given[code], criteria.score_decimals).self_score if code in given else None  # type: ignore[arg-type]
            leaves[code] = LeafInput(self_score=own, appraised_score=appraised.get((unit, code), own if own is not None else Decimal(0)))
        counts = {question: {"2": good, "1": 5 - good} for question, good in zip(("Q1", "Q2"), CHOSE_GOOD[unit], strict=True)}
        surveyed = survey_points(criteria.items["1.4"], criteria.score_decimals, {"F1": FormCounts(5, counts)}, forms)  # type: ignore[arg-type]
        results[unit] = sheet_result(
            criteria,
            SheetInput(
                leaves=leaves,
                counts={"B1": 1} if unit == ONE else {},
                survey_points={"1.4": surveyed},
                delay={LATE: Delay(days_late), NEVER: NEVER_SENT}.get(unit, Delay(0)),
                confirmed_knock_outs={"KO1"} if unit == TWO else frozenset(),
            ),
        )
    rows = [RankRow(unit, f"Đơn vị {unit}", result.index, result.final_score) for unit, result in results.items()]
    places = {ranked.row.unit_code: ranked.rank for ranked in rank(rows, criteria.ranking)}
    return {unit: Expected(places[unit], result) for unit, result in results.items()}
