"""A survey on the pages: links handed out, a stranger's phone, an account, and the points that ranking makes of them."""

import re
from dataclasses import dataclass, replace

import pytest
from playwright.async_api import Page, Route, expect
from services.assessment.tests.world import FORMS
from tests.browser.conftest import Ground
from tests.browser.visits import Visits, barriers, picture, pushes_sideways
from tests.support.eventually import eventually
from tests.support.story import SET, Story, ok

UNIT, OTHER = "don-vi-mot", "don-vi-hai"
_OWN = """
  - code: CC
    title: "Phiếu công chức"
    respondent_group: CIVIL_SERVANT
    assesses: [service_unit]
    program: par_index
    min_responses: 1
    questions: [{code: Q1, scale: S, text: "Lãnh đạo quan tâm cải cách ở mức nào?"}]
"""
_CITIZENS = 'title: "Phiếu một"\n    respondent_group: CITIZEN\n    screening: "Ông/bà có làm thủ tục tại đây không?"'
_SOURCES = "sources: [{form: F1, weight: 0.6, questions: [Q1, Q2]}, {form: CC, weight: 0.4, questions: [Q1]}]"
_USED, _SENT = "Liên kết này đã được dùng", re.compile("Đã ghi nhận phiếu trả lời")


@dataclass
class Survey:
    """A running campaign of one period of the four units."""

    story: Story
    campaign: str

    @property
    def page(self) -> str:
        return f"/administration/survey?campaign={self.campaign}"

    @property
    def api(self) -> str:
        return f"/assessment/survey-campaigns/{self.campaign}"

    async def answers(self, unit: str, form: str) -> int:
        """How many answered here."""
        lines = ok(await self.story.manager.get(f"{self.api}/progress"))["lines"]
        return int(next(line["answers"] for line in lines if (line["unit_code"], line["form"]) == (unit, form)))

    async def link(self) -> str:
        """The path of a new link about the first unit."""
        body = {"form": "F1", "unit_codes": [UNIT], "count": 1}
        address: str = ok(await self.story.manager.post(f"{self.api}/links", json=body))["links"][0]["address"]
        return "/khao-sat#" + address.partition("#")[2]


@pytest.fixture
async def survey(ground: Ground) -> Survey:
    story = replace(ground.people, period="", sheets={}, appraisals={})
    if "survey_set" not in ground.kept:
        forms = (FORMS + _OWN).replace("[department]", "[service_unit]").replace('title: "Phiếu một"', _CITIZENS)
        story.forms_id = await story._published("survey-forms", {"document": forms})
        criteria = SET.replace("PAR-DON-VI", "PAR-KHAO-SAT").replace("sources: [{form: F1, weight: 1, questions: [Q1, Q2]}]", _SOURCES)
        body = {"document": criteria, "survey_forms_id": story.forms_id}
        ground.kept["survey_set"] = (story.forms_id, await story._published("criteria-sets", body))
    story.forms_id, story.set_id = ground.kept["survey_set"]
    await story.open_period(year=next(ground.years))
    asked = {"survey_forms_id": story.forms_id, "period_ids": [story.period]}
    return Survey(story, ok(await story.manager.post("/assessment/survey-campaigns", json=asked))["id"])


async def fill_in(page: Page) -> None:
    """A citizen who has been there agrees and chooses."""
    await page.get_by_role("button", name="Có", exact=True).click()
    await page.get_by_label("Tôi đã đọc và đồng ý").check()
    await page.get_by_role("group", name="Hỏi một?").get_by_label("Tốt", exact=True).check()
    await page.get_by_role("group", name="Hỏi hai?").get_by_label("Chưa tốt").check()


