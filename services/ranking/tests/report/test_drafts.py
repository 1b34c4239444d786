"""Tờ trình, quyết định and biên bản are drafted of what was aggregated and said; whoever holds one can check it."""

import io
import zipfile

import pytest
from services.ranking.tests.world import Y_TE, World, council_member, head, manager
from tests.support.house import problem_of


async def test_the_minutes_say_who_said_what(par: World) -> None:
    boss, member = [await par.house.told(a) for a in (manager(), council_member())]
    await par.tell(*par.everything())
    session = (await boss.post(f"/periods/{par.period_id}/council-sessions")).json()["id"]
    said = {"item": "1.1", "agrees": False, "note": "Chấm thấp hơn hồ sơ"}
    assert (await member.post(f"/council-sessions/{session}/agreements", json=said)).status_code == 200
    printed = await boss.get(f"/periods/{par.period_id}/drafts/minutes.docx")
    assert printed.status_code == 200, printed.text
    words = zipfile.ZipFile(io.BytesIO(printed.content)).read("word/document.xml").decode()
    assert all(word in words for word in ("BIÊN BẢN HỌP", "Chấm thấp hơn hồ sơ", "Không thống nhất", "Sở Y tế", "Phụ lục I"))
    (kept,) = await par.house.rows("SELECT fingerprint FROM printed_document WHERE kind = 'minutes'")
    check = (await par.house.anonymous.get(f"/check/{kept['fingerprint']}")).json()
    assert (check["kind"], check["title"]) == ("minutes", "Dự thảo biên bản họp Hội đồng thẩm định")


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("submission", "Kính gửi: Ủy ban nhân dân tỉnh"), ("decision", "Điều 1. Công bố kết quả chỉ số cải cách hành chính")],
)
async def test_submission_and_decision_are_drafted(par: World, kind: str, wanted: str) -> None:
    boss = await par.house.told(manager())
    await par.tell(*par.everything())
    printed = await boss.get(f"/periods/{par.period_id}/drafts/{kind}.docx")
    words = zipfile.ZipFile(io.BytesIO(printed.content)).read("word/document.xml").decode()
    assert wanted in words
    assert (await boss.get(f"/periods/{par.period_id}/drafts/{kind}.pdf")).content.startswith(b"%PDF")


async def test_nothing_is_drafted_before_aggregation_or_for_a_unit(par: World, world: World) -> None:
    boss = await par.house.told(manager())
    await world.tell(*world.everything())
    assert problem_of(await boss.get(f"/periods/{world.period_id}/drafts/decision.pdf")) == (409, "ranking/not-aggregated")
    await par.tell(*par.everything())
    own = await par.house.told(head(Y_TE))
    assert (await own.get(f"/periods/{par.period_id}/drafts/decision.pdf")).status_code == 403
