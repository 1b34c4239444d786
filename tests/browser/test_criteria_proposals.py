"""A head proposes to change a criterion, Home Affairs answers, and the head reads the answer."""

from playwright.async_api import expect
from tests.browser.conftest import Ground
from tests.browser.hands import MOUSE
from tests.browser.visits import PHONE, Visits, barriers, picture, pushes_sideways
from tests.support.story import UNITS

TEXT, ANSWER = "Nên tính cả kế hoạch ban hành trong tháng 01.", "Sở Nội vụ đưa vào bản sửa đổi năm sau."


async def test_a_head_proposes_and_reads_what_home_affairs_answers(ground: Ground, visits: Visits) -> None:
    await ground.people.publish_documents()
    head = await visits(f"duyet-{UNITS[0]}", "/")
    await head.get_by_role("link", name="Kiến nghị sửa đổi tiêu chí").click()
    await head.get_by_role("button", name="Gửi kiến nghị").click()
    form = head.get_by_role("dialog")
    await form.get_by_role("button", name="Gửi kiến nghị").click()
    await expect(form.get_by_text("Cần có nội dung này.")).to_have_count(2)
    await MOUSE.choose(form.get_by_role("combobox", name="Bộ tiêu chí"), "PAR-DON-VI")
    await MOUSE.choose(form.get_by_role("combobox", name="Tiêu chí hoặc mục điểm"), "1.1 Kế hoạch")
    await form.get_by_label("Nội dung kiến nghị").fill(TEXT)
    assert await barriers(head) == []
    await form.get_by_role("button", name="Gửi kiến nghị").click()
    await expect(form).to_be_hidden()
    await expect(head.get_by_text(TEXT)).to_be_visible()
    manager = await visits("quan-ly", "/administration/criteria-proposals")
    await manager.get_by_role("button", name="Trả lời").click()
    await manager.get_by_role("radio", name="Tiếp thu", exact=True).check()
    await manager.get_by_label("Nội dung trả lời").fill(ANSWER)
    await picture(manager, "criteria-proposal-answer")
    for appearance in ("light", "dark"):
        assert await barriers(manager, appearance=appearance) == []
    await manager.get_by_role("button", name="Gửi trả lời").click()
    await expect(manager.get_by_role("button", name="Trả lời")).to_be_hidden()
    await head.reload()
    await expect(head.get_by_text(ANSWER)).to_be_visible()
    await expect(head.get_by_role("button", name="Rút kiến nghị")).to_be_hidden()
    await picture(head, "criteria-proposals")
    for appearance in ("light", "dark"):
        assert await barriers(head, appearance=appearance) == []
    await head.set_viewport_size(PHONE)
    await picture(head, "criteria-proposals")
    assert not await pushes_sideways(head)
