"""Administrators and heads at the pages of accounts: granted from a file after a dry run, locked with a reason, asked for and approved."""

import io
from pathlib import Path
from uuid import uuid4

import openpyxl
from playwright.async_api import FilePayload, Page, expect
from tests.browser.conftest import Ground
from tests.browser.visits import Visits, barriers, enter, picture, settled
from tests.support.story import ok

TITLES = ("Tên đăng nhập", "Họ và tên", "Loại tài khoản", "Vai trò", "Mã đơn vị", "Mã cơ quan thẩm định")
ACCOUNTS, ADMINISTRATOR, UNIT = "/administration/accounts", "quan-tri", "don-vi-mot"


def workbook(*lines: tuple[str, ...]) -> FilePayload:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in (TITLES, *lines):
        book.active.append(line)
    content = io.BytesIO()
    book.save(content)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "tài khoản.xlsx", "mimeType": kind, "buffer": content.getvalue()}


def a_name() -> str:
    return f"moi-{uuid4().hex[:8]}"


async def open_account(page: Page, name: str) -> None:
    await page.get_by_label("Tìm theo tên").fill(name)
    await page.get_by_role("row").filter(has_text=name).get_by_role("button").first.click()
    await expect(page.get_by_role("dialog")).to_be_visible()


async def test_accounts_from_a_workbook_are_tried_first_and_granted_when_every_cell_is_right(ground: Ground, visits: Visits) -> None:
    first, second = a_name(), a_name()
    page = await visits(ADMINISTRATOR, ACCOUNTS)
    await page.get_by_role("button", name="Từ tệp XLSX, CSV").click()
    chooser = page.locator("input[type=file][accept='.xlsx,.csv']")
    faulty = ((first, "Nguyễn Thị Lan", "Nhập liệu", "", UNIT, ""), (second, "Phạm Văn Duyệt", "Nhập liệu", "", "khong-co", ""))
    await chooser.set_input_files(workbook(*faulty))
    await expect(page.get_by_text("1 lỗi trong 2 dòng; chưa ghi gì")).to_be_visible()
    await expect(page.get_by_role("cell", name="E3")).to_be_visible()
    await expect(page.get_by_role("button", name="Ghi 2 dòng")).to_be_disabled()
    assert await barriers(page) == []
    await picture(page, "accounts-import-faults")
    listed = ok(await ground.people.administrator.get("/identity/accounts", params={"limit": 500}))["items"]
    assert not {first, second} & {one["username"] for one in listed}
    right = (faulty[0], (second, "Phạm Văn Duyệt", "Nhập liệu", "Lãnh đạo phê duyệt báo cáo", UNIT, ""))
    await chooser.set_input_files(workbook(*right))
    await expect(page.get_by_text("Mới là chạy thử: chưa ghi gì.")).to_be_visible()
    await page.get_by_role("button", name="Ghi 2 dòng").click()
    await expect(page.get_by_text("Đã ghi 2 dòng")).to_be_visible()
    slips = page.get_by_role("region", name="Mật khẩu dùng một lần")
    password = await slips.get_by_role("listitem").filter(has_text=first).locator("code").inner_text()
    await page.get_by_role("dialog").get_by_role("button", name="Đóng").last.click()
    await expect(page.get_by_text(password)).to_have_count(0)
    newcomer = await visits(None, "/")
    await newcomer.goto("/auth/sign-in?next=/")
    await enter(newcomer, first, password.strip())
    await expect(newcomer.get_by_role("button", name="Nguyễn Thị Lan")).to_be_visible()


async def test_a_one_time_password_is_shown_once_and_never_again(visits: Visits) -> None:
    name = a_name()
    page = await visits(ADMINISTRATOR, ACCOUNTS)
    await page.get_by_role("button", name="Cấp tài khoản").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Loại tài khoản").click()
    await page.get_by_title("Tài khoản nhập liệu").last.click()
    await form.get_by_label("Tên đăng nhập").fill(name)
    await form.get_by_label("Họ và tên người giữ").fill("Trần Thị Mới")
    await form.get_by_label("Đơn vị").fill(UNIT)
    await page.get_by_title(f"({UNIT})").last.click()
    await form.get_by_role("button", name="Cấp tài khoản").click()
    await expect(page.get_by_text("Mật khẩu chỉ hiện một lần này")).to_be_visible()
    password = (await page.locator(".password-slips code").inner_text()).strip()
    await settled(page)
    assert await barriers(page) == []
    await form.get_by_role("button", name="Đóng").last.click()
    await open_account(page, name)
    await settled(page)
    assert password not in await page.content()
    await page.reload()
    await settled(page)
    assert password not in await page.content()


