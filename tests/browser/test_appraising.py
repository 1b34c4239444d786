"""An appraiser at work: filters, evidence beside the grid, agreeing, claims, counts and knock-outs."""

import re

import pytest
from playwright.async_api import Page, expect
from tests.browser.conftest import Ground
from tests.browser.desk import BONUS, CLAIMED, COMMUNES, LATE, LEAD, ON_TIME, RATIOS, YES_NO, Desk, cell, opened, press, the_desk
from tests.browser.files import NUMBERS, WORDS
from tests.browser.visits import Visits, barriers, picture, pushes_sideways, settled
from tests.support.eventually import eventually
from tests.support.story import ok


@pytest.fixture(scope="module")
async def desk(ground: Ground) -> Desk:
    return await the_desk(ground)


async def choose(page: Page, label: str, option: str) -> None:
    """Take an option of a list."""
    await page.get_by_label(label, exact=True).click()
    await page.locator(".ant-select-dropdown:visible").get_by_title(option, exact=True).click()


async def units(page: Page) -> list[str]:
    """The units in the grid."""
    await settled(page)
    return await page.locator(".rgCell.cell-unit").all_inner_texts()


async def test_filters_show_exactly_what_they_name(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[0])
    assert len(await units(page)) == len(COMMUNES)
    await choose(page, "Lọc theo tình trạng", "Nộp chậm")
    assert await units(page) == ["Xã số 02"]
    await choose(page, "Lọc theo tình trạng", "Không có minh chứng")
    assert "Xã số 01" not in await units(page)
    await desk.score({"unit": ON_TIME, "item": RATIOS[10], "score": "1", "reason": "Thiếu"})
    await page.goto(f"{desk.page}/items/{RATIOS[10]}")
    await choose(page, "Lọc theo tình trạng", "Khác điểm tự chấm")
    assert await units(page) == ["Xã số 01"]
    await choose(page, "Lọc theo tình trạng", "Chưa chấm")
    assert await units(page) == [f"Xã số {n:02}" for n in range(2, 13)]
    await page.get_by_label("Tìm đơn vị").fill("xa so 07")
    assert await units(page) == ["Xã số 07"]


async def test_evidence_of_every_kind_is_seen_beside_the_grid(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[0])
    await cell(page, "files", 0).get_by_role("button", name="5 tệp").click()
    panel = page.get_by_role("region", name=f"Tiêu chí {RATIOS[0]} của Xã số 01")
    await expect(panel).to_contain_text("Theo báo cáo năm.")
    await panel.get_by_role("button", name="Xem tệp Báo cáo.pdf").click()
    await expect(page.locator("iframe.evidence-pdf").or_(page.get_by_text("Không xem trước được tệp này"))).to_be_visible()
    following = page.get_by_role("button", name="Tệp sau")
    await following.click()
    image = page.get_by_role("img", name="Nội dung tệp Ảnh chụp.png")
    await expect(image).to_be_visible()
    assert await image.evaluate("image => image.naturalWidth") == 1
    await following.click()
    await expect(page.get_by_text(WORDS)).to_be_visible()
    await following.click()
    await expect(page.get_by_text(NUMBERS, exact=True)).to_be_visible()
    await following.click()
    sound = page.locator("audio")
    await expect(sound).to_be_visible()

    async def readable() -> bool:
        return bool(await sound.evaluate("sound => sound.duration > 0.9"))

    await eventually(readable)
    assert await barriers(page) == []
    await page.keyboard.press("Escape")
    await expect(panel).to_be_visible()


async def test_agreeing_with_a_selection_takes_the_units_own_scores(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[11])
    for row in (0, 2):
        await cell(page, "ticked", row).get_by_role("checkbox").check()
    await page.get_by_role("button", name="Đồng ý với điểm tự chấm (2)").click()
    await desk.until_scores(RATIOS[11], ["1.50", None, "0", *[None] * (len(COMMUNES) - 3)])
    await page.get_by_role("button", name=re.compile("Chọn các ô chưa chấm")).click()
    await page.get_by_role("button", name=re.compile("^Đồng ý với điểm tự chấm")).click()
    await desk.until_scores(RATIOS[11], ["1.50", "1.50", *["0"] * (len(COMMUNES) - 2)])


async def test_a_claim_is_agreed_by_a_word_and_refused_by_a_score_with_a_reason(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, CLAIMED)
    await expect(cell(page, "self", 0)).to_have_text("KAD")
    await press(page, "kad Enter 0 Enter")
    await page.get_by_role("region", name=re.compile("Cần lý do")).get_by_role("textbox").fill("Có phát sinh đơn thư.")
    await page.get_by_role("button", name="Ghi lý do").click()

    async def judged() -> bool:
        items = await desk.items(CLAIMED)
        return bool(items[ON_TIME]["not_applicable"]) and (items[LATE]["score"], items[LATE]["reason"]) == ("0", "Có phát sinh đơn thư.")

    await eventually(judged, within_s=20)
    await expect(cell(page, "score", 0)).to_have_text(re.compile("KAD", re.IGNORECASE))


async def test_counts_of_adjustments_are_confirmed(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, BONUS)
    await expect(cell(page, "self", 0)).to_have_text("2")
    await press(page, "2 Enter 1 Tab Tab Một Enter")

    async def confirmed() -> bool:
        items = await desk.items(BONUS)
        return (items[ON_TIME]["count"], items[LATE]["count"]) == ("2", "1")

    await eventually(confirmed, within_s=20)


async def test_one_unit_over_all_leaves_shows_both_sides_and_takes_knock_outs(desk: Desk, visits: Visits) -> None:
    page = await visits(LEAD, f"{desk.page}/sheets/{desk.sheets[LATE]}")
    line = page.get_by_role("row").filter(has_text=re.compile(rf"^{re.escape(YES_NO)} "))
    await line.get_by_label("Điểm thẩm định").fill("0")
    await line.get_by_label("Lý do").fill("Quy chế chưa ban hành.")
    await expect(line.get_by_role("status")).to_have_text(re.compile("Đã lưu lúc"))
    await expect(line).to_contain_text("−2")
    assert (await desk.items(YES_NO))[LATE]["reason"] == "Quy chế chưa ban hành."
    box = page.get_by_role("checkbox", name="Có lãnh đạo bị kỷ luật")
    await box.check()
    await expect(box).to_be_enabled()
    await expect(box).to_be_checked()
    told = ok(await desk.lead.get(desk.api("/knock-outs")))["items"]
    assert [one["unit_code"] for one in told if one["confirmed"]] == [LATE]
    await box.uncheck()


@pytest.mark.parametrize("appearance", ["light", "dark"])
async def test_the_grid_fits_a_phone(desk: Desk, visits: Visits, appearance: str) -> None:
    page = await visits(LEAD, f"{desk.page}/items/{RATIOS[11]}", phone=True, appearance=appearance)
    await settled(page)
    assert not await pushes_sideways(page)
    assert await barriers(page) == []
    await picture(page, f"appraisal-grid-{appearance}")