async def test_links_a_strangers_phone_an_account_and_paper_make_the_points_of_the_rules(survey: Survey, visits: Visits) -> None:
    story = survey.story
    manager = await visits("quan-ly", survey.page)
    await manager.get_by_role("button", name="Liên kết trả lời").click()
    await manager.get_by_label("Đơn vị được đánh giá").fill(UNIT)
    await manager.get_by_title(f"Đơn vị {UNIT}").click()
    await manager.keyboard.press("Escape")
    await manager.get_by_label("Số liên kết cho mỗi đơn vị").fill("2")
    await manager.get_by_role("button", name="Tạo 2 liên kết").click()
    await expect(manager.get_by_role("img", name="Mã QR")).to_have_count(2)
    addresses = await manager.locator(".survey-slips code").all_text_contents()
    await picture(manager, "survey-links-made")
    assert await barriers(manager, appearance="light") == []
    async with manager.expect_download() as file:
        await manager.get_by_role("button", name="Tải tệp XLSX").click()
    assert (await file.value).suggested_filename == "lien-ket-khao-sat-F1.xlsx"

    path = addresses[0].removeprefix(visits.url)
    phone = await visits(None, path, phone=True)
    await expect(phone.get_by_text(f"Đơn vị {UNIT}")).to_be_visible()
    await fill_in(phone)
    await picture(phone, "survey-answer-link")
    assert not await pushes_sideways(phone)
    assert await barriers(phone, appearance="light") == []
    await phone.get_by_role("button", name="Gửi phiếu trả lời").dblclick()
    await expect(phone.get_by_role("heading", name=_SENT)).to_be_visible()
    visits.expect(409)
    again = await visits(None, path, phone=True)
    await expect(again.get_by_role("heading", name=_USED)).to_be_visible()

    officer = await visits(f"nhap-{UNIT}", "/")
    await officer.get_by_role("link", name="Trả lời phiếu khảo sát").click()
    await officer.get_by_role("link", name=f"Trả lời Phiếu công chức về Đơn vị {UNIT}").click()
    await officer.get_by_label("Tôi đã đọc và đồng ý").check()
    await picture(officer, "survey-answer-account")
    visits.expect(422)
    await officer.get_by_role("button", name="Gửi phiếu trả lời").click()
    await expect(officer.get_by_text("Hãy chọn một phương án.")).to_be_visible()
    await officer.get_by_label("Tốt", exact=True).check()
    await officer.get_by_role("button", name="Gửi phiếu trả lời").click()
    await expect(officer.get_by_role("heading", name=_SENT)).to_be_visible()
    await officer.get_by_role("link", name="Về danh sách phiếu").click()
    await expect(officer.get_by_text("Đã trả lời", exact=True)).to_be_visible()

    paper = {"lines": [{"unit_code": UNIT, "form": "F1", "valid": "3"}]}
    assert ok(await story.manager.patch(f"{survey.api}/responses", json=paper))["refused"] == []
    counts = (("Q1", "2", "2"), ("Q1", "1", "1"), ("Q2", "2", "3"))
    totals = [{"unit_code": UNIT, "form": "F1", "question": q, "option": o, "count": n} for q, o, n in counts]
    assert ok(await story.manager.patch(f"{survey.api}/totals", json={"lines": totals}))["refused"] == []
    await manager.goto(survey.page)
    await manager.get_by_role("button", name=f"Đơn vị {UNIT}").click()
    await expect(manager.get_by_role("heading", name="Trả lời trên mạng: 1 người")).to_be_visible()
    await manager.get_by_role("dialog").get_by_role("button", name="Đóng").click()
    await manager.get_by_role("button", name="Chốt mọi phiếu").click()
    await manager.get_by_role("dialog").get_by_role("button", name="Chốt số liệu").click()
    await expect(manager.get_by_text(re.compile("Đã chốt số liệu lúc"))).to_be_visible()

    # F1: three of four chose "Tốt" (100) in Q1, three of four in Q2: 75 %. CC: 100 %. Leaf: 0,6 · 75 + 0,4 · 100 = 85 % of 2 points.
    async def ranked() -> bool:
        answer = await story.manager.get(f"/ranking/periods/{story.period}/scores", params={"limit": 50})
        sheets = answer.json().get("items", ())
        items = {i["item"]: i["final_score"] for s in sheets if s["unit_code"] == UNIT for i in s["items"]}
        return items.get("1.4") == "1.70"

    await eventually(ranked, within_s=30)


async def test_an_answer_whose_receipt_was_lost_is_sent_again_and_counted_once(survey: Survey, visits: Visits) -> None:
    page = await visits(None, await survey.link(), phone=True)
    await fill_in(page)

    async def lose(route: Route) -> None:
        await route.fetch()
        await route.abort()

    visits.expect(0)
    await page.route("**/survey-link/answer", lose)
    await page.get_by_role("button", name="Gửi phiếu trả lời").click()
    await expect(page.get_by_text("chưa rõ phiếu đã tới nơi hay chưa")).to_be_visible()
    assert await survey.answers(UNIT, "F1") == 1
    await page.unroute("**/survey-link/answer")
    await page.get_by_role("button", name="Gửi lại").click()
    await expect(page.get_by_role("heading", name=_SENT)).to_be_visible()
    assert await survey.answers(UNIT, "F1") == 1