async def test_a_locked_account_is_out_at_once_and_reads_the_reason_until_it_is_unlocked(ground: Ground, visits: Visits) -> None:
    visits.expect(401, 403)
    name = a_name()
    await ground.people.grant(**{name: {"kind": "data_entry", "unit_code": UNIT}})
    officer = await visits(name, "/")
    page = await visits(ADMINISTRATOR, ACCOUNTS)
    await open_account(page, name)
    await page.get_by_role("dialog").get_by_role("button", name="Khóa", exact=True).click()
    asking = page.get_by_role("dialog", name=f"Khóa tài khoản của Người {name}")
    await asking.get_by_role("button", name="Khóa tài khoản").click()
    await expect(asking.get_by_text("Hãy nêu lý do; lý do được ghi vào nhật ký")).to_be_visible()
    await asking.get_by_label("Lý do").fill("Nghỉ việc từ 01/11")
    await asking.get_by_role("button", name="Khóa tài khoản").click()
    await expect(asking).to_be_hidden()
    await expect(page.get_by_text("Lý do: Nghỉ việc từ 01/11").first).to_be_visible()
    await officer.goto("/par_index/self_assessment")
    await expect(officer.get_by_text("khóa").first).to_be_visible()
    await picture(officer, "account-locked")
    await page.get_by_role("dialog").get_by_role("button", name="Mở khóa", exact=True).click()
    lifting = page.get_by_role("dialog", name=f"Mở khóa tài khoản của Người {name}")
    await lifting.get_by_label("Lý do").fill("Nhầm người")
    await lifting.get_by_role("button", name="Mở khóa").click()
    await expect(lifting).to_be_hidden()
    again = await visits(name, "/par_index/self_assessment", fresh=True)
    await expect(again.get_by_role("heading", level=1)).to_be_visible()


async def test_what_a_head_asks_for_an_administrator_approves_and_hands_the_password_over(visits: Visits) -> None:
    name = a_name()
    head = await visits(f"duyet-{UNIT}", "/accounts")
    await head.get_by_role("button", name="Đề nghị cấp tài khoản").click()
    asking = head.get_by_role("dialog")
    await asking.get_by_label("Họ và tên người giữ").fill("Lê Văn Thêm")
    await asking.get_by_label("Tên đăng nhập mong muốn").fill(name)
    await asking.get_by_label("Lý do").fill("Thêm người nhập liệu")
    await asking.get_by_role("button", name="Gửi đề nghị").click()
    await expect(asking).to_be_hidden()
    page = await visits(ADMINISTRATOR, f"{ACCOUNTS}?tab=requests")
    line = page.get_by_role("row").filter(has_text=name)
    await expect(line).to_contain_text("Thêm người nhập liệu")
    await line.get_by_role("button", name="Duyệt").click()
    deciding = page.get_by_role("dialog")
    await deciding.get_by_role("button", name="Duyệt và cấp").click()
    await expect(deciding.locator(".password-slips code")).to_be_visible()
    password = (await deciding.locator(".password-slips code").inner_text()).strip()
    await deciding.get_by_role("button", name="Đóng").last.click()
    await expect(line).to_have_count(0)
    await head.goto("/accounts?tab=requests")
    await head.get_by_text("Tất cả").click()
    await expect(head.get_by_role("row").filter(has_text=name)).to_contain_text("Đã duyệt")
    newcomer = await visits(None, "/")
    await newcomer.goto("/auth/sign-in?next=/")
    await enter(newcomer, name, password)
    await expect(newcomer.get_by_role("button", name="Lê Văn Thêm")).to_be_visible()


async def test_the_template_that_is_offered_is_taken_back_without_a_fault_in_its_titles(visits: Visits, tmp_path: Path) -> None:
    page = await visits(ADMINISTRATOR, ACCOUNTS)
    await page.get_by_role("button", name="Từ tệp XLSX, CSV").click()
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="Tải tệp mẫu").click()
    file = tmp_path / "mau.csv"
    await (await downloading.value).save_as(file)
    await page.locator("input[type=file][accept='.xlsx,.csv']").set_input_files(file)
    # Its units are another province's; its titles are understood.
    await expect(page.get_by_text("trong 3 dòng; chưa ghi gì")).to_be_visible()
    await expect(page.get_by_role("cell", name="A1")).to_have_count(0)
