"""Home Affairs at the browser: guidance for pages and criteria, units merged with their people, approval lent and taken back, and lists
searched by words; on pages that bear the province's name and emblem."""

import re
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect
from tests.browser.conftest import Ground, pages_or_fail
from tests.browser.visits import PHONE, Visits, barriers, picture, pushes_sideways, settled
from tests.support.story import Story, begin, ok

from chamdiem.edge.province import ProvinceSettings
from chamdiem.embedded.platform import Platform

UNIT = "don-vi-mot"
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#00529b"/></svg>'
SCRIPT = "<script>window.broken = 1</script>"


async def write(page: Page, place: str, words: str) -> None:
    """A leader writes the guidance of one place, on the page that lists them."""
    await page.get_by_role("button", name=f"Viết hướng dẫn: {place}").click()
    await page.get_by_label("Nội dung").fill(words)
    await page.get_by_role("button", name="Lưu hướng dẫn").click()
    await page.get_by_text("Đã lưu hướng dẫn").wait_for()
    await expect(page.get_by_role("dialog", name=f"Viết hướng dẫn: {place}")).to_be_hidden()


async def test_guidance_of_a_page_is_written_read_and_its_markup_is_text(visits: Visits) -> None:
    leader = await visits("quan-ly", "/administration/guidance")
    await write(leader, "Phiếu của đơn vị", f"Mở từng phiếu.\n\nHỏi thêm: https://chamdiem.example.vn/hoi-dap. {SCRIPT}")
    await settled(leader)
    assert await barriers(leader, appearance="light") == []
    assert await barriers(leader, appearance="dark") == []
    await picture(leader, "guidance-admin")
    officer = await visits(f"nhap-{UNIT}", "/par_index/self_assessment")
    await officer.get_by_role("button", name="Hướng dẫn").click()
    guide = officer.get_by_role("dialog", name="Hướng dẫn của trang này")
    await expect(guide.get_by_text("Mở từng phiếu.")).to_be_visible()
    await expect(guide.get_by_text(SCRIPT)).to_be_visible()
    await expect(guide.get_by_role("link")).to_have_attribute("href", "https://chamdiem.example.vn/hoi-dap")
    assert await officer.evaluate("() => window.broken") is None
    assert await barriers(officer, appearance="light") == []
    await picture(officer, "guidance-drawer")
    await officer.set_viewport_size(PHONE)  # type: ignore[arg-type]
    await picture(officer, "guidance-drawer")
    assert not await pushes_sideways(officer)
    await officer.keyboard.press("Escape")
    await expect(guide).to_be_hidden()
    await expect(officer.get_by_role("button", name="Hướng dẫn")).to_be_focused()


async def test_a_page_without_guidance_says_so_and_leads_its_writer_to_the_editor(visits: Visits) -> None:
    leader = await visits("quan-ly", "/results")
    await leader.get_by_role("button", name="Hướng dẫn").click()
    guide = leader.get_by_role("dialog", name="Hướng dẫn của trang này")
    await expect(guide.get_by_text("Chưa có hướng dẫn cho trang này.")).to_be_visible()
    await guide.get_by_role("link", name="Viết hướng dẫn cho trang này").click()
    await expect(leader.get_by_role("dialog", name="Viết hướng dẫn: Tổng hợp, xếp hạng")).to_be_visible()
    await leader.get_by_label("Nội dung").fill("Xem trước <b>khi</b> công bố.")
    await expect(leader.get_by_role("region", name="Người đọc sẽ thấy")).to_contain_text("<b>khi</b>")


