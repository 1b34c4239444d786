"""What people do on the pages, act by act, as they would: by names and labels that they read."""

import re
from collections.abc import Mapping

from playwright.async_api import FilePayload, Locator, Page, expect
from services.assessment.tests.sheets import PDF
from tests.browser.hands import MOUSE, Hand
from tests.browser.visits import settled

SAVED = re.compile("Đã lưu lúc")
# Reports are printed and files looked at before the next step shows.
_PRINTED_MS = 60_000


async def declare(page: Page, sheet: str, answers: Mapping[str, Mapping[str, str]], hand: Hand = MOUSE) -> None:
    """Enter declared values leaf by leaf at `sheet`, the address of its page; by label, or `option` for what is chosen."""
    for item, values in answers.items():
        await page.goto(f"{sheet}/items/{item}")
        await answer(page, item, values, hand)


async def answer(page: Page, item: str, values: Mapping[str, str], hand: Hand = MOUSE) -> None:
    """Enter the values of the leaf that is shown, until they are saved."""
    await expect(page.get_by_role("heading", level=2, name=item)).to_be_visible()
    for label, value in values.items():
        if label == "option":
            await hand.tick(page.get_by_role("radio", name=value))
        else:
            await hand.write(page.get_by_label(label, exact=True), value)
    await expect(page.locator(".saving")).to_have_text(SAVED)


async def bring_evidence(page: Page, hand: Hand = MOUSE) -> None:
    """Bring a file to the leaf that is shown, until it stands there and is saved."""
    file: FilePayload = {"name": "Kế hoạch số 12.pdf", "mimeType": "application/pdf", "buffer": PDF}
    await hand.bring(page.get_by_role("button", name="Chọn tệp", exact=True), file)
    await expect(page.get_by_role("button", name="Xem tệp Kế hoạch số 12.pdf")).to_be_visible()
    await expect(page.locator(".saving")).to_have_text(SAVED)


async def confirmed(page: Page, act: str, hand: Hand = MOUSE) -> None:
    """Press the button of this name, and that of the question which it opens."""
    await hand.press(page.get_by_role("button", name=act, exact=True))
    await hand.press(page.get_by_role("dialog").get_by_role("button", name=act, exact=True))
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def submit(page: Page, hand: Hand = MOUSE) -> None:
    """The officer asks the head to approve."""
    await confirmed(page, "Trình lãnh đạo", hand)


async def approve(page: Page, sheet: str, hand: Hand = MOUSE) -> None:
    """The head looks at the report and approves exactly it."""
    await page.goto(f"{sheet}/report")
    await approve_shown(page, hand)


async def approve_shown(page: Page, hand: Hand = MOUSE) -> None:
    """Approve the report on the screen."""
    await page.get_by_role("button", name="Phê duyệt báo cáo").wait_for(timeout=_PRINTED_MS)
    await settled(page)  # the printed report, opening in its frame, would take the focus from the dialog
    await confirmed(page, "Phê duyệt báo cáo", hand)


async def sign(page: Page, hand: Hand = MOUSE) -> None:
    """The head attaches the signed report."""
    file: FilePayload = {"name": "Báo cáo đã ký.pdf", "mimeType": "application/pdf", "buffer": PDF}
    await hand.bring(page.locator(".report-signed").get_by_role("button", name="Chọn một tệp"), file)
    await expect(page.get_by_role("button", name="Gửi kết quả tự đánh giá")).to_be_visible(timeout=_PRINTED_MS)


async def send(page: Page, hand: Hand = MOUSE) -> None:
    """The head sends and sees the receipt."""
    await settled(page)  # the report is printed anew when the signed one is attached
    await hand.press(page.get_by_role("button", name="Gửi kết quả tự đánh giá"))
    await hand.press(page.get_by_role("dialog").get_by_role("button", name="Gửi kết quả tự đánh giá"))
    await page.wait_for_url("**/receipt")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()


async def agree_with(page: Page, sheet: str, hand: Hand = MOUSE) -> None:
    """An appraiser agrees with every self-score of a sheet."""
    await page.goto(sheet)
    await agree_with_shown(page, hand)


async def agree_with_shown(page: Page, hand: Hand = MOUSE) -> None:
    """An appraiser agrees with every self-score of the sheet shown that has no score yet."""
    button = page.get_by_role("button", name=re.compile("Đồng ý với điểm tự chấm các mục chưa chấm"))
    await hand.press(button)
    await expect(button).to_be_disabled()


async def score(page: Page, item: str, points: str, reason: str, hand: Hand = MOUSE) -> None:
    """An appraiser gives one leaf of the sheet shown another score, or confirms a count, with the reason that is then due."""
    line = page.get_by_role("row").filter(has_text=re.compile(rf"^{re.escape(item)} "))
    await hand.write(line.get_by_label(re.compile("^(Điểm thẩm định|Số lần xác nhận)$")), points)
    await hand.write(line.get_by_label("Lý do"), reason)
    await page.keyboard.press("Tab")
    await expect(line.get_by_role("status")).to_have_text(SAVED)


async def send_appraisal(page: Page, appraisal: str, hand: Hand = MOUSE) -> None:
    """The lead sends the agency's work."""
    await page.goto(appraisal)
    await send_appraisal_shown(page.get_by_role("main"), hand)


async def send_appraisal_shown(card: Locator, hand: Hand = MOUSE) -> None:
    """The lead sends the work of one appraisal on the page shown."""
    await hand.press(card.get_by_role("button", name="Gửi kết quả thẩm định"))
    await hand.press(card.page.get_by_role("dialog").get_by_role("button", name="Gửi và khóa"))
    await expect(card.page.get_by_role("dialog")).to_be_hidden()
