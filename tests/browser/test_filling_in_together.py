"""Files, last year's words, the spreadsheet and a sub-unit's share of a sheet, each in the browser of who uses it."""

import asyncio
from pathlib import Path
from typing import Any

import openpyxl
from playwright.async_api import Page, expect
from tests.browser.conftest import Ground
from tests.browser.visits import Visits, barriers, picture
from tests.support.story import Story, ok

UNIT, OFFICER = "don-vi-mot", "nhap-don-vi-mot"
EXAMPLES = Path(__file__).parents[2] / "examples" / "cycle-small" / "evidence"
GOOD = ("Báo cáo số 1 (đã ký).pdf", "Phụ lục số liệu.xlsx", "Tờ trình, kèm dự thảo.docx", "ảnh minh chứng 1.png")
_PASTE = """async (words) => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 20;
  const picture = new File([await new Promise(done => canvas.toBlob(done))], "image.png", {type: "image/png"});
  const clipboardData = new DataTransfer();
  clipboardData.items.add(picture);
  if (words) clipboardData.setData("text/plain", words);
  document.querySelector("textarea").dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""


def leaf(story: Story, item: str) -> str:
    return f"/par_index/self_assessment/{story.sheets[UNIT]}/items/{item}"


async def choose(page: Page, *names: str) -> None:
    await page.get_by_test_id("evidence-file").set_input_files([EXAMPLES / name for name in names])


async def saved_item(story: Story, item: str) -> dict[str, Any]:
    sheet = ok(await story.officer(UNIT).get(story.sheet(UNIT)))
    return next((one for one in sheet["items"] if one["item"] == item), {})


async def test_several_files_at_once_are_taken_shown_and_saved_and_bad_ones_say_why(story: Story, visits: Visits) -> None:
    page = await visits(OFFICER, leaf(story, "1.1"))
    visits.expect(422)
    await choose(page, *GOOD, "đổi tên.pdf", "cài đặt.exe")
    for name in GOOD:
        await expect(page.get_by_role("button", name=f"Xem tệp {name}")).to_be_visible()
    await expect(page.get_by_text("Nội dung tệp không đúng với đuôi tên tệp")).to_be_visible()
    await expect(page.get_by_text("Chỉ nhận tệp có đuôi")).to_be_visible()
    await picture(page, "evidence-upload")
    await page.get_by_role("button", name=f"Xem tệp {GOOD[1]}").click()
    await expect(page.get_by_role("region", name="Số liệu")).to_contain_text("1")
    await page.get_by_role("button", name="Tệp sau").click()
    await expect(page.get_by_text("Báo cáo", exact=True).last).to_be_visible()
    await picture(page, "evidence-preview")
    assert await barriers(page) == []
    await page.get_by_role("button", name="Đóng phần xem tệp").click()
    await expect(page.get_by_text("Đã lưu lúc").first).to_be_visible()
    assert {file["name"] for file in (await saved_item(story, "1.1"))["evidence"]} == set(GOOD)


async def test_a_pasted_picture_is_a_file_and_a_pasted_word_table_is_not(story: Story, visits: Visits) -> None:
    page = await visits(OFFICER, leaf(story, "1.1"))
    await expect(page.get_by_test_id("evidence-file")).to_be_attached()
    await page.evaluate(_PASTE, "một bảng")
    await page.evaluate(_PASTE, "")
    files = page.get_by_role("button", name="Xem tệp Ảnh dán")
    await expect(files).to_have_count(1)


async def test_a_file_over_a_line_that_breaks_arrives_once_after_one_has_gone_to_another_leaf(story: Story, visits: Visits) -> None:
    page = await visits(OFFICER, leaf(story, "1.1"))
    visits.expect(0)
    await expect(page.get_by_text("Nhận PDF")).to_be_visible()
    await page.context.set_offline(True)
    await choose(page, GOOD[0])
    await expect(page.get_by_text("Mất đường truyền; sẽ tự tải lại khi có mạng")).to_be_visible()
    await page.get_by_role("button", name="Mục sau").click()
    await expect(page.get_by_role("heading", name="1.2 Tỷ lệ")).to_be_visible()
    await page.context.set_offline(False)
    async with asyncio.timeout(20):
        while not (found := (await saved_item(story, "1.1")).get("evidence")):
            await page.wait_for_timeout(100)
    assert [file["name"] for file in found] == [GOOD[0]]
    listed = ok(await story.officer(UNIT).get("/assessment/evidence", params={"period_id": story.period}))
    assert len(listed["items"]) == 1


async def test_words_of_last_year_are_carried_over_and_its_value_is_not(ground: Ground, visits: Visits) -> None:
    await (await ground.period()).fill(UNIT)
    story = await ground.period()
    page = await visits(OFFICER, leaf(story, "1.1"))
    await page.locator("summary", has_text="Năm trước").click()
    await page.get_by_role("button", name="Mang sang giải trình").click()
    await expect(page.get_by_label("Giải trình", exact=True)).to_have_value("Kế hoạch số 12/KH")
    await expect(page.get_by_text("Đã lưu lúc").first).to_be_visible()
    kept = await saved_item(story, "1.1")
    assert (kept["explanation"], kept["option"], kept["self_score"]) == ("Kế hoạch số 12/KH", None, None)


async def test_a_spreadsheet_goes_out_comes_back_faulty_and_only_its_right_lines_are_saved(
    story: Story, visits: Visits, tmp_path: Path
) -> None:
    page = await visits(OFFICER, leaf(story, "1.1"))
    await page.get_by_role("button", name="Nhập bằng bảng tính").click()
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="Kết xuất bảng tính").click()
    file = tmp_path / "kê khai.xlsx"
    await (await downloading.value).save_as(file)
    book = openpyxl.load_workbook(file)
    table = book.worksheets[0]
    table["E4"], table["F5"], table["G5"] = "Có lẽ", "1.000", "1.260,5"
    book.save(file)
    await page.locator("input[type=file][accept='.xlsx,.csv']").set_input_files(file)
    await expect(page.get_by_role("cell", name="E4")).to_be_visible()
    assert await barriers(page) == []
    await picture(page, "spreadsheet-faults")
    await page.get_by_role("button", name="Chỉ lưu 1 dòng đúng").click()
    await expect(page.get_by_text("Đã lưu 1 mục")).to_be_visible()
    kept = await saved_item(story, "1.2")
    assert (kept["numerator"], kept["denominator"], await saved_item(story, "1.1")) == ("1000", "1260.5", {})


async def test_a_sub_unit_finds_its_leaves_and_fills_them_in(ground: Ground, story: Story, visits: Visits) -> None:
    sub = {"code": "phong-mot", "name": "Phòng Tổ chức", "unit_type": "sub_unit", "ranking_group": "sub_unit", "parent_code": UNIT}
    assert ok(await ground.people.administrator.patch("/identity/units", json={"lines": [sub]}))["refused"] == []
    await ground.people.grant(**{"nhap-phong-mot": {"kind": "data_entry", "unit_code": "phong-mot"}})
    page = await visits(OFFICER, leaf(story, "1.1"))
    await page.get_by_role("button", name="Giao cho đơn vị trực thuộc").click()
    await page.get_by_label("Đánh dấu mục 1.3").check()
    await page.get_by_role("combobox", name="Đơn vị trực thuộc").click()
    await page.get_by_title("Phòng Tổ chức").click()
    await page.get_by_role("button", name="Giao 1 mục").click()
    await expect(page.get_by_text("Người nhap-don-vi-mot giao lúc")).to_be_visible()
    await page.get_by_role("button", name="Lịch sử giao tiêu chí").click()
    await expect(page.get_by_text("Giao 1.3 cho Phòng Tổ chức")).to_be_visible()
    assert await barriers(page) == []
    await picture(page, "sharing")
    theirs = await visits("nhap-phong-mot", f"/par_index/self_assessment/{story.sheets[UNIT]}")
    await expect(theirs.get_by_role("heading", name="1.3 Số đợt")).to_be_visible()
    await expect(theirs.get_by_text("1.1 Kế hoạch")).to_have_count(0)
    await theirs.get_by_label("Số lượng").fill("4")
    await theirs.keyboard.press("Tab")
    await expect(theirs.get_by_text("Đã lưu lúc").first).to_be_visible()
    assert (await saved_item(story, "1.3"))["self_score"] == "3.00"
    await picture(theirs, "sub-unit-sheet")
