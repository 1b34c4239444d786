"""Guidance over HTTP: managers write, everyone signed in reads, nothing is lost."""

from typing import Any

import pytest
from tests.support.house import problem_of

PAGE, LEAF = "/guidance/pages/sheet", "/guidance/leaves/PAR-SN/1.1.1"
SAID = "Nhập từng tiêu chí.\n\nXem https://chamdiem.example.vn/huong-dan <script>alert(1)</script>"


@pytest.fixture
async def manager(world: Any) -> Any:
    await world.unit("a")
    return world.as_(await world.account("quan-ly", holder_name="Trần Văn Quản"))


@pytest.mark.parametrize("place", [PAGE, LEAF])
async def test_what_a_manager_writes_everyone_reads_word_for_word(world: Any, manager: Any, place: str) -> None:
    officer = world.as_(await world.account("lan", "data_entry", unit_code="a"))
    empty = await officer.get(place)
    assert (empty.status_code, empty.headers["ETag"], empty.json()["text"], empty.json()["may_write"]) == (200, '"0"', "", False)
    written = await manager.put(place, json={"text": SAID.replace("\n", "\r\n") + "\n"}, headers={"If-Match": '"0"'})
    assert (written.status_code, written.json()["version"], written.json()["may_write"]) == (200, 1, True)
    seen = (await officer.get(place)).json()
    assert (seen["text"], seen["changed_by_name"], seen["version"]) == (SAID, "Trần Văn Quản", 1)


async def test_a_second_writer_is_told_and_both_versions_are_kept(manager: Any) -> None:
    assert problem_of(await manager.put(PAGE, json={"text": "x"})) == (428, "request/precondition-required")
    await manager.put(PAGE, json={"text": "một"}, headers={"If-Match": '"0"'})
    stale = await manager.put(PAGE, json={"text": "hai"}, headers={"If-Match": '"0"'})
    assert problem_of(stale) == (412, "request/stale")
    assert stale.json()["present"]["text"] == "một"
    await manager.put(PAGE, json={"text": "hai"}, headers={"If-Match": '"1"'})
    await manager.put(PAGE, json={"text": ""}, headers={"If-Match": '"2"'})
    assert [(v["version"], v["text"]) for v in (await manager.get(f"{PAGE}/history")).json()["items"]] == [(3, ""), (2, "hai"), (1, "một")]
    first = (await manager.get(f"{PAGE}/history", params={"limit": 2})).json()
    rest = (await manager.get(f"{PAGE}/history", params={"limit": 2, "after": first["next"]})).json()
    assert [v["version"] for page in (first, rest) for v in page["items"]] == [3, 2, 1]


async def test_the_list_names_what_there_is_and_of_one_set(manager: Any) -> None:
    for place in (PAGE, LEAF, "/guidance/leaves/NV-SN/1"):
        await manager.put(place, json={"text": "x"}, headers={"If-Match": '"0"'})
    await manager.put(PAGE, json={"text": ""}, headers={"If-Match": '"1"'})
    listed = (await manager.get("/guidance", params={"limit": 1})).json()
    rest = (await manager.get("/guidance", params={"after": listed["next"]})).json()
    assert [(g["set_code"], g["item"]) for g in (*listed["items"], *rest["items"])] == [("NV-SN", "1"), ("PAR-SN", "1.1.1")]
    assert [g["item"] for g in (await manager.get("/guidance", params={"set_code": "PAR-SN"})).json()["items"]] == ["1.1.1"]


@pytest.mark.parametrize(
    ("place", "body", "status", "type_"),
    [
        (PAGE, {"text": "a\x07b"}, 422, "identity/value-not-allowed"),
        (PAGE, {"text": "đ" * 10_001}, 422, "identity/text-too-long"),
        (PAGE, {"text": "x", "html": "y"}, 422, "request/invalid"),
        ("/guidance/pages/Khong Co", {"text": "x"}, 404, "identity/guidance-not-found"),
        ("/guidance/leaves/%00/1", {"text": "x"}, 404, "identity/guidance-not-found"),
    ],
    ids=["bell", "long", "field", "page", "leaf"],
)
async def test_what_does_not_fit_is_refused(manager: Any, place: str, body: dict[str, str], status: int, type_: str) -> None:
    assert problem_of(await manager.put(place, json=body, headers={"If-Match": '"0"'})) == (status, type_)


async def test_nobody_but_home_affairs_leaders_writes(world: Any, manager: Any) -> None:
    others = [
        world.as_(await world.account("lan", "data_entry", "unit_approver", unit_code="a")),
        world.as_(await world.account("dm", "appraisal", "appraisal_lead", appraiser_code="STP")),
        world.admin,
        world.as_(await world.account("thay", only_for_unit="a")),
    ]
    for client in others:
        for place in (PAGE, LEAF):
            assert problem_of(await client.put(place, json={"text": "x"}, headers={"If-Match": '"0"'})) == (403, "access/not-permitted")
    assert problem_of(await world.house.anonymous.get(PAGE)) == (401, "access/unauthenticated")
    assert problem_of(await others[0].get(f"{PAGE}/history")) == (403, "access/not-permitted")
    assert (await manager.get(PAGE)).json()["text"] == ""


async def test_an_appraiser_who_has_sent_still_reads(world: Any) -> None:
    dm = await world.account("dm", "appraisal", appraiser_code="STP")
    await world.house.rows(f"UPDATE account SET appraisal_lock = 'writing' WHERE id = '{dm['id']}' RETURNING id")
    assert (await world.as_(dm).get(LEAF)).status_code == 200


async def test_writing_stands_in_the_log(world: Any, manager: Any) -> None:
    await manager.put(LEAF, json={"text": "x"}, headers={"If-Match": '"0"'})
    (line,) = [one for one in (await world.admin.get("/log")).json()["items"] if one["act"] == "guidance.written"]
    assert (line["subject"], line["title"]) == ("Tiêu chí 1.1.1 của bộ PAR-SN", "Viết hướng dẫn")
