"""An amending decision in the browser: the manager sees what it would do and applies it; an officer who is typing loses nothing."""

import asyncio
import re
from dataclasses import replace
from typing import Any

from playwright.async_api import Page, Route, expect
from tests.browser.acts import SAVED
from tests.browser.conftest import Ground, phases
from tests.browser.hands import MOUSE
from tests.browser.visits import PHONE, Visits, barriers, picture, pushes_sideways
from tests.support.story import SET, UNITS, Story, ok

ONE, TWO = UNITS[0], UNITS[1]
CODE = "PAR-SUA-DOI"
FIRST = SET.replace("PAR-DON-VI", CODE)
SECOND = FIRST.replace(
    '{id: khong, label: "Không", score: 0}', '{id: mot-phan, label: "Một phần", score: 1}, {id: khong, label: "Không", score: 0}'
)
NUMBER, REASON = "45/QĐ-UBND", "Sửa sai sót của biểu mẫu"


async def amended_period(ground: Ground) -> Story:
    """A period of a set of its own that has a newer version, one sheet sent and one begun."""
    await ground.people.publish_documents()
    story = replace(ground.people, criteria_set=FIRST, set_id="", period="", sheets={}, appraisals={})
    await story.open_period(year=next(ground.years), rehearsal=False, clock_at=None, phases=phases())
    await story.fill(ONE)
    await story.approve(ONE)
    await story.send(ONE)
    await story._published("criteria-sets", {"document": SECOND, "survey_forms_id": story.forms_id})
    return story


async def test_a_manager_sees_what_a_newer_version_would_do_and_applies_it_with_a_decision(ground: Ground, visits: Visits) -> None:
    story = await amended_period(ground)
    officer = await visits(f"nhap-{TWO}", f"/par_index/self_assessment/{story.sheets[TWO]}/items/1.1")
    await expect(officer.get_by_role("radio", name="Có")).to_be_visible()
    news = await _slow_news(officer, story)
    page = await visits("quan-ly", f"/administration/periods/{story.period}?tab=amendments")
    await MOUSE.choose(page.get_by_role("combobox", name="Chọn phiên bản mới"), CODE)
    await expect(page.get_by_text("Trong 4 phiếu: 1 phiếu thay đổi, 1 phiếu trở về đơn vị")).to_be_visible()
    await expect(page.get_by_role("row").filter(has_text="1.1").first).to_contain_text("đơn vị phải kê khai lại")
    await picture(page, "amendment-preview")
    for appearance in ("light", "dark"):
        assert await barriers(page, appearance=appearance) == []
    await _decide(page)
    await expect(page.get_by_text("Các quyết định sửa đổi đã áp dụng")).to_be_visible()
    await page.get_by_role("button", name=f"Quyết định {NUMBER}").click()
    await expect(page.get_by_text("4 phiếu; 0 phiếu có số liệu thay đổi; 1 phiếu trở về đơn vị")).to_be_visible()
    await picture(page, "amendment-done")
    assert await barriers(page) == []
    await page.set_viewport_size(PHONE)
    await picture(page, "amendment-done")
    assert not await pushes_sideways(page)
    await _typed_by_the_old_version(officer, visits, story, news)
    await _back_with_its_unit(visits, story)


async def _decide(page: Page) -> None:
    await page.get_by_role("button", name="Áp dụng quyết định sửa đổi").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_role("button", name="Áp dụng", exact=True)).to_be_disabled()
    await dialog.get_by_label("Số, ký hiệu quyết định").fill(NUMBER)
    await dialog.get_by_label("Ngày ban hành").fill("20/12/2021")
    await page.keyboard.press("Enter")
    await dialog.get_by_label("Lý do sửa đổi").fill(REASON)
    await picture(page, "amendment-decision")
    assert await barriers(page) == []
    await dialog.get_by_role("button", name="Áp dụng", exact=True).click()
    await expect(dialog).to_be_hidden()


async def _slow_news(page: Page, story: Story) -> asyncio.Event:
    """A line on which what others do arrives only once the event is set: until then the page shows what it had."""
    arrived = asyncio.Event()

    async def hold(route: Route) -> None:
        await arrived.wait()
        await route.continue_()

    await page.route(lambda url: f"/assessment/sheets/{story.sheets[TWO]}?" in url or url.endswith(story.sheets[TWO]), hold)
    return arrived


async def _typed_by_the_old_version(page: Page, visits: Visits, story: Story, news: asyncio.Event) -> None:
    """What is chosen while the page still shows the old version is refused with what to do, and saved when one insists on it."""
    visits.expect(409)
    await page.get_by_role("radio", name="Có").check()
    trouble = page.get_by_role("alert").filter(has_text="Tiêu chí vừa được sửa đổi theo quyết định")
    await expect(trouble).to_be_visible()
    news.set()
    # The page asks for the new version by itself; what was chosen is still chosen.
    await expect(page.get_by_role("radio", name="Một phần")).to_be_visible()
    await expect(page.get_by_role("radio", name="Có")).to_be_checked()
    await picture(page, "amended-while-typing")
    assert await barriers(page) == []
    assert await _saved(story, TWO) == {}
    await page.get_by_role("button", name="Lưu lại").click()
    await expect(page.locator(".saving")).to_have_text(SAVED)
    assert (await _saved(story, TWO))["option"] == "co"


async def _back_with_its_unit(visits: Visits, story: Story) -> None:
    page = await visits(f"nhap-{ONE}", f"/par_index/self_assessment/{story.sheets[ONE]}/items/1.2")
    await expect(page.get_by_text(f"Bộ tiêu chí của phiếu đã được sửa đổi theo Quyết định {NUMBER} ngày 20/12/2021")).to_be_visible()
    await expect(page.get_by_text("Phiếu đã trở về đơn vị: xem lại")).to_be_visible()
    await expect(page.get_by_text(f"Lý do: {REASON}")).to_be_visible()
    await page.get_by_role("button", name="1.1", exact=True).click()
    await expect(page.get_by_text(re.compile("Tiêu chí này được sửa đổi.*Hãy xem lại"))).to_be_visible()
    await picture(page, "amended-sheet")
    for appearance in ("light", "dark"):
        assert await barriers(page, appearance=appearance) == []
    await page.set_viewport_size(PHONE)
    await picture(page, "amended-sheet")
    assert not await pushes_sideways(page)


async def _saved(story: Story, unit: str) -> dict[str, Any]:
    sheet = ok(await story.officer(unit).get(story.sheet(unit)))
    return next((one for one in sheet["items"] if one["item"] == "1.1"), {})
