"""From sharing out an agency's work to its lock: who scores what, what sending locks, and who may lift it."""

import re

import pytest
from playwright.async_api import Page, expect
from tests.browser.conftest import Ground
from tests.browser.desk import COMMUNES, Desk, cell, open_desk
from tests.browser.visits import Visits, barriers, picture, settled
from tests.support.eventually import eventually
from tests.support.story import ok

ONE, TWO = "cham-mot-KT", "cham-hai-KT"


@pytest.fixture(scope="module")
async def desk(ground: Ground) -> Desk:
    """Of an agency with nothing else to appraise, so that sending locks its accounts."""
    found = await open_desk(ground, agencies=("KT", "KH"), lock_scope="sign_in")
    await found.story.grant(**{name: {"kind": "appraisal", "appraiser_code": "KT"} for name in (ONE, TWO)})
    return found


async def choose(page: Page, label: str, *options: str) -> None:
    """Take options of a list."""
    await page.get_by_label(label, exact=True).click()
    for option in options:
        await page.locator(".ant-select-dropdown:visible").get_by_title(option, exact=True).click()
    await page.keyboard.press("Escape")


async def test_the_lead_shares_the_work_out_and_hands_it_over(desk: Desk, visits: Visits) -> None:
    page = await visits(desk.lead_name, f"{desk.page}/members")
    await page.get_by_role("button", name="Thêm dòng").click()
    await choose(page, "Thành viên (Dòng 1)", f"Người {ONE}")
    await choose(page, "Đơn vị (Dòng 1)", "Xã số 01", "Xã số 02")
    await page.get_by_role("button", name="Lưu", exact=True).click()
    await expect(page.get_by_text("Đã lưu phân công trong cơ quan")).to_be_visible()
    assert await barriers(page) == []
    member = await visits(ONE, f"{desk.page}/items/1.1")
    await settled(member)
    await expect(cell(member, "state", 0)).to_have_text("Chưa chấm")
    await expect(cell(member, "state", 2)).to_have_text("Không được giao chấm")
    grid = await visits(desk.lead_name, f"{desk.page}/items/1.1")
    await settled(grid)
    await choose(grid, "Thành viên", f"Người {ONE}")
    await settled(grid)
    assert set((await grid.locator(".rgCell.cell-unit").all_inner_texts())[:2]) == {"Xã số 01", "Xã số 02"}
    await choose(page, "Chuyển từ", f"Người {ONE}")
    await choose(page, "Chuyển cho", f"Người {TWO}")
    await page.get_by_role("button", name="Chuyển giao").click()
    await page.get_by_role("button", name="Lưu", exact=True).click()
    await expect(page.get_by_text("Đã lưu phân công trong cơ quan").last).to_be_visible()
    lines = ok(await desk.lead.get(desk.api("/members")))["lines"]
    assert [line["account_id"] for line in lines] == [desk.story.accounts[TWO]]


async def test_sending_says_what_it_locks_and_a_manager_lifts_it(desk: Desk, visits: Visits) -> None:
    appraisals = desk.page.rsplit("/", 1)[0]
    lead = await visits(desk.lead_name, appraisals)
    await lead.get_by_role("button", name="Gửi kết quả thẩm định").click()
    dialog = lead.get_by_role("dialog")
    await expect(dialog.get_by_text("Còn tiêu chí chưa có điểm thẩm định")).to_be_visible()
    await expect(dialog.get_by_role("button", name="Gửi và khóa")).to_be_disabled()
    await dialog.get_by_role("button", name="Hủy").click()
    await desk.score_rest()
    await lead.reload()
    await expect(lead.get_by_text(re.compile(r"Đã chấm (\d+)/\1 tiêu chí"))).to_be_visible()
    await lead.get_by_role("button", name="Gửi kết quả thẩm định").click()
    await expect(dialog).to_contain_text(f"Khóa điểm thẩm định của {len(COMMUNES)} phiếu")
    await expect(dialog).to_contain_text(f"Người {desk.lead_name}")
    await expect(dialog).to_contain_text("Bị khóa đăng nhập")
    await settled(lead)
    assert await barriers(lead) == []
    await picture(lead, "appraisal-send-summary")
    visits.expect(401, 403)
    sent: list[str] = []
    lead.on("request", lambda request: sent.append(request.url) if request.method == "POST" and request.url.endswith("/send") else None)
    await dialog.get_by_role("button", name="Gửi và khóa").dblclick()
    await expect(dialog).to_be_hidden()
    assert len(sent) == 1

    async def locked() -> bool:
        return (await desk.story.clients[TWO].get(desk.api("/items"))).status_code in (401, 403)

    await eventually(locked, within_s=20)
    member = await visits(TWO, f"{desk.page}/items/1.1")
    await expect(member.get_by_text(re.compile("khóa", re.IGNORECASE)).first).to_be_visible()
    manager = await visits("quan-ly", f"/administration/assignment?period={desk.story.period}")
    await settled(manager)
    row = manager.get_by_role("row").filter(has_text="KT").filter(has=manager.get_by_role("button", name="Mở lại"))
    await row.get_by_role("button", name="Mở lại").click()
    ask = manager.get_by_role("dialog")
    await ask.get_by_label("Lý do").fill("Chấm lại tiêu chí 1.1.")
    await ask.get_by_role("button", name="Mở lại").click()
    await expect(ask).to_be_hidden()
    again = await visits(desk.lead_name, f"{desk.page}/items/1.1", fresh=True)
    await settled(again)
    await expect(again.get_by_text("Chấm lại tiêu chí 1.1.")).to_be_visible()
    await cell(again, "score", 0).click()
    await again.keyboard.type("1")
    await again.keyboard.press("Enter")
    await expect(cell(again, "score", 0)).to_have_text("1")
    assert await barriers(again) == []