async def test_of_two_windows_with_one_link_the_second_is_told_that_it_was_used(survey: Survey, visits: Visits) -> None:
    link = await survey.link()
    first, second = await visits(None, link, phone=True), await visits(None, link, phone=True)
    await fill_in(first)
    await fill_in(second)
    await first.get_by_role("button", name="Gửi phiếu trả lời").click()
    await expect(first.get_by_role("heading", name=_SENT)).to_be_visible()
    visits.expect(409)
    await second.get_by_role("button", name="Gửi phiếu trả lời").click()
    await expect(second.get_by_text(_USED)).to_be_visible()


async def test_a_half_filled_form_is_still_there_after_a_reload(survey: Survey, visits: Visits) -> None:
    page = await visits(None, await survey.link(), phone=True)
    await fill_in(page)
    await page.reload()
    await page.get_by_role("button", name="Có", exact=True).click()
    await expect(page.get_by_role("group", name="Hỏi hai?").get_by_label("Chưa tốt")).to_be_checked()


async def test_links_that_are_no_good_say_in_a_sentence_why(survey: Survey, visits: Visits) -> None:
    visits.expect(404, 409)
    manager = survey.story.manager
    link = await survey.link()
    told = {"/khao-sat": "Địa chỉ thiếu mã của phiếu", "/khao-sat#xyz": "Liên kết khảo sát không đúng"}
    for path, words in told.items():
        page = await visits(None, path, phone=True)
        await expect(page.get_by_role("heading", name=words)).to_be_visible()
    dates = (
        (None, "2021-11-02T00:00:00+07:00", "Đợt khảo sát đã kết thúc"),
        ("2030-01-01T00:00:00+07:00", None, "Đợt khảo sát chưa bắt đầu"),
    )
    for begins, ends, words in dates:
        version = ok(await manager.get(survey.api))["version"]
        ok(await manager.put(survey.api, json={"from": begins, "to": ends}, headers={"If-Match": f'"{version}"'}))
        page = await visits(None, link, phone=True)
        await expect(page.get_by_role("heading", name=words)).to_be_visible()
    ok(await manager.post(f"{survey.api}/forms/F1/close"))
    page = await visits(None, link, phone=True)
    await expect(page.get_by_role("heading", name="Phiếu khảo sát đã chốt số liệu")).to_be_visible()


async def test_who_has_nothing_to_tell_sends_nothing_and_the_link_stays_good(survey: Survey, visits: Visits) -> None:
    page = await visits(None, await survey.link(), phone=True)
    await page.get_by_role("button", name="Không", exact=True).click()
    await expect(page.get_by_role("heading", name="Cảm ơn ông/bà")).to_be_visible()
    assert await survey.answers(UNIT, "F1") == 0


async def test_the_manager_takes_back_links_and_opens_a_closed_form_again(survey: Survey, visits: Visits) -> None:
    link = await survey.link()
    page = await visits("quan-ly", survey.page)
    await page.get_by_role("button", name="Liên kết trả lời").click()
    await page.get_by_role("button", name="Thu hồi 1 liên kết").click()
    await page.get_by_label("Lý do").fill("In nhầm đơn vị")
    await page.get_by_role("dialog").get_by_role("button", name="Thu hồi", exact=True).click()
    await expect(page.get_by_text(re.compile("Thu hồi lúc"))).to_be_visible()
    visits.expect(409)
    stranger = await visits(None, link, phone=True)
    await expect(stranger.get_by_role("heading", name="Liên kết này đã bị thu hồi")).to_be_visible()
    ok(await survey.story.manager.post(f"{survey.api}/forms/F1/close"))
    await page.goto(survey.page)
    await page.get_by_role("button", name="Mở lại phiếu F1").click()
    await page.get_by_label("Lý do").fill("Còn phiếu giấy chưa nhập")
    await page.get_by_role("dialog").get_by_role("button", name="Mở lại phiếu", exact=True).click()
    await expect(page.get_by_role("button", name="Chốt phiếu F1")).to_be_visible()
