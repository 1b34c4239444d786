"""The pages of results: a number leads down to what was declared, charts and tables can be taken away, the council, an appeal."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from playwright.async_api import Page, expect
from services.assessment.tests.world import DECISION
from tests.browser.conftest import Ground, phases
from tests.browser.visits import Visits, barriers, picture, pushes_sideways, settled
from tests.support.eventually import eventually
from tests.support.story import AFTER_ALL, HIGH, LOW, Story, ok

UNIT = "don-vi-mot"


@pytest.fixture(scope="module")
async def appraised(ground: Ground) -> Story:
    """A rehearsal that everybody sent and appraised; aggregated."""
    return await aggregated(ground)


async def aggregated(ground: Ground) -> Story:
    story = await ground.period(rehearsal=True)
    for unit in story.units:
        await story.fill(unit)
        await story.approve(unit)
        await story.send(unit)
    await story.move_clock(AFTER_ALL)
    for agency, scores in zip(story.agencies, (LOW, HIGH), strict=True):
        await story.score(agency, scores)
        await story.send_appraisal(agency)
    await story.hold_survey()
    await story.until_result("aggregated")
    return story


async def test_a_click_on_any_number_leads_down_to_the_declared_value_and_back(appraised: Story, visits: Visits) -> None:
    page = await visits("quan-ly", f"/results/{appraised.period}")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=f"Đơn vị {UNIT}"))
    final = (await row.locator("a[href*='of=final_score']").inner_text()).strip()
    await row.locator("a[href*='of=final_score']").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(f"Đơn vị {UNIT}")
    await expect(page.locator("[aria-current=true]")).to_contain_text(final)
    leaf = page.locator("details").filter(has_text="1.2. Tỷ lệ")
    if await leaf.get_attribute("open") is None:
        await leaf.locator("summary").click()
    await expect(leaf).to_contain_text("Số liệu kê khai")
    await expect(leaf).to_contain_text("1/3")
    await settled(page)
    assert await barriers(page) == []
    await page.go_back()
    await expect(row.locator("a[href*='of=final_score']")).to_have_text(final)


async def test_the_matrix_marks_best_and_worst_in_words_and_a_cell_leads_to_why(appraised: Story, visits: Visits) -> None:
    page = await visits("quan-ly", f"/results/{appraised.period}?view=matrix")
    table = page.get_by_role("region", name="Theo lĩnh vực")
    await expect(table.get_by_role("rowheader", name="Trung bình")).to_be_visible()
    assert await table.get_by_text("(Cao nhất)").count() >= 1
    assert await table.get_by_text("(Thấp nhất)").count() >= 1
    await page.get_by_text("% điểm tối đa").click()
    await settled(page)
    assert await barriers(page) == []
    await table.get_by_role("row").filter(has_text=f"Đơn vị {UNIT}").locator("a[href*='of=field']").first.click()
    await expect(page.get_by_text("Số đã chọn được cộng từ")).to_be_visible()


async def test_every_chart_is_saved_as_a_picture_and_says_its_numbers_in_a_table(appraised: Story, visits: Visits, tmp_path: Path) -> None:
    page = await visits("quan-ly", f"/results/{appraised.period}?view=charts")
    await page.get_by_role("figure").first.wait_for()
    await settled(page)
    figures = await page.get_by_role("figure").all()
    assert len(figures) >= 3
    for place, figure in enumerate(figures):
        async with page.expect_download() as downloading:
            await figure.get_by_role("button", name="Lưu ảnh").click()
        taken = await downloading.value
        assert taken.suggested_filename.endswith(".png")
        file = tmp_path / f"{place}.png"
        await taken.save_as(file)
        assert file.read_bytes().startswith(b"\x89PNG")
        assert file.stat().st_size > 2000
        await figure.get_by_text("Xem số liệu").click()
        await expect(figure.get_by_role("table")).to_be_visible()
    assert await barriers(page) == []


async def test_every_export_opens(appraised: Story, visits: Visits, tmp_path: Path) -> None:
    page = await visits("quan-ly", f"/results/{appraised.period}")
    begins = {"PDF": b"%PDF", "DOCX": b"PK", "XLSX": b"PK", "CSV": "\ufeff".encode(), "JSON": b"{"}
    for kind, beginning in begins.items():
        content = await exported(page, kind, tmp_path)
        assert content.startswith(beginning) or kind == "CSV", (kind, content[:20])
        if kind == "XLSX":
            book = openpyxl.load_workbook(io.BytesIO(content))
            assert any(f"Đơn vị {UNIT}" == cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        if kind == "CSV":
            assert f"Đơn vị {UNIT}" in content.decode("utf-8-sig")
        if kind == "JSON":
            assert json.loads(content)


async def exported(page: Page, kind: str, folder: Path) -> bytes:
    await page.get_by_role("button", name="Kết xuất").click()
    async with page.expect_download(timeout=60_000) as downloading:
        await page.get_by_role("menuitem", name=f"({kind})").click()
    file = folder / f"tep.{kind.lower()}"
    await (await downloading.value).save_as(file)
    return file.read_bytes()


async def test_a_member_objects_with_words_and_agrees_later_and_the_minutes_can_be_taken(appraised: Story, visits: Visits) -> None:
    place = f"/results/{appraised.period}/council"
    manager = await visits("quan-ly", place)
    await manager.get_by_role("button", name="Mở phiên họp").click()
    await expect(manager.get_by_text("Đang họp")).to_be_visible()
    member = await visits("hoi-dong", place, phone=True)
    await member.get_by_role("button", name="Không thống nhất: 1.1. Kế hoạch").click()
    await member.get_by_label("Nội dung không thống nhất").fill("Đơn vị một: đã có kế hoạch.")
    await member.get_by_role("button", name="Gửi ý kiến").click()
    await expect(member.get_by_text("Đơn vị một: đã có kế hoạch.")).to_be_visible()
    await settled(member)
    assert not await pushes_sideways(member)
    await picture(member, "council-objection")
    await manager.reload()
    await manager.get_by_label("Chỉ xem mục có ý kiến không thống nhất (1)").check()
    await expect(manager.get_by_text("Đơn vị một: đã có kế hoạch.")).to_be_visible()
    await member.get_by_role("button", name="Thống nhất: 1.1. Kế hoạch", exact=True).click()
    await expect(member.get_by_text("Đơn vị một: đã có kế hoạch.")).to_have_count(0)
    async with manager.expect_download(timeout=60_000) as downloading:
        await manager.get_by_role("button", name="Biên bản họp (DOCX)").click()
    assert (await downloading.value).suggested_filename.endswith(".docx")


async def test_a_head_appeals_against_what_was_published_and_reads_the_answer(ground: Ground, visits: Visits) -> None:
    story = await published(ground)
    head = await visits(f"duyet-{UNIT}", f"/results/{story.period}")
    await head.get_by_role("link", name="Kiến nghị").click()
    await head.get_by_label("Nội dung kiến nghị").fill("Tiêu chí 1.1: đề nghị xem lại.")
    await head.get_by_role("button", name="Gửi kiến nghị").click()
    await expect(head.get_by_text("Chờ trả lời")).to_be_visible()
    manager = await visits("quan-ly", f"/results/{story.period}/appeals")
    await manager.get_by_role("button", name="Trả lời").click()
    await manager.get_by_label("Lý do").fill("Kế hoạch ban hành sau thời hạn.")
    await settled(manager)
    assert await barriers(manager) == []
    await manager.get_by_role("button", name="Gửi trả lời").click()
    await expect(manager.get_by_role("button", name="Trả lời")).to_have_count(0)
    await head.reload()
    await expect(head.get_by_text("Kế hoạch ban hành sau thời hạn.")).to_be_visible()
    assert await barriers(head) == []


async def published(ground: Ground) -> Story:
    """A normal period whose phases are over, appraised, agreed and published."""
    story = await ground.period()
    for unit in story.units:
        await story.fill(unit)
        await story.approve(unit)
        await story.send(unit)
    await end_self_assessment(story)
    for agency, scores in zip(story.agencies, (LOW, HIGH), strict=True):
        await story.score(agency, scores)
        await story.send_appraisal(agency)
    await story.hold_survey()
    place = f"/ranking/periods/{story.period}"
    for act, body in (("agree", {"note": ""}), ("publish", DECISION)):
        version = (await story.until_result("aggregated" if act == "agree" else "agreed"))["version"]
        ok(
            await story.manager.post(
                f"{place}/{act}", json=body, headers={"If-Match": f'"{version}"', "Idempotency-Key": f"{act}-{story.period}"}
            )
        )
    return story


async def end_self_assessment(story: Story) -> None:
    """Home Affairs ends the phase as soon as all have sent."""
    place, now = f"/assessment/periods/{story.period}", datetime.now(UTC).isoformat()
    period = ok(await story.manager.get(place))
    planned = phases()
    planned["self_assessment"] |= {"to": now, "late_until": now}
    planned["appraisal"]["from"] = now
    one, two = story.agencies
    body = {
        **{name: period[name] for name in ("program", "year", "survey_forms_id")},
        "criteria_set_ids": [story.set_id],
        "phases": planned,
        "conflict_appraiser": {"enabled": True, "replacements": {one: two, two: one}},
    }
    ok(await story.manager.put(place, json=body, headers={"If-Match": f'"{period["version"]}"'}))

    async def known() -> bool:
        listed = ok(await story.manager.get("/appraisal/appraisals", params={"period_id": story.period}))["items"]
        return all(datetime.fromisoformat(appraisal["appraisal_from"]) == datetime.fromisoformat(now) for appraisal in listed)

    await eventually(known, within_s=30)
