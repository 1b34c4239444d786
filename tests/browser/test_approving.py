"""The head at the browser: sees what changed, approves, signs and sends once, on a phone too; asks for time; lends; answers."""

from typing import Any

from playwright.async_api import Page, expect
from services.assessment.tests.sheets import PDF
from tests.browser.conftest import Ground
from tests.browser.visits import Visits, barriers, picture, pushes_sideways, settled
from tests.support.story import Story, ok

UNIT = "don-vi-mot"
RETURNED = "Xem lại tiêu chí 1.3.\nSố đợt chưa khớp báo cáo tháng 11."


def report(story: Story, unit: str = UNIT) -> str:
    return f"/par_index/self_assessment/{story.sheets[unit]}/report"


async def returned_and_corrected(story: Story) -> None:
    """A sheet that came back, was corrected, and waits for the head again."""
    await story.fill(UNIT)
    officer, head = story.officer(UNIT), story.head(UNIT)
    ok(await officer.post(story.sheet(UNIT, "/submit")))
    ok(await head.post(story.sheet(UNIT, "/return"), json={"reason": RETURNED}))
    ok(await officer.patch(story.sheet(UNIT, "/items"), json={"lines": [{"item": "1.3", "count": "2"}]}))
    ok(await officer.post(story.sheet(UNIT, "/submit")))


async def sign(page: Page) -> None:
    file: Any = {"name": "Báo cáo đã ký.pdf", "mimeType": "application/pdf", "buffer": PDF}
    await page.get_by_test_id("evidence-file").set_input_files(file)
    await page.get_by_role("button", name="Gửi kết quả tự đánh giá").wait_for()


async def test_a_head_sees_what_changed_approves_signs_and_sends_once_on_a_phone(story: Story, visits: Visits) -> None:
    await returned_and_corrected(story)
    page = await visits(f"duyet-{UNIT}", report(story), phone=True)
    changes = page.locator(".ant-card", has_text="Những gì đã thay đổi")
    await expect(changes).to_contain_text("Xem lại tiêu chí 1.3.")
    await expect(changes).to_contain_text("6,00 → 4,00")
    assert not await pushes_sideways(page)
    await settled(page)
    await picture(page, "report-phone")
    await page.get_by_role("button", name="Phê duyệt báo cáo").click()
    await page.get_by_role("dialog").get_by_role("button", name="Phê duyệt báo cáo").click()
    await page.get_by_role("heading", name="Báo cáo đã ký").wait_for()
    await sign(page)
    await page.get_by_role("button", name="Gửi kết quả tự đánh giá").click()
    await page.get_by_role("dialog").get_by_role("button", name="Gửi kết quả tự đánh giá").dblclick()
    await page.wait_for_url("**/receipt")
    receipt = ok(await story.head(UNIT).get(story.sheet(UNIT, "/receipt")))
    await page.get_by_text(receipt["receipt_number"]).wait_for()
    acts = [step["act"] for step in ok(await story.head(UNIT).get(story.sheet(UNIT, "/history")))["items"]]
    assert acts.count("sent") == 1
    await settled(page)
    assert await barriers(page) == []
    await picture(page, "receipt-phone")


async def test_what_was_saved_after_the_head_looked_is_not_approved(story: Story, visits: Visits) -> None:
    await story.fill(UNIT)
    visits.expect(409)
    page = await visits(f"duyet-{UNIT}", report(story))
    await page.get_by_role("button", name="Phê duyệt báo cáo").click()
    ok(await story.officer(UNIT).patch(story.sheet(UNIT, "/items"), json={"lines": [{"item": "1.3", "count": "1"}]}))
    await page.get_by_role("dialog").get_by_role("button", name="Phê duyệt báo cáo").click()
    await page.get_by_text("Báo cáo đã thay đổi so với bản được xem").wait_for()
    assert ok(await story.head(UNIT).get(story.sheet(UNIT)))["status"] == "drafting"


async def test_a_report_that_lacks_something_says_what_and_leads_there(story: Story, visits: Visits) -> None:
    page = await visits(f"duyet-{UNIT}", report(story))
    await page.get_by_text("Còn thiếu 3 nội dung").first.wait_for()
    await expect(page.get_by_role("button", name="Phê duyệt báo cáo")).to_have_count(0)
    await settled(page)
    assert await barriers(page) == []
    await picture(page, "report-missing")
    await page.get_by_role("link", name="Tiêu chí 1.2").click()
    await page.wait_for_url("**/items/1.2")


async def test_a_deputy_approves_only_while_the_approval_is_lent(ground: Ground, story: Story, visits: Visits) -> None:
    await story.fill(UNIT)
    deputy = await visits(f"nhap-{UNIT}", report(story))
    await deputy.get_by_text("Phiếu đã đầy đủ").wait_for()
    await expect(deputy.get_by_role("button", name="Phê duyệt báo cáo")).to_have_count(0)
    head = await visits(f"duyet-{UNIT}", "/lending")
    await head.get_by_label("Cấp phó").click()
    await head.get_by_title(f"(nhap-{UNIT})").click()
    for label, day in (("Từ", "01/01/2020 00:00"), ("Đến hết", "31/12/2099 17:00")):
        await head.get_by_label(label, exact=True).fill(day)
        await head.get_by_label(label, exact=True).press("Enter")
    await head.get_by_role("button", name="Giao quyền").click()
    await head.get_by_text("Đã giao quyền phê duyệt cho").wait_for()
    await settled(head)
    assert await barriers(head) == []
    await picture(head, "lending")
    await deputy.reload()
    await deputy.get_by_role("button", name="Phê duyệt báo cáo").wait_for()


async def test_an_extension_is_asked_for_refused_with_a_reason_and_granted(story: Story, visits: Visits) -> None:
    head = await visits(f"duyet-{UNIT}", report(story))
    manager = await visits("quan-ly", f"/administration/periods/{story.period}?tab=extensions")

    async def ask(reason: str) -> None:
        await head.get_by_label("Xin gia hạn đến").fill("31/12/2099 17:00")
        await head.get_by_label("Xin gia hạn đến").press("Enter")
        await head.get_by_label("Lý do").fill(reason)
        await head.get_by_role("button", name="Gửi đề nghị").click()
        await head.get_by_text("Đang chờ trả lời").wait_for()
        await manager.reload()
        await manager.get_by_text(reason).first.wait_for()

    await head.get_by_role("button", name="Đề nghị gia hạn").click()
    await ask("Mưa lũ")
    await manager.get_by_role("button", name="Từ chối").click()
    await manager.get_by_label("Lý do từ chối").fill("Đã gia hạn chung")
    await manager.get_by_role("dialog").get_by_role("button", name="Từ chối").click()
    await manager.get_by_text("Không có đề nghị nào đang chờ").wait_for()
    await head.reload()
    await head.get_by_role("button", name="Đề nghị gia hạn").click()
    await head.get_by_text("Đã gia hạn chung").wait_for()
    await ask("Mất điện ba ngày")
    await settled(manager)
    assert await barriers(manager) == []
    await picture(manager, "extensions")
    await manager.get_by_role("button", name="Gia hạn", exact=True).click()
    await manager.get_by_role("dialog").get_by_role("button", name="Gia hạn", exact=True).click()
    await manager.get_by_text("Không có đề nghị nào đang chờ").wait_for()
    deadline = ok(await story.head(UNIT).get(story.sheet(UNIT)))["deadline"]
    assert deadline.startswith("2099-12-31")