async def test_two_leaders_on_one_text_lose_nothing(visits: Visits) -> None:
    first = await visits("quan-ly", "/administration/guidance?page=log")
    second = await visits.beside(first, "/administration/guidance?page=log")
    await first.get_by_label("Nội dung").fill("Bản một")
    await first.get_by_role("button", name="Lưu hướng dẫn").click()
    await expect(first.get_by_role("dialog")).to_be_hidden()
    visits.expect(412)
    await second.get_by_label("Nội dung").fill("Bản hai")
    await second.get_by_role("button", name="Lưu hướng dẫn").click()
    await expect(second.get_by_role("alert")).to_contain_text("Bản một")
    await expect(second.get_by_label("Nội dung")).to_have_value("Bản hai")
    await second.get_by_role("button", name="Lưu đè nội dung của tôi").click()
    await expect(second.get_by_role("dialog")).to_be_hidden()
    await second.get_by_role("button", name="Viết hướng dẫn: Nhật ký", exact=True).click()
    await second.get_by_text(re.compile("Bản 1: ")).click()
    await second.get_by_role("group").filter(has_text="Bản 1: ").get_by_role("button").click()
    await expect(second.get_by_label("Nội dung")).to_have_value("Bản một")


async def test_guidance_of_a_criterion_stands_beside_it_where_it_is_filled_in(story: Story, visits: Visits) -> None:
    leader = await visits("quan-ly", "/administration/guidance")
    await leader.get_by_role("tab", name="Theo tiêu chí").click()
    await leader.get_by_label("Chọn bộ tiêu chí").click()
    await leader.get_by_title("PAR-DON-VI", exact=True).last.click()
    await write(leader, "1.1 Kế hoạch", f"Chỉ tính kế hoạch đã ký. {SCRIPT}")
    page = await visits(f"nhap-{UNIT}", f"/par_index/self_assessment/{story.sheets[UNIT]}/items/1.1")
    await page.get_by_text("Hướng dẫn của tiêu chí này").click()
    await expect(page.get_by_text(f"Chỉ tính kế hoạch đã ký. {SCRIPT}")).to_be_visible()
    assert await page.evaluate("() => window.broken") is None
    await settled(page)
    assert await barriers(page) == []
    await picture(page, "guidance-leaf")
    await page.goto(f"/par_index/self_assessment/{story.sheets[UNIT]}/items/1.3")
    await expect(page.get_by_role("heading", level=2, name="1.3")).to_be_visible()
    await expect(page.get_by_text("Hướng dẫn của tiêu chí này")).to_have_count(0)


async def register(ground: Ground, *codes: str) -> None:
    """Units with an officer each, beside those of the story."""
    admin = ground.people.administrator
    for code in codes:
        unit = {"code": code, "name": f"Chi cục {code}", "unit_type": "bureau", "ranking_group": "bureau"}
        ok(await admin.post("/identity/units", json=unit))
        account = {"username": f"lam-{code}", "holder_name": f"Người {code}", "kind": "data_entry", "unit_code": code}
        ok(await admin.post("/identity/accounts", json={**account, "password": "Mat-khau-1"}))


async def choose(page: Page, label: str, *words: str) -> None:
    """Choose in a list by words, without marks."""
    field = page.get_by_label(label, exact=True)
    for one in words:
        await field.fill(one)
        await expect(page.locator(".ant-select-item-option-active:visible", has_text=one)).to_be_visible()
        await field.press("Enter")
    await field.press("Escape")
    await expect(page.locator(".ant-select-dropdown:visible")).to_have_count(0)


