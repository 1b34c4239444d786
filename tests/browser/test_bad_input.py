"""What people or enemies type: scripts, formulas and names without end are shown as text, everywhere, and run nowhere."""

import io
from typing import Any

import openpyxl
import pytest
from playwright.async_api import FilePayload, Page, expect
from services.assessment.tests.sheets import PDF
from tests.browser.conftest import Ground
from tests.browser.visits import PHONE, Visits, pushes_sideways, settled
from tests.support.eventually import eventually
from tests.support.story import AFTER_ALL, Story, ok

UNIT = "don-vi-mot"
OFFICER, HEAD = f"nhap-{UNIT}", f"duyet-{UNIT}"
SCRIPT = "<script>window.executed = 1</script><img src=x onerror='window.executed = 1'>"
FORMULA = '=HYPERLINK("https://xau.example/","Bấm vào đây")'
EXPLAINED = f"{FORMULA} {SCRIPT}"
FILE = "=1+1 <img src=x onerror='window.executed=1'>.pdf"
LONG = "Trung tâm " + "Kiểm soát bệnh tật tỉnh " * 12 + "miền núi"


async def harmless(page: Page, text: str) -> None:
    """The text stands on the page, in full and as text, and nothing of it was run."""
    await expect(page.get_by_text(text).or_(page.get_by_role("button", name=text)).first).to_be_visible()
    await settled(page)
    assert await page.evaluate("() => window.executed") is None
    assert await page.locator("img[src='x']").count() == 0


async def typed(story: Story, visits: Visits) -> Page:
    """The officer types it all and brings the file, which is saved."""
    page = await visits(OFFICER, f"/par_index/self_assessment/{story.sheets[UNIT]}/items/1.1")
    await page.get_by_role("radio", name="Có").check()
    await page.get_by_label("Giải trình").fill(EXPLAINED)
    file: FilePayload = {"name": FILE, "mimeType": "application/pdf", "buffer": PDF}
    await page.get_by_test_id("evidence-file").set_input_files(file)
    await expect(page.get_by_role("button", name=f"Xem tệp {FILE}")).to_be_visible()

    async def saved() -> bool:
        items = ok(await story.officer(UNIT).get(story.sheet(UNIT)))["items"]
        return any(item["item"] == "1.1" and item["evidence"] and item["explanation"] == EXPLAINED for item in items)

    await eventually(saved, within_s=30)
    return page


async def test_a_script_is_text_on_every_page_of_the_unit_and_a_formula_is_text_in_every_file(story: Story, visits: Visits) -> None:
    page = await typed(story, visits)
    sheet = f"/par_index/self_assessment/{story.sheets[UNIT]}"
    await page.reload()
    await expect(page.get_by_label("Giải trình")).to_have_value(EXPLAINED)
    await harmless(page, f"Xem tệp {FILE}")
    lines = [{"item": "1.2", "numerator": "1", "denominator": "3", "explanation": "có"}, {"item": "1.3", "count": "4", "explanation": "có"}]
    assert ok(await story.officer(UNIT).patch(story.sheet(UNIT, "/items"), json={"lines": lines}))["refused"] == []
    ok(await story.officer(UNIT).post(story.sheet(UNIT, "/submit")))
    ok(await story.head(UNIT).post(story.sheet(UNIT, "/return"), json={"reason": SCRIPT}))
    await page.goto(sheet)
    await harmless(page, SCRIPT)
    await page.goto(f"{sheet}/items/1.1")
    await page.get_by_text("Lịch sử của mục này").click()
    await harmless(page, f"Tài liệu: {FILE}")
    head = await visits(HEAD, f"{sheet}/report", phone=True)
    await harmless(head, EXPLAINED)
    assert not await pushes_sideways(head)
    for suffix in ("pdf", "docx"):
        answer = await story.officer(UNIT).get(story.sheet(UNIT, f"/report.{suffix}"))
        assert answer.is_success
        assert answer.headers["Content-Disposition"].startswith("attachment") or suffix == "pdf"
    for place in ("/report.xlsx", "/declared-values.xlsx"):
        no_formulas(ok_bytes(await story.officer(UNIT).get(story.sheet(UNIT, place))), "=HYPERLINK")


def ok_bytes(answer: Any) -> bytes:
    assert answer.is_success, answer.text
    content: bytes = answer.content
    return content


