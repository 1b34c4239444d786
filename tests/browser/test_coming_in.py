"""Coming in by the real sign-in page, choosing, going out again; and what a browser meets that is not signed in."""

from playwright.async_api import expect
from tests.browser.conftest import Ground
from tests.browser.visits import Visits, barriers, enter, pushes_sideways


async def test_who_is_not_signed_in_is_led_to_the_sign_in_page_and_back_to_the_page_wanted(ground: Ground, visits: Visits) -> None:
    page = await visits(None, "/par_index/self_assessment")
    await page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    await enter(page, "nhap-don-vi-mot", ground.people.passwords["nhap-don-vi-mot"])
    await page.wait_for_url("**/par_index/self_assessment")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()


async def test_after_signing_out_the_page_asks_to_sign_in_again(visits: Visits) -> None:
    # What the page was still asking for when the session ended.
    visits.expect(401)
    page = await visits("quan-ly", fresh=True)
    await page.get_by_role("button", name="Người quan-ly").click()
    async with page.expect_response("**/auth/sign-out"):
        await page.get_by_role("button", name="Đăng xuất").click()
    await expect(page.get_by_role("button", name="Đăng nhập").first).to_be_visible()
    await page.goto("/")
    await expect(page.get_by_role("button", name="Đăng nhập").first).to_be_visible()


async def test_a_wrong_password_is_told_and_opens_nothing(visits: Visits) -> None:
    page = await visits(None, "/")
    await page.goto("/auth/sign-in?next=/")
    await enter(page, "quan-ly", "khong-phai")
    await expect(page.get_by_role("alert")).to_contain_text("không đúng")


async def test_the_first_page_fits_a_phone_and_has_no_barrier_in_either_appearance(visits: Visits) -> None:
    page = await visits("nhap-don-vi-mot", phone=True)
    assert not await pushes_sideways(page)
    assert await barriers(page, appearance="light") + await barriers(page, appearance="dark") == []