async def test_units_are_merged_after_a_preview_and_their_people_follow(ground: Ground, visits: Visits) -> None:
    await register(ground, "thuy-loi", "de-dieu")
    page = await visits("quan-tri", "/administration/units")
    await page.get_by_role("link", name="Hợp nhất đơn vị").click()
    await choose(page, "Các đơn vị được hợp nhất", "thuy-loi", "de-dieu")
    await page.get_by_role("radio", name="Đơn vị mới").check()
    await page.get_by_label("Mã đơn vị").fill("thuy-loi-de-dieu")
    await page.get_by_label("Tên đơn vị").fill("Chi cục Thủy lợi và Đê điều")
    await page.get_by_label("Loại hình đơn vị").fill("bureau")
    await page.get_by_label("Nhóm xếp hạng").fill("bureau")
    await page.get_by_label("Từ ngày", exact=True).fill("01/03/2025")
    await page.get_by_label("Từ ngày", exact=True).press("Enter")
    await page.get_by_label("Lý do, văn bản").fill("Nghị quyết số 01")
    await page.get_by_role("button", name="Xem trước").click()
    preview = page.get_by_role("region", name="Điều gì sẽ xảy ra")
    await expect(preview).to_contain_text("Chi cục Thủy lợi và Đê điều (thuy-loi-de-dieu) được tạo, bắt đầu từ 01/03/2025.")
    await expect(preview).to_contain_text("Chi cục de-dieu (de-dieu) hoạt động đến hết 28/02/2025.")
    await settled(page)
    assert await barriers(page, appearance="light") == []
    assert await barriers(page, appearance="dark") == []
    await picture(page, "unit-merging")
    await page.get_by_label("Sau hợp nhất, tài khoản của Người de-dieu").click()
    await page.get_by_title("Giữ lại ở đơn vị cũ").last.click()
    await settled(page)
    await page.get_by_role("button", name="Hợp nhất", exact=True).click()
    await page.get_by_role("tooltip").get_by_role("button", name="Hợp nhất", exact=True).click()
    await page.get_by_text("Đã hợp nhất vào Chi cục Thủy lợi và Đê điều").wait_for()
    await expect(page.get_by_role("region", name="Các lần hợp nhất").first).to_contain_text("Nghị quyết số 01")
    await settled(page)
    assert await barriers(page) == []
    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert not await pushes_sideways(page)
    await picture(page, "unit-merging")
    admin = ground.people.administrator
    there = ok(await admin.get("/identity/accounts", params={"unit_code": "thuy-loi-de-dieu"}))["items"]
    assert [a["username"] for a in there] == ["lam-thuy-loi"]
    (kept,) = ok(await admin.get("/identity/accounts", params={"unit_code": "de-dieu"}))["items"]
    assert kept["status"] == "active"


async def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_merged(ground: Ground, visits: Visits) -> None:
    await register(ground, "bao-ve", "kiem-lam")
    visits.expect(422)
    page = await visits("quan-tri", "/administration/units/mergers")
    await choose(page, "Các đơn vị được hợp nhất", "bao-ve")
    await choose(page, "Đơn vị kế thừa", "bao-ve")
    await page.get_by_label("Từ ngày", exact=True).fill("01/03/2025")
    await page.get_by_label("Từ ngày", exact=True).press("Enter")
    await page.get_by_label("Lý do, văn bản").fill("Thử")
    await page.get_by_role("button", name="Xem trước").click()
    await page.get_by_text("Đơn vị kế thừa không thể nằm trong các đơn vị được sáp nhập vào nó.").wait_for()
    assert ok(await ground.people.administrator.get("/identity/units/bao-ve"))["successor_code"] is None


async def test_units_and_accounts_are_found_by_words_without_marks(visits: Visits) -> None:
    page = await visits("quan-tri", "/administration/accounts")
    await page.get_by_role("searchbox").fill("nhap don vi mot")
    await expect(page.locator("tbody .account-username")).to_have_text(["nhap-don-vi-mot"])
    await page.get_by_role("searchbox").fill("khong co ai nhu vay")
    await expect(page.get_by_text("0 tài khoản")).to_be_visible()
    await page.goto("/administration/units")
    await page.get_by_role("searchbox").fill("DON VI HAI")
    await expect(page.locator("tbody .unit-code")).to_have_text(["don-vi-hai"])