def no_formulas(workbook: bytes, beginning: str) -> None:
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(workbook)) for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" and beginning in str(cell.value)] == []
    assert any(beginning in str(cell.value) for cell in cells)


async def test_a_script_is_text_on_the_pages_of_appraisal_result_and_council(ground: Ground, visits: Visits) -> None:
    story = await ground.period(rehearsal=True)
    await typed(story, visits)
    for unit in story.units:
        if unit != UNIT:
            await story.fill(unit)
    lines = [{"item": "1.2", "numerator": "1", "denominator": "3", "explanation": "có"}, {"item": "1.3", "count": "4", "explanation": "có"}]
    assert ok(await story.officer(UNIT).patch(story.sheet(UNIT, "/items"), json={"lines": lines}))["refused"] == []
    await story.approve(UNIT)
    await story.send(UNIT)
    await story.move_clock(AFTER_ALL)
    for agency in story.agencies:
        work = [
            {"sheet_id": one["sheet_id"], "item": one["item"], "score": {"1.1": "0", "1.2": "1", "1.3": "1"}[one["item"]], "reason": SCRIPT}
            for one in await story.items(agency)
        ]
        place = f"/appraisal/appraisals/{story.appraisals[agency]}/scores"
        assert ok(await story.lead(agency).patch(place, json={"lines": work}))["refused"] == []
    at = f"/par_index/appraisal/{story.appraisals['STP']}"
    lead = await visits("dau-moi-STP", f"{at}/sheets/{story.sheets[UNIT]}")
    await lead.get_by_role("button", name="minh chứng của tiêu chí 1.1").click()
    await harmless(lead, EXPLAINED)
    await harmless(lead, FILE)
    await lead.goto(f"{at}/items")
    await lead.get_by_role("heading", level=1).wait_for()
    await settled(lead)
    assert await lead.evaluate("() => window.executed") is None
    for agency in story.agencies:
        await story.send_appraisal(agency)
    await story.hold_survey()
    await story.until_result("aggregated")
    manager = await visits("quan-ly", f"/results/{story.period}/sheets/{story.sheets[UNIT]}")
    await harmless(manager, SCRIPT)
    await manager.goto(f"/results/{story.period}/council")
    await manager.get_by_role("button", name="Mở phiên họp").click()
    member = await visits("hoi-dong", f"/results/{story.period}/council")
    await member.get_by_role("button", name="Không thống nhất: Toàn bộ kết quả", exact=True).click()
    await member.get_by_label("Nội dung không thống nhất").fill(EXPLAINED)
    await member.get_by_role("button", name="Gửi ý kiến").click()
    await harmless(member, EXPLAINED)


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
async def test_a_name_of_three_hundred_characters_is_refused_with_the_limit_or_fits(phone: bool, ground: Ground, visits: Visits) -> None:
    assert len(LONG) >= 300
    code = f"ten-dai-{'hep' if phone else 'rong'}"
    visits.expect(422)
    people = ground.people
    unit = {"code": code, "name": LONG, "unit_type": "department", "ranking_group": "department"}
    told = ok(await people.administrator.patch("/identity/units", json={"lines": [unit]}))
    if told["refused"]:
        unit["name"] = LONG[: int("".join(c for c in told["refused"][0]["detail"] if c.isdigit())[:3])]
        assert ok(await people.administrator.patch("/identity/units", json={"lines": [unit]}))["refused"] == []
    page = await visits("quan-tri" if "quan-tri" in people.passwords else next(iter(people.passwords)), "/administration/units")
    if phone:
        await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    await expect(page.get_by_text(unit["name"]).first).to_be_visible()
    await settled(page)
    assert not await pushes_sideways(page)


async def test_a_file_with_a_name_of_three_hundred_characters_is_refused_with_the_limit(story: Story, visits: Visits) -> None:
    visits.expect(422)
    page = await visits(OFFICER, f"/par_index/self_assessment/{story.sheets[UNIT]}/items/1.1", phone=True)
    file: FilePayload = {"name": "b" * 296 + ".pdf", "mimeType": "application/pdf", "buffer": PDF}
    await page.get_by_test_id("evidence-file").set_input_files(file)
    await expect(page.get_by_text("255").first).to_be_visible()
    assert not await pushes_sideways(page)
