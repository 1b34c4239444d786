from tests.browser.test_survey import Survey, survey  # noqa: F401
from tests.browser.visits import Visits, pushes_sideways, PHONE, barriers


async def test_tmpprint(survey: Survey, visits: Visits) -> None:
    manager = await visits("quan-ly", survey.page)
    await manager.set_viewport_size(PHONE)
    await manager.get_by_role("button", name="Liên kết trả lời").click()
    await manager.get_by_role("button", name="Chọn cả").click()
    await manager.get_by_role("button", name="Tạo 80 liên kết").click()
    await manager.locator(".survey-slips").wait_for()
    await manager.screenshot(path="/tmp/sv/made-phone.png")
    assert not await pushes_sideways(manager)
    assert await barriers(manager, appearance="dark") == []