async def test_a_lent_approval_is_taken_back_in_the_place_that_the_account_leads_to(ground: Ground, visits: Visits) -> None:
    unit = "don-vi-hai"
    head = await visits(f"duyet-{unit}", "/lending")
    await head.get_by_label("Cấp phó").click()
    await head.get_by_title(f"(nhap-{unit})").click()
    for label, day in (("Từ", "01/01/2020 00:00"), ("Đến hết", "31/12/2099 17:00")):
        await head.get_by_label(label, exact=True).fill(day)
        await head.get_by_label(label, exact=True).press("Enter")
    await head.get_by_role("button", name="Giao quyền").click()
    await head.get_by_text("Đã giao quyền phê duyệt cho").wait_for()
    admin = await visits("quan-tri", "/administration/accounts")
    await admin.get_by_role("searchbox").fill(f"nhap-{unit}")
    await expect(admin.locator("tbody .account-username")).to_have_text([f"nhap-{unit}"])
    await admin.locator("tbody .account-name").click()
    await admin.get_by_role("link", name="Giao và thu hồi quyền phê duyệt").click()
    await admin.get_by_role("button", name="Thu hồi quyền phê duyệt của").click()
    dialog = admin.get_by_role("dialog")
    await expect(dialog.get_by_role("button", name="Thu hồi")).to_be_disabled()
    await dialog.get_by_label("Lý do").fill("Người đứng đầu đã đi làm lại")
    await settled(admin)
    assert await barriers(admin) == []
    await picture(admin, "lending-ended")
    await dialog.get_by_role("button", name="Thu hồi").click()
    await expect(dialog).to_be_hidden()
    await expect(admin.get_by_role("button", name="Thu hồi quyền phê duyệt của")).to_have_count(0)
    listed = ok(await ground.people.administrator.get("/identity/accounts", params={"words": f"nhap-{unit}"}))["items"]
    assert "2099" not in listed[0]["roles"][0]["valid_to"]


@pytest.fixture(scope="module")
async def of_a_province() -> AsyncIterator[tuple[str, Story]]:
    """A platform of an installation with a name and an emblem: its address and its administrator."""
    with tempfile.TemporaryDirectory(prefix="chamdiem-test-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # noqa: ASYNC240
        emblem = folder / "emblem.svg"
        emblem.write_text(EMBLEM)
        province = ProvinceSettings(province_name="Tỉnh Thanh Hóa", province_emblem=emblem)
        async with Platform(folder / "data", durable=False, web=pages_or_fail(), province=province) as platform:
            first = platform.administrator
            people = await begin(platform.url, platform.parts.issuer, first.username, first.password)
            try:
                yield platform.url, people
            finally:
                await people.close()


async def test_every_page_bears_the_provinces_name_and_emblem(chromium: Browser, of_a_province: tuple[str, Story]) -> None:
    url, people = of_a_province
    visits = Visits(chromium, url, people.passwords, {})
    try:
        page = await visits(None, "/published")
        banner = page.get_by_role("banner")
        await expect(banner).to_contain_text("Tỉnh Thanh Hóa")
        await expect(page).to_have_title(re.compile(r" · Chấm điểm · Tỉnh Thanh Hóa$"))
        drawn = (
            await banner.get_by_role("presentation")
            .or_(banner.locator("img"))
            .first.evaluate("image => [image.getAttribute('src'), image.complete && image.naturalWidth > 0]")
        )
        assert drawn[0].startswith("/assets/emblem-")
        assert drawn[1] is True
        assert await barriers(page, appearance="light") == []
        await picture(page, "province")
        await page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        assert not await pushes_sideways(page)
        await picture(page, "province")
        await page.emulate_media(media="print")
        await expect(page.locator(".shell-print-head")).to_contain_text("Tỉnh Thanh Hóa")
        await expect(banner).to_be_hidden()
        admin = await visits("quan-tri", "/account")
        await expect(admin.get_by_role("banner")).to_contain_text("Tỉnh Thanh Hóa")
    finally:
        await visits.close()
    assert visits.complaints == []
