"""A cycle on the pages and nowhere else, scene by scene: from planning the period to the publication of its ranking."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Locator, Page, expect
from tests.browser import acts
from tests.browser.hands import Hand
from tests.browser.visits import Visits, settled
from tests.support.story import SET, Story

from chamdiem_rules.instants import working_days_late

ONE, TWO, LATE, NEVER = "don-vi-mot", "don-vi-hai", "don-vi-ba", "don-vi-tu-phap"
UNITS = (ONE, TWO, LATE, NEVER)
DEPUTY = "pho-don-vi-hai"
_MENU = "Trình đơn chính"
# Lateness costs points, so does what the agencies confirm; one knock-out, confirmed by hand.
CYCLE_SET = SET.replace("PAR-DON-VI", "PAR-DON-VI-CA-KY").replace(
    SET[SET.index("  grades:") :],
    """  adjustments:
    bonus_cap: 1
    deduction_cap: 2
    items:
      - {code: B1, kind: bonus, method: bonus, title: "Mô hình được nhân rộng", per_occurrence: 0.5, unit: "mô hình", cap: 1,
          appraiser: VP, evidence: ["Văn bản ghi nhận"]}
      - {code: T1, kind: deduction, method: deduction, title: "Gửi chậm", per_occurrence: 0.1, unit: "ngày làm việc", cap: 1.5,
          auto_source: workflow.submission_delay, evidence: []}
  classification:
    levels:
      - {code: A, title: "Tốt", min_percent: 80}
      - {code: B, title: "Khá", min_percent: 50}
      - {code: D, title: "Yếu", min_percent: 0}
    knock_out_conditions:
      - {code: KO1, title: "Có lãnh đạo bị kỷ luật", max_level: B, check: manual, appraiser: VP}
