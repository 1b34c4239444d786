"""What people do on the pages, act by act, as they would: by names and labels that they read."""

import re
from collections.abc import Mapping

from playwright.async_api import Page, expect
from services.assessment.tests.sheets import PDF
from tests.browser.visits import settled

SAVED = re.compile("Đã lưu lúc")
# Reports are printed and files looked at before the next step shows.
_PRINTED_MS = 60_000


async def declare(page: Page, sheet: str, answers: Mapping[str, Mapping[str, str]]) -> None:
    """Enter declared values leaf by leaf at `sheet`, the address of its page; by label, or `option` for what is chosen."""
    for item, values in answers.items():
        await page.goto(f"{sheet}/items/{item}")
        await expect(page.get_by_role("heading", level=2, name=item)).to_be_visible()
        for label, value in values.items():
            if label == "option":
                await page.get_by_role("radio", name=value).check()
            else:
                await page.get_by_label(label, exact=True).fill(value)
        await expect(page.locator(".saving")).to_have_text(SAVED)


async def submit(page: Page) -> None:
    """The officer asks the head to approve."""
    await page.get_by_role("button", name="Trình lãnh đạo").click()
    await page.get_by_role("dialog").get_by_role("button", name="Trình lãnh đạo").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def approve(page: Page, sheet: str) -> None:
    """The head looks at the report and approves exactly it."""
    await page.goto(f"{sheet}/report")
    await page.get_by_role("button", name="Phê duyệt báo cáo").click(timeout=_PRINTED_MS)
    await settled(page)  # the printed report, opening in its frame, would take the focus from the dialog
    await page.get_by_role("dialog").get_by_role("button", name="Phê duyệt báo cáo").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def sign(page: Page) -> None:
    """The head attaches the signed report."""
    file = {"name": "Báo cáo đã ký.pdf", "mimeType": "application/pdf", "buffer": PDF}
    await page.locator(".report-signed input[type=file]").first.set_input_files(file)
    await expect(page.get_by_role("button", name="Gửi kết quả tự đánh giá")).to_be_visible(timeout=_PRINTED_MS)


async def send(page: Page) -> None:
    """The head sends and sees the receipt."""
    await page.get_by_role("button", name="Gửi kết quả tự đánh giá").click()
    await page.get_by_role("dialog").get_by_role("button", name="Gửi kết quả tự đánh giá").click()
    await page.wait_for_url("**/receipt")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()


async def agree_with(page: Page, sheet: str) -> None:
    """An appraiser agrees with every self-score of a sheet."""
    await page.goto(sheet)
    await page.get_by_role("button", name=re.compile("Đồng ý với điểm tự chấm các mục chưa chấm")).click()
    await expect(page.get_by_text(re.compile("Đã đồng ý"))).to_be_visible()


async def score(page: Page, item: str, points: str, reason: str) -> None:
    """An appraiser gives one leaf of the sheet shown another score, with the reason that is then due."""
    line = page.get_by_role("row").filter(has_text=re.compile(rf"^{re.escape(item)} "))
    await line.get_by_label("Điểm thẩm định").fill(points)
    await line.get_by_label("Lý do").fill(reason)
    await line.get_by_label("Lý do").press("Tab")
    await expect(line.get_by_role("status")).to_have_text(SAVED)


async def send_appraisal(page: Page, appraisal: str) -> None:
    """The lead sends the agency's work."""
    await page.goto(appraisal)
    await page.get_by_role("button", name="Gửi kết quả thẩm định").click()
    await page.get_by_role("dialog").get_by_role("button", name="Gửi và khóa").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
