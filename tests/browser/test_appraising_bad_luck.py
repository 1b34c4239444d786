"""What goes wrong while one appraises: somebody else is quicker, the line breaks, the browser dies; nothing typed is lost."""

import re
from dataclasses import dataclass

import pytest
from playwright.async_api import Error, Route, expect
from tests.browser.conftest import Ground
from tests.browser.desk import COMMUNES, MEMBER, ON_TIME, RATIOS, Desk, cell, opened, press, the_desk
from tests.browser.visits import Visits, barriers, settled

OWN = "1.50"
"""The self-score of the units that sent."""
REST = [None] * (len(COMMUNES) - 2)


@pytest.fixture(scope="module")
async def desk(ground: Ground) -> Desk:
    return await the_desk(ground)


@dataclass
class Line:
    """The way to the services, open or cut for everything that saves."""

    is_open: bool = False

    async def take(self, route: Route) -> None:
        refused = not self.is_open and route.request.method == "PATCH"
        await (route.abort("connectionrefused") if refused else route.continue_())


async def test_who_is_overtaken_sees_both_scores_and_chooses(desk: Desk, visits: Visits) -> None:
    visits.expect(0)
    page = await opened(visits, desk, RATIOS[7])
    line = Line()
    await page.context.route("**/api/appraisal/**", line.take)
    theirs = {"item": RATIOS[7], "score": "1", "reason": "Theo biên bản"}
    await desk.score({"unit": COMMUNES[0], **theirs}, {"unit": COMMUNES[1], **theirs}, by=MEMBER)
    # Both are typed before the first of them is told of: else the page shows the other's score, and typing over it is no conflict.
    await press(page, "1,5 Enter 1,5 Enter")
    await expect(cell(page, "state", 1)).to_have_text(re.compile("đang chờ|Chờ"))
    line.is_open = True
    asked = page.get_by_role("region", name="Người khác vừa sửa mục này")
    await expect(asked).to_contain_text("Người khác vừa sửa 2 mục")
    await expect(asked).to_contain_text("Đang có: 1. Lý do: Theo biên bản.")
    assert await desk.scores(RATIOS[7]) == ["1", "1", *REST]
    assert await barriers(page) == []
    await asked.get_by_role("button", name="Lưu nội dung của tôi").first.click()
    await asked.get_by_role("button", name="Lấy nội dung đang có").click()
    await desk.until_scores(RATIOS[7], ["1.5", "1", *REST])
    await expect(asked).to_be_hidden()
    await expect(cell(page, "score", 1)).to_have_text("1")
    await expect(cell(page, "reason", 1)).to_have_text("Theo biên bản")


async def test_what_is_typed_without_a_line_waits_and_is_saved_when_the_line_is_back(desk: Desk, visits: Visits) -> None:
    visits.expect(0)
    page = await opened(visits, desk, RATIOS[8])
    await page.context.set_offline(True)
    await press(page, "1,5 Enter")
    await expect(cell(page, "state", 0)).to_have_text(re.compile("đang chờ|Chờ"))
    assert await desk.scores(RATIOS[8]) == [None, None, *REST]
    await page.context.set_offline(False)
    await desk.until_scores(RATIOS[8], ["1.5", None, *REST])


async def test_what_is_typed_survives_a_browser_that_dies_and_is_saved_from_whichever_page(desk: Desk, visits: Visits) -> None:
    visits.expect(0)
    page = await opened(visits, desk, RATIOS[9])
    line = Line()
    await page.context.route("**/api/appraisal/**", line.take)
    await press(page, "1,5 Enter")
    await expect(cell(page, "state", 0)).to_have_text(re.compile("đang chờ|Chờ"))
    # Chromium asks for its own death by this address.
    with pytest.raises(Error):
        await page.goto("chrome://crash")
    again = await page.context.new_page()
    await again.goto(f"{desk.page}/items/{RATIOS[9]}")
    await expect(cell(again, "score", 0)).to_have_text("1,5")
    assert (await desk.items(RATIOS[9]))[ON_TIME]["score"] is None
    line.is_open = True
    await again.goto(f"{desk.page}/sheets")
    await settled(again)
    await desk.until_scores(RATIOS[9], ["1.5", None, *REST])