""",
)
ACHIEVED = {ONE: "3", TWO: "3", LATE: "1,5"}
"""Of three tasks, by unit."""
CHOSE_GOOD = {ONE: (3, 4), TWO: (5, 5), LATE: (2, 1), NEVER: (1, 0)}
"""Of five who answered, how many chose the better option, for either question."""
LOWERED, CORRECTED = "Kế hoạch ban hành sau thời hạn.", "Báo cáo chỉ nêu hai đợt."
REOPENED = "Đơn vị một phản ánh số đợt chưa được tính lại."
_B, _A = "Số đạt được (b)", "Tổng số phải thực hiện (a)"


@dataclass
class Cycle:
    """The period of `year` and its people, who do everything with `hand`."""

    visits: Visits
    people: Story
    hand: Hand
    year: int
    begun: datetime = field(default_factory=lambda: datetime.now(UTC))
    days_late: int = 0
    """Of the unit that sent late, as counted when it sent."""

    @property
    def deadline(self) -> datetime:
        """A week ago: five working days, six when midnight passes meanwhile."""
        return (self.begun - timedelta(days=7)).replace(second=0, microsecond=0)

    @property
    def of_year(self) -> re.Pattern[str]:
        """How lists and rows name the period."""
        return re.compile(rf"\b{self.year}\b")

    async def plan_and_open(self, page: Page) -> None:
        """Home Affairs plans the period: its deadline passed a week ago, late sheets are taken until tomorrow."""
        hand = self.hand
        await self.go(page, "Kỳ đánh giá")
        await hand.press(page.get_by_role("link", name="Kỳ đánh giá mới"))
        await expect(page.get_by_role("heading", level=1, name="Kỳ đánh giá mới")).to_be_visible()
        await hand.write(page.get_by_label("Năm đánh giá"), str(self.year))
        await hand.choose(page.get_by_label("Bộ tiêu chí"), "PAR-DON-VI-CA-KY")
        await page.keyboard.press("Escape")
        await hand.choose(page.get_by_label("Phiếu khảo sát"), "123/QĐ-UBND")
        first, second = page.get_by_role("group", name="Tự đánh giá"), page.get_by_role("group", name="Thẩm định", exact=True)
        tomorrow = self.begun + timedelta(days=1)
        await self.date(first.get_by_label("Từ", exact=True), self.begun - timedelta(days=20))
        await self.date(first.get_by_label("Thời hạn", exact=True), self.deadline)
        await self.date(first.get_by_label("Nhận nộp chậm đến"), tomorrow)
        await self.date(second.get_by_label("Từ", exact=True), tomorrow + timedelta(minutes=1))
        await self.date(second.get_by_label("Đến hết"), tomorrow + timedelta(days=10))
        await hand.choose(page.get_by_label("Chấm thay STP"), "VP")
        await hand.choose(page.get_by_label("Chấm thay VP"), "STP")
        await hand.press(page.get_by_role("button", name="Lưu", exact=True))
        await expect(page.get_by_text("Kỳ đủ điều kiện mở; sẽ tạo 4 phiếu chấm điểm.")).to_be_visible()
        await hand.press(page.get_by_role("button", name="Mở kỳ đánh giá"))
        await hand.press(page.get_by_role("dialog").get_by_role("button", name="Mở kỳ đánh giá"))
        await expect(page.get_by_text("Đang mở").first).to_be_visible()

    async def ask_for_time(self, head: Page, manager: Page) -> None:
        """A head asks for more time; Home Affairs gives it, and gives it to another unit that has not asked."""
        hand, wished = self.hand, self.begun + timedelta(days=1)
        await hand.press(self.line(head).get_by_role("link"))
        await hand.press(head.get_by_role("button", name="Đề nghị gia hạn"))
        await self.date(head.get_by_label("Xin gia hạn đến"), wished)
        await hand.write(head.get_by_label("Lý do"), "Mưa lũ, mất điện ba ngày")
        await hand.press(head.get_by_role("button", name="Gửi đề nghị"))
        await expect(head.get_by_text("Đang chờ trả lời")).to_be_visible()
        await hand.press(manager.get_by_role("tab", name="Gia hạn"))
        await expect(manager.get_by_text("Mưa lũ, mất điện ba ngày").first).to_be_visible()
        await hand.press(manager.get_by_role("button", name="Gia hạn", exact=True))
        await hand.press(manager.get_by_role("dialog").get_by_role("button", name="Gia hạn", exact=True))
        await expect(manager.get_by_text("Không có đề nghị nào đang chờ")).to_be_visible()
        await hand.press(manager.get_by_role("button", name="Gia hạn cho đơn vị"))
        dialog = manager.get_by_role("dialog")
        await hand.choose(dialog.get_by_label("Đơn vị"), f"Đơn vị {TWO}")
        await self.date(dialog.get_by_label("Gia hạn đến"), wished)
        await hand.write(dialog.get_by_label("Lý do gia hạn"), "Cùng vùng mưa lũ")
        await hand.press(dialog.get_by_role("button", name="Gia hạn", exact=True))
        await expect(dialog).to_be_hidden()
        await expect(manager.get_by_role("row", name=f"Đơn vị {TWO}")).to_be_visible()

    async def fill_in(self, officer: Page, unit: str, *, only: str | None = None) -> None:
        """An officer finds the sheet on the first page, enters leaf after leaf and asks for approval; or enters `only` this leaf."""
        answers: Mapping[str, Mapping[str, str]] = {
            "1.1": {"option": "Có", "Giải trình": "Kế hoạch số 12/KH"},
            "1.2": {_B: ACHIEVED.get(unit, "1"), _A: "3"},
            "1.3": {"Số lượng": "4"},
        }
        if unit == ONE:
            answers = {**answers, "B1": {"Số mô hình": "2", "Giải trình": "Công văn số 7 ghi nhận"}}
        await self.hand.press(self.line(officer).get_by_role("link"))
        place = officer.locator(".leaf")
        for item, values in answers.items():
            if only is not None and item != only:
                continue
            await place.wait_for()
            if not await place.get_by_role("heading", level=2, name=item).is_visible():
                await self.hand.press(officer.get_by_role("treeitem", name=re.compile(rf"^{re.escape(item)} ")))
            await acts.answer(officer, item, values, self.hand)
            if (unit, item) == (ONE, "1.1"):
                await acts.bring_evidence(officer, self.hand)
        if only is None:
            await acts.submit(officer, self.hand)

    async def send_back(self, head: Page, officer: Page) -> None:
        """The head gives the sheet back with a reason; the officer reads it, mends and asks again."""
        await head.goto("/")
        await self.hand.press(self.line(head).get_by_role("link", name="Xem và phê duyệt"))
        await head.get_by_role("button", name="Trả lại để chỉnh sửa").wait_for()
        await settled(head)
        await self.hand.press(head.get_by_role("button", name="Trả lại để chỉnh sửa"))
        dialog = head.get_by_role("dialog")
        await self.hand.write(dialog.get_by_label("Lý do"), "Ghi rõ số kế hoạch.")
        await self.hand.press(dialog.get_by_role("button", name="Trả lại để chỉnh sửa"))
        await expect(dialog).to_be_hidden()
        await officer.goto("/")
        await self.hand.press(self.line(officer).get_by_role("link", name="Sửa theo yêu cầu"))
        await expect(officer.get_by_text("Ghi rõ số kế hoạch.")).to_be_visible()
        await self.hand.press(officer.get_by_role("treeitem", name=re.compile(r"^1\.1 ")))
        await acts.answer(officer, "1.1", {"Giải trình": "Kế hoạch số 12/KH-ĐVM ngày 05/01"}, self.hand)
        await acts.submit(officer, self.hand)

    async def lend(self, head: Page) -> None:
        """A head lends the approval to the deputy for these days."""
        await self.go(head, "Giao quyền phê duyệt")
        await self.hand.choose(head.get_by_label("Cấp phó"), DEPUTY)
        await self.date(head.get_by_label("Từ", exact=True), self.begun - timedelta(days=1))
        await self.date(head.get_by_label("Đến hết", exact=True), self.begun + timedelta(days=2))
        await self.hand.press(head.get_by_role("button", name="Giao quyền"))
        await expect(head.get_by_text("Đã giao quyền phê duyệt cho")).to_be_visible()

    async def approve_and_send(self, head: Page, *, late: bool = False) -> None:
        """The three acts of a head, or of a deputy: approve, attach what was signed, send; told before if it is late."""
        await head.goto("/")
        await self.hand.press(self.line(head).get_by_role("link", name="Xem và phê duyệt"))
        told = head.get_by_text(re.compile(r"nộp chậm \d+ ngày làm việc"))
        await head.get_by_role("button", name="Phê duyệt báo cáo").wait_for(timeout=60_000)
        assert await told.count() == (1 if late else 0)
        if late:
            self.days_late = working_days_late(self.deadline, datetime.now(UTC))
            await expect(told).to_contain_text(f" {self.days_late} ")
        await acts.approve_shown(head, self.hand)
        await acts.sign(head, self.hand)
        await acts.send(head, self.hand)

    async def end_in_a_minute(self, manager: Page) -> datetime:
        """Home Affairs ends the taking of late sheets with the next full minute, when the appraisal begins."""
        end = (datetime.now(UTC) + timedelta(seconds=75)).replace(second=0, microsecond=0)
        await self.hand.press(manager.get_by_role("tab", name="Thiết lập"))
        first, second = manager.get_by_role("group", name="Tự đánh giá"), manager.get_by_role("group", name="Thẩm định", exact=True)
        await self.date(first.get_by_label("Nhận nộp chậm đến"), end)
        await self.date(second.get_by_label("Từ", exact=True), end)
        await self.hand.press(manager.get_by_role("button", name="Lưu", exact=True))
        await expect(manager.get_by_text("Đã lưu kỳ đánh giá")).to_be_visible()
        return end

    async def hold_survey(self, manager: Page) -> None:
        """Home Affairs opens a campaign, keys in what the papers say of every unit, and closes it."""
        hand = self.hand
        await self.go(manager, "Phiếu khảo sát")
        await hand.press(manager.get_by_role("button", name="Đợt khảo sát mới"))
        dialog = manager.get_by_role("dialog")
        await hand.choose(dialog.get_by_label("Bộ phiếu khảo sát đã ban hành"), "123/QĐ-UBND")
        await hand.choose(dialog.get_by_label("Kỳ đánh giá dùng kết quả"), str(self.year))
        await manager.keyboard.press("Escape")
        await hand.press(dialog.get_by_role("button", name="Lưu"))
        await expect(dialog).to_be_hidden()
        for unit, chose in CHOSE_GOOD.items():
            await hand.press(manager.get_by_role("button", name=f"Đơn vị {unit}", exact=True))
            entry = manager.get_by_role("dialog", name=re.compile(f"Đơn vị {unit}"))
            await hand.write(entry.get_by_label("Số phiếu hợp lệ"), "5")
            for question, good in zip(("Q1", "Q2"), chose, strict=True):
                await hand.write(entry.get_by_label(f"{question}: Tốt", exact=True), str(good))
                await hand.write(entry.get_by_label(f"{question}: Chưa tốt", exact=True), str(5 - good))
            await hand.press(entry.get_by_role("button", name=re.compile(r"Lưu \d+ ô")))
            await expect(manager.get_by_text("Đã lưu số liệu khảo sát").last).to_be_visible()
            await hand.press(entry.get_by_role("button", name="Đóng"))
            await expect(entry).to_be_hidden()
        await hand.press(manager.get_by_role("button", name="Chốt mọi phiếu"))
        await hand.press(manager.get_by_role("dialog").get_by_role("button", name="Chốt số liệu"))
        await expect(manager.get_by_text("Đã chốt số liệu lúc")).to_be_visible()

    async def is_over_for(self, head: Page) -> None:
        """Who did not send is told so, and offered nothing."""
        await head.goto("/")
        await self.hand.press(self.line(head).get_by_role("link"))
        await expect(head.get_by_text("Không gửi").first).to_be_visible()
        await expect(head.get_by_role("button", name="Phê duyệt báo cáo")).to_have_count(0)

    async def appraisal(self, lead: Page) -> Locator:
        """The card of the period on the page of the agency's appraisals."""
        await self.go(lead, "Thẩm định Cải cách hành chính")
        return lead.locator(".appraisal-card").filter(has_text=self.of_year)

    async def begins_for(self, lead: Page, end: datetime) -> None:
        """The lead looks again until the page no longer says that it is too early."""
        card = await self.appraisal(lead)
        await self.hand.press(card.get_by_role("link", name="Chấm theo đơn vị"))
        await lead.wait_for_url("**/sheets*")
        sent = lead.get_by_role("row").filter(has_text=f"Đơn vị {LATE}")
        await expect(sent).to_contain_text("Nộp chậm")
        while await lead.get_by_text("Chưa đến thời gian thẩm định").is_visible():
            assert datetime.now(UTC) < end + timedelta(seconds=30), "the appraisal did not begin when it should"
            await lead.reload()
            await sent.wait_for()

    async def open_sheet(self, lead: Page, unit: str) -> None:
        """From the list of units to one of them."""
        await self.hand.press(lead.get_by_role("link", name=f"Đơn vị {unit}", exact=True))
        await lead.get_by_role("table", name=f"Phiếu của Đơn vị {unit}").wait_for()

    async def back_to_units(self, lead: Page) -> None:
        """From a sheet to the list."""
        await self.hand.press(lead.get_by_role("button", name="Danh sách đơn vị"))

    async def reopen(self, manager: Page, agency: str) -> None:
        """Home Affairs opens again what an agency sent, with the reason."""
        await self.go(manager, "Phân công thẩm định")
        await self.hand.choose(manager.get_by_label("Kỳ đánh giá"), str(self.year))
        line = manager.get_by_role("row").filter(has_text=re.compile(rf"^{agency} "))
        await self.hand.press(line.get_by_role("button", name="Mở lại"))
        dialog = manager.get_by_role("dialog")
        await self.hand.write(dialog.get_by_label("Lý do"), REOPENED)
        await self.hand.press(dialog.get_by_role("button", name="Mở lại"))
        await expect(dialog).to_be_hidden()

    async def result(self, page: Page) -> None:
        """The period's result, from the menu."""
        await self.go(page, "Tổng hợp, xếp hạng")
        await self.hand.press(page.get_by_role("link", name=self.of_year))
        await expect(page.get_by_role("heading", level=1, name=self.of_year)).to_be_visible()

    async def agree_and_publish(self, manager: Page) -> None:
        """The council meets and agrees; Home Affairs records it and publishes with the Chairman's decision."""
        hand = self.hand
        await self.result(manager)
        while not await manager.get_by_text("Đã tổng hợp").first.is_visible():
            await manager.reload()
            await settled(manager)
        await hand.press(manager.get_by_role("link", name="Phiên họp Hội đồng"))
        await hand.press(manager.get_by_role("button", name="Mở phiên họp"))
        await expect(manager.get_by_text("Đang họp")).to_be_visible()
        # The agency's work is sent, so the session alone lets its member in; the account hears of it in a moment.
        member = await self.visits("hoi-dong", fresh=True)
        while not await member.get_by_role("navigation", name=_MENU).get_by_role("link", name="Tổng hợp, xếp hạng").is_visible():
            await member.goto("/")
            await settled(member)
        await self.result(member)
        await hand.press(member.get_by_role("link", name="Phiên họp Hội đồng"))
        await hand.press(member.get_by_role("button", name="Thống nhất: Toàn bộ kết quả", exact=True))
        await expect(member.get_by_text("1 thống nhất")).to_be_visible()
        await hand.press(manager.get_by_role("button", name="Ghi nhận thống nhất"))
        await hand.press(manager.get_by_role("dialog").get_by_role("button", name="Ghi nhận", exact=True))
        await expect(manager.get_by_role("dialog")).to_be_hidden()
        await hand.press(manager.get_by_role("button", name="Công bố", exact=True))
        dialog = manager.get_by_role("dialog")
        await hand.write(dialog.get_by_label("Số quyết định"), "482/QĐ-UBND")
        await hand.write(dialog.get_by_label("Ngày ban hành"), "17/02/2025")
        await manager.keyboard.press("Enter")
        await hand.press(dialog.get_by_role("button", name="Công bố", exact=True))
        await expect(dialog).to_be_hidden()
        await expect(manager.get_by_text("Kết quả đã được công bố")).to_be_visible()

    async def go(self, page: Page, entry: str) -> None:
        """By the menu, on a phone after opening it."""
        if await page.get_by_role("button", name="Trình đơn").is_visible():
            await self.hand.press(page.get_by_role("button", name="Trình đơn"))
        await self.hand.press(page.get_by_role("navigation", name=_MENU).get_by_role("link", name=entry, exact=True))

    def line(self, page: Page) -> Locator:
        """The period's line on one's first page."""
        return page.get_by_role("main").get_by_role("row").filter(has_text=self.of_year)

    async def date(self, target: Locator, at: datetime) -> None:
        """Day and time as people write them here."""
        await self.hand.write(target, at.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).strftime("%d/%m/%Y %H:%M"))
        await target.page.keyboard.press("Enter")
