"""What goes wrong while people work: nothing typed is lost, nothing is done twice, nothing is executed."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import FilePayload, Page, Route, expect
from services.assessment.tests.sheets import PDF
from tests.browser import acts
from tests.browser.conftest import Ground, phases
from tests.browser.visits import Visits, enter, settled
from tests.support.eventually import eventually
from tests.support.story import Story, ok

UNIT = "don-vi-mot"
OFFICER = f"nhap-{UNIT}"
SCRIPT = "<script>window.executed = 1</script><img src=x onerror='window.executed = 1'>"
TABLE = "Nhiệm vụ\tKết quả\r\nBáo cáo quý I\tĐúng hạn\r\nBáo cáo quý II\tChậm 2 ngày"


async def opened(visits: Visits, story: Story, item: str = "1.1") -> Page:
    page = await visits(OFFICER, f"/par_index/self_assessment/{story.sheets[UNIT]}/items/{item}")
    await expect(page.get_by_label("Giải trình")).to_be_editable()
    return page


async def kept(story: Story, item: str = "1.1") -> str:
    """The explanation as the service has it."""
    sheet = ok(await story.officer(UNIT).get(story.sheet(UNIT)))
    return next((i["explanation"] for i in sheet["items"] if i["item"] == item), "")


async def until_kept(story: Story, text: str) -> None:
    async def there() -> bool:
        return await kept(story) == text

    await eventually(there, within_s=30)


async def test_what_is_typed_without_a_line_is_saved_when_the_line_comes_back(story: Story, visits: Visits) -> None:
    visits.expect(0)
    page = await opened(visits, story)
    await page.context.set_offline(True)
    await page.get_by_label("Giải trình").fill("Gõ khi mất mạng")
    await expect(page.locator(".saving")).not_to_have_text(acts.SAVED)
    assert await kept(story) == ""
    await page.context.set_offline(False)
    await until_kept(story, "Gõ khi mất mạng")
    await expect(page.locator(".saving")).to_have_text(acts.SAVED)


async def test_what_is_typed_while_the_server_is_down_survives_closing_the_page_and_is_saved_later(story: Story, visits: Visits) -> None:
    visits.expect(0)
    page = await opened(visits, story)

    async def down(route: Route) -> None:
        await (route.abort("connectionrefused") if route.request.method == "PUT" else route.continue_())

    await page.context.route("**/api/**", down)
    await page.get_by_label("Giải trình").fill("Gõ khi máy chủ hỏng")
    await expect(page.locator(".saving")).to_have_text(re.compile("đang chờ|không được"))
    address = page.url
    await page.close()
    await page.context.unroute("**/api/**")
    again = await page.context.new_page()
    await again.goto(address)
    await expect(again.get_by_label("Giải trình")).to_have_value("Gõ khi máy chủ hỏng")
    await until_kept(story, "Gõ khi máy chủ hỏng")


async def test_of_two_windows_on_one_leaf_the_later_is_asked_and_loses_nothing(story: Story, visits: Visits) -> None:
    visits.expect(412)
    first = await opened(visits, story)
    second = await visits.beside(first, first.url)
    await expect(second.get_by_label("Giải trình")).to_be_editable()
    await second.route("**/api/assessment/sheets/*", lambda route: route.abort())  # it does not hear of the other's change
    visits.expect(0)
    await first.get_by_label("Giải trình").fill("Nội dung thứ nhất")
    await until_kept(story, "Nội dung thứ nhất")
    await second.get_by_label("Giải trình").fill("Nội dung thứ hai")
    await expect(second.get_by_text("Nội dung thứ nhất").first).to_be_visible()
    await expect(second.get_by_text("Nội dung thứ hai").first).to_be_visible()
    await second.get_by_role("button", name="Giữ của tôi").click()
    await until_kept(story, "Nội dung thứ hai")


async def test_a_script_in_an_explanation_is_shown_as_text_and_never_run(story: Story, visits: Visits) -> None:
    page = await opened(visits, story)
    await page.get_by_label("Giải trình").fill(SCRIPT)
    await until_kept(story, SCRIPT)
    await page.reload()
    await expect(page.get_by_label("Giải trình")).to_have_value(SCRIPT)
    await page.goto(f"/par_index/self_assessment/{story.sheets[UNIT]}/report")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert await page.evaluate("() => window.executed") is None


async def test_a_table_pasted_from_word_becomes_lines_of_text(story: Story, visits: Visits) -> None:
    page = await opened(visits, story)
    field = page.get_by_label("Giải trình")
    await field.focus()
    await field.evaluate(
        """(element, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          data.setData("text/html", "<table><tr><td>" + text + "</td></tr></table>");
          const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
          if (element.dispatchEvent(event)) document.execCommand("insertText", false, text);
        }""",
        TABLE,
    )

    async def all_words() -> bool:
        said = await kept(story)
        return all(word in said for word in ("Nhiệm vụ", "Đúng hạn", "Chậm 2 ngày")) and "<" not in said

    await eventually(all_words, within_s=30)


async def test_a_wrong_clock_of_the_computer_changes_neither_the_deadline_shown_nor_what_may_be_done(story: Story, visits: Visits) -> None:
    page = await opened(visits, story)
    shown = await page.locator("main").get_by_text("Thời hạn").first.inner_text()
    other = await visits(None, "/published")
    await other.context.add_cookies(await page.context.cookies())
    await other.clock.set_fixed_time("2031-05-05T08:00:00Z")
    await other.goto(page.url)
    await expect(other.get_by_label("Giải trình")).to_be_editable()
    assert await other.locator("main").get_by_text("Thời hạn").first.inner_text() == shown


async def test_sending_twice_with_a_double_click_sends_once(story: Story, visits: Visits) -> None:
    await story.fill(UNIT)
    await story.approve(UNIT)
    page = await visits(f"duyet-{UNIT}", f"/par_index/self_assessment/{story.sheets[UNIT]}/report")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" and request.url.endswith("/send") else None)
    await page.get_by_role("button", name="Gửi kết quả tự đánh giá").click()
    await page.get_by_role("dialog").get_by_role("button", name="Gửi kết quả tự đánh giá").dblclick()
    await page.wait_for_url("**/receipt")
    assert len(sent) == 1


async def test_what_is_typed_while_the_head_approves_is_refused_with_the_rule_and_stays_in_the_browser(
    story: Story, visits: Visits
) -> None:
    visits.expect(409)
    await story.fill(UNIT)
    page = await opened(visits, story)
    await page.route("**/api/assessment/sheets/*", lambda route: route.abort())  # it does not hear of the approval
    visits.expect(0)
    await story.approve(UNIT)
    await page.get_by_label("Giải trình").fill("Gõ sau khi duyệt")
    await expect(page.get_by_text("Nội dung vừa nhập vẫn được giữ trong trình duyệt này.")).to_be_visible()
    assert await kept(story) == "Kế hoạch số 12/KH"
    await page.reload()
    await expect(page.get_by_text("Gõ sau khi duyệt").first).to_be_visible()


async def test_what_is_typed_when_the_session_is_over_is_saved_after_signing_in_again(story: Story, visits: Visits) -> None:
    visits.expect(401)
    page = await visits(OFFICER, f"/par_index/self_assessment/{story.sheets[UNIT]}/items/1.1", fresh=True)
    await expect(page.get_by_label("Giải trình")).to_be_editable()
    address = page.url
    await page.context.clear_cookies()
    await page.get_by_label("Giải trình").fill("Gõ khi phiên đã hết")
    await expect(page.get_by_text("Phiên làm việc đã kết thúc").first).to_be_visible()
    await expect(page.get_by_label("Giải trình")).to_have_value("Gõ khi phiên đã hết")
    assert await kept(story) == ""
    await page.get_by_role("button", name="Đăng nhập").first.click()
    await enter(page, OFFICER, story.passwords[OFFICER])
    await page.wait_for_url(address)
    await expect(page.get_by_label("Giải trình")).to_have_value("Gõ khi phiên đã hết")
    await until_kept(story, "Gõ khi phiên đã hết")


async def test_the_back_button_right_after_typing_loses_nothing(story: Story, visits: Visits) -> None:
    page = await visits(OFFICER, "/")
    line = page.get_by_role("main").get_by_role("row").filter(has=page.locator(f"a[href*='{story.sheets[UNIT]}']"))
    await line.get_by_role("link").click()
    await expect(page.get_by_label("Giải trình")).to_be_editable()
    await page.get_by_label("Giải trình").fill("Gõ rồi quay lại")
    await page.go_back()
    await until_kept(story, "Gõ rồi quay lại")
    await page.go_forward()
    await expect(page.get_by_label("Giải trình")).to_have_value("Gõ rồi quay lại")


async def test_asking_for_approval_and_approving_with_a_double_click_is_done_once(story: Story, visits: Visits) -> None:
    await story.fill(UNIT)
    sheet = f"/par_index/self_assessment/{story.sheets[UNIT]}"
    officer = await visits(OFFICER, sheet)
    asked = posts(officer, "/submit")
    await officer.get_by_role("button", name="Trình lãnh đạo").click()
    await officer.get_by_role("dialog").get_by_role("button", name="Trình lãnh đạo").dblclick()
    await expect(officer.get_by_text("Chờ lãnh đạo phê duyệt").first).to_be_visible()
    head = await visits(f"duyet-{UNIT}", f"{sheet}/report")
    approved = posts(head, "/approve")
    await head.get_by_role("button", name="Phê duyệt báo cáo").wait_for()
    await settled(head)
    await head.get_by_role("button", name="Phê duyệt báo cáo").click()
    await head.get_by_role("dialog").get_by_role("button", name="Phê duyệt báo cáo").dblclick()
    await expect(head.get_by_role("heading", name="Báo cáo đã ký")).to_be_visible()
    assert (len(asked), len(approved)) == (1, 1)
    steps = [step["act"] for step in ok(await story.head(UNIT).get(story.sheet(UNIT, "/history")))["items"]]
    assert (steps.count("submitted"), steps.count("approved")) == (1, 1)


def posts(page: Page, ending: str) -> list[str]:
    """The calls of this kind that the page makes from now on."""
    made: list[str] = []
    page.on("request", lambda request: made.append(request.url) if request.method == "POST" and request.url.endswith(ending) else None)
    return made


async def test_a_file_of_twenty_mebibytes_whose_line_breaks_half_way_arrives_once(story: Story, visits: Visits) -> None:
    visits.expect(0)
    page = await opened(visits, story)
    line = await page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 5, "downloadThroughput": -1, "uploadThroughput": 4 * 1024 * 1024}
    await line.send("Network.enable")
    await line.send("Network.emulateNetworkConditions", slow)
    content = PDF + b"%" * (20 * 1024 * 1024 - len(PDF))
    file: FilePayload = {"name": "Hồ sơ lớn.pdf", "mimeType": "application/pdf", "buffer": content}
    await page.get_by_test_id("evidence-file").set_input_files(file)
    progress = page.get_by_role("progressbar", name="Tiến độ tải tệp Hồ sơ lớn.pdf")
    await expect(progress).not_to_have_attribute("aria-valuenow", "0")
    await line.send("Network.emulateNetworkConditions", {**slow, "offline": True})
    await expect(page.get_by_text("Mất đường truyền; sẽ tự tải lại khi có mạng")).to_be_visible()
    listed = ok(await story.officer(UNIT).get("/assessment/evidence", params={"period_id": story.period}))["items"]
    assert [one for one in listed if one["status"] == "accepted"] == []
    await line.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": -1})
    await expect(page.get_by_role("button", name="Xem tệp Hồ sơ lớn.pdf")).to_be_visible(timeout=60_000)
    listed = ok(await story.officer(UNIT).get("/assessment/evidence", params={"period_id": story.period}))["items"]
    assert [(one["status"], one["size_bytes"]) for one in listed] == [("accepted", len(content))]


async def test_a_server_that_dies_in_the_middle_of_a_save_has_saved_it_once_when_it_is_asked_again(story: Story, visits: Visits) -> None:
    visits.expect(0)
    page = await opened(visits, story)
    first = True

    async def dies(route: Route) -> None:
        nonlocal first
        if route.request.method != "PUT" or not first:
            return await route.continue_()
        first = False
        await route.fetch()  # it took what was sent, and died before it could say so
        await route.abort("connectionreset")

    await page.route("**/api/assessment/sheets/*/items/*", dies)
    await page.get_by_label("Giải trình").fill("Đã tới nơi mà không ai biết")
    await expect(page.locator(".saving")).to_have_text(acts.SAVED, timeout=60_000)
    assert await kept(story) == "Đã tới nơi mà không ai biết"
    await expect(page.get_by_text("hãy chọn nội dung giữ lại")).to_have_count(0)


@pytest.mark.parametrize("days", [-1, 1])
async def test_a_computers_clock_that_is_a_day_wrong_changes_no_deadline_and_no_time_left(
    days: int, ground: Ground, visits: Visits
) -> None:
    story = await ground.period(phases=phases(left=timedelta(hours=5, minutes=30)))
    page = await visits(OFFICER, "/published")
    await page.clock.set_system_time(datetime.now(UTC) + timedelta(days=days))
    await page.goto(f"/par_index/self_assessment/{story.sheets[UNIT]}/items/1.1")
    await expect(page.get_by_label("Giải trình")).to_be_editable()
    await expect(page.get_by_text("còn 5 giờ").first).to_be_visible()
    await page.get_by_label("Giải trình").fill("Đồng hồ sai")
    await until_kept(story, "Đồng hồ sai")
    told = await page.locator(".saving").inner_text()
    now = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
    assert any((now - timedelta(minutes=ago)).strftime("%H:%M") in told for ago in (0, 1)), told
