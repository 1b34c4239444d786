"""A second look inside the agency: the lead asks, the member answers beside the evidence, who scores takes it over."""

import re

import pytest
from playwright.async_api import expect
from tests.browser.conftest import Ground
from tests.browser.desk import COMMUNES, LEAD, MEMBER, OTHER_MEMBER, YES_NO, Desk, cell, opened, the_desk
from tests.browser.visits import Visits, barriers, settled


@pytest.fixture(scope="module")
async def desk(ground: Ground) -> Desk:
    return await the_desk(ground)


async def test_a_member_is_asked_answers_and_the_lead_takes_it_over(desk: Desk, visits: Visits) -> None:
    unit = COMMUNES[4]
    await desk.score({"unit": unit, "item": YES_NO, "score": "2", "reason": "Có văn bản."})
    lead = await opened(visits, desk, YES_NO)
    for row in (4, 5):
        await cell(lead, "ticked", row).get_by_role("checkbox").check()
    await lead.get_by_role("button", name="Đề nghị xem lại (2)").click()
    dialog = lead.get_by_role("dialog")
    await dialog.get_by_label("Thành viên xem lại").click()
    await lead.locator(".ant-select-dropdown:visible").get_by_title(f"Người {MEMBER}").click()
    await dialog.get_by_label("Nội dung cần xem lại").fill("Xem lại ngày ban hành.")
    assert await barriers(lead) == []
    await dialog.get_by_role("button", name="Đề nghị xem lại").click()
    await expect(dialog).to_be_hidden()
    await expect(cell(lead, "state", 4)).to_have_text(re.compile("Đang chờ xem lại"))

    other = await visits(OTHER_MEMBER, f"{desk.page}/second-looks")
    await expect(other.get_by_text("Không có đề nghị xem lại nào.")).to_be_visible()
    member = await visits(MEMBER, "/")
    await member.get_by_role("link", name="Bạn cần xem lại 2 mục").click()
    await member.get_by_role("link", name=re.compile(f"{re.escape(YES_NO)} · Xã số 05")).click()
    panel = member.get_by_role("region", name=f"Tiêu chí {YES_NO} của Xã số 05")
    look = panel.get_by_role("region", name="Xem lại trong cơ quan")
    await expect(look).to_contain_text("Xem lại ngày ban hành.")
    await look.get_by_label("Điểm đề xuất").fill("0")
    await look.get_by_role("button", name="Đề xuất điểm này").click()
    await expect(look.get_by_text("Thiếu lý do của đề xuất").first).to_be_visible()
    await look.get_by_label("Lý do").fill("Ban hành sau thời hạn.")
    await look.get_by_role("button", name="Đề xuất điểm này").click()
    await expect(look).to_contain_text("Đã xem lại: đề xuất 0")

    await lead.goto(f"{desk.page}/second-looks")
    await settled(lead)
    assert await barriers(lead) == []
    await lead.get_by_role("link", name=re.compile("Xã số 05")).click()
    panel = lead.get_by_role("region", name=f"Tiêu chí {YES_NO} của Xã số 05")
    await panel.get_by_role("button", name="Lấy theo đề xuất").click()

    async def taken() -> None:
        await desk.until_scores(YES_NO, [(await desk.items(YES_NO))[code]["score"] if code != unit else "0" for code in sorted(COMMUNES)])

    await taken()
    assert (await desk.items(YES_NO))[unit]["reason"] == "Ban hành sau thời hạn."
    await lead.goto(f"{desk.page}/items/{YES_NO}?unit={desk.sheets[COMMUNES[5]]}")
    await lead.get_by_role("button", name="Rút đề nghị").click()
    await expect(lead.get_by_role("button", name="Rút đề nghị")).to_be_hidden()
    assert LEAD in visits.kept
