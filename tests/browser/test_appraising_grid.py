"""The grid of one leaf over all units, typed like a spreadsheet: what is typed is what the service has, however fast."""

import re

import pytest
from playwright.async_api import Page, expect
from tests.browser.conftest import Ground
from tests.browser.desk import COMMUNES, RATIOS, Desk, cell, opened, press, the_desk
from tests.browser.visits import Visits, barriers, settled

OWN = ["1.50", "1.50", *["0"] * (len(COMMUNES) - 2)]
"""The self-scores of a ratio, in the order of the grid."""


@pytest.fixture(scope="module")
async def desk(ground: Ground) -> Desk:
    return await the_desk(ground)


async def shown(page: Page, column: str = "score") -> list[str]:
    """What stands in a column."""
    return [await cell(page, column, row).inner_text() for row in range(len(COMMUNES))]


async def test_digits_and_enter_without_any_delay_stand_at_every_unit(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[0])
    scores = [str(n % 4) for n in range(len(COMMUNES))]
    await press(page, " ".join(f"{score} Enter" for score in scores))
    await settled(page)
    assert await shown(page) == scores
    await expect(page.get_by_role("region", name=re.compile("Cần lý do"))).to_be_visible()


async def test_arrows_tab_escape_and_decimals_do_what_a_spreadsheet_does(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[1])
    await press(page, "1,5 ArrowDown 1.5 Enter 3 Escape ArrowDown 2 ArrowUp 0 Tab Tab Tab")
    await press(page, "ArrowLeft ArrowLeft ArrowLeft Enter 1 Tab Tab x F2 End y Enter")
    await settled(page)
    # As typed, or once it is saved as numbers are written here.
    assert [text.replace(".", ",") for text in await shown(page)] == ["1,5", "1,5", "0", "1", *[""] * (len(COMMUNES) - 4)]
    assert (await shown(page, "reason"))[3] == "xy"
    await desk.until_scores(RATIOS[1], ["1.5", "1.5", "0", "1", *[None] * (len(COMMUNES) - 4)])
    assert (await desk.items(RATIOS[1]))[COMMUNES[3]]["reason"] == "xy"


async def test_the_reason_of_scores_that_differ_is_asked_at_once_and_given_for_all(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[2])
    await press(page, "1 Enter 2 Enter")
    asked = page.get_by_role("region", name="Cần lý do cho 2 điểm khác điểm tự chấm")
    await expect(asked).to_be_visible()
    assert await barriers(page) == []
    await asked.get_by_label("Lý do chung").fill("Báo cáo thiếu số liệu quý IV.")
    await asked.get_by_label("Lý do chung").press("Enter")
    await desk.until_scores(RATIOS[2], ["1", "2", *[None] * (len(COMMUNES) - 2)])
    await expect(asked).to_be_hidden()
    await expect(cell(page, "difference", 0)).to_have_text("−0,50")


async def test_a_column_is_copied_and_pasted(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[3])
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await cell(page, "self", 0).click()
    await cell(page, "self", len(COMMUNES) - 1).click(modifiers=["Shift"])
    await page.keyboard.press("Control+c")
    await cell(page, "score", 0).click()
    await page.keyboard.press("Control+v")
    await desk.until_scores(RATIOS[3], OWN)


async def test_of_a_pasted_column_what_fits_is_saved_and_the_rest_is_told(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[4])
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pasted = ["1,5\tĐủ", "1.50\tĐủ", "chín\tĐủ", "99\tĐủ", *["0\tĐủ"] * (len(COMMUNES) - 4), "1\tThừa", "1\tThừa"]
    await page.evaluate("text => navigator.clipboard.writeText(text)", "\r\n".join(pasted))
    await page.keyboard.press("Control+v")
    # The column beside the score is the difference, which nobody types; and there are two units too many.
    await expect(page.get_by_text(f"{len(COMMUNES) + 4} ô dán không được")).to_be_visible()
    await desk.until_scores(RATIOS[4], ["1.5", "1.50", None, None, *["0"] * (len(COMMUNES) - 4)])
    for row in (2, 3):
        await expect(cell(page, "state", row)).to_have_text(re.compile("Lưu không được"))
    assert (await shown(page))[2:4] == ["chín", "99"]


async def test_what_is_typed_about_one_leaf_is_saved_though_another_is_shown_at_once(desk: Desk, visits: Visits) -> None:
    page = await opened(visits, desk, RATIOS[5])
    await press(page, "1,5 Enter 1,5 Alt+PageDown")
    await expect(page).to_have_url(re.compile(f"/items/{RATIOS[6]}"))
    await desk.until_scores(RATIOS[5], ["1.5", "1.5", *[None] * (len(COMMUNES) - 2)])
