"""What goes wrong while an officer enters a sheet: nothing typed is lost, nothing is done twice, nothing is executed."""

import re

from playwright.async_api import Page, Route, expect
from tests.browser import acts
from tests.browser.visits import Visits
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
