"""Looking for units and accounts by words, page by page; what one may not see is not found either."""

from typing import Any

import pytest

NAMES = {"hoa": "Lê Thị Hòa", "an": "Nguyễn Văn Ân", "dung": "Đặng Dũng", "anh": "Anh Thư"}


@pytest.fixture
async def people(world: Any) -> Any:
    await world.unit("so-y-te", name="Sở Y tế")
    await world.unit("so-xay-dung", name="Sở Xây dựng")
    for username, name in NAMES.items():
        unit = "so-y-te" if username in ("hoa", "an") else "so-xay-dung"
        await world.account(username, "data_entry", unit_code=unit, holder_name=name)
    return world


async def found(client: Any, path: str = "/accounts", key: str = "username", **query: Any) -> list[str]:
    items = (await client.get(path, params=query)).json()["items"]
    return [item[key] for item in items]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hòa", ["hoa"]),
        ("hoa", ["hoa"]),
        ("HOA LE", ["hoa"]),
        ("dung", ["anh", "dung"]),
        ("dũng", ["dung"]),
        ("so y te", ["hoa", "an"]),
        ("sở y tế ân", ["an"]),
        ("xây dựng", ["anh", "dung"]),
        ("đ", ["dung"]),
        ("khong-co", []),
        ("%", []),
        ("_", []),
        ("'", []),
        ("  ", ["anh", "dung", "hoa", "an", "admin"]),
    ],
)
async def test_words_are_found_in_names_user_names_and_units_with_or_without_marks(people: Any, words: str, expected: list[str]) -> None:
    assert await found(people.admin, words=words) == expected


async def test_what_was_written_in_nfd_is_found(people: Any) -> None:
    assert await found(people.admin, words="Ho\u0300a") == ["hoa"]


async def test_accounts_come_in_vietnamese_order_of_names_page_by_page(people: Any) -> None:
    seen: list[str] = []
    after = None
    while True:
        query = {"limit": 2, "words": "so", **({"after": after} if after else {})}
        page = (await people.admin.get("/accounts", params=query)).json()
        seen += [a["username"] for a in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert seen == ["anh", "dung", "hoa", "an", "admin"]


async def test_filters_narrow_and_names_of_units_are_said(people: Any) -> None:
    (hoa,) = (await people.admin.get("/accounts", params={"words": "hoa"})).json()["items"]
    assert hoa["unit_name"] == "Sở Y tế"
    assert (await people.admin.get(f"/accounts/{hoa['id']}")).json()["unit_name"] == "Sở Y tế"
    await people.admin.post(f"/accounts/{hoa['id']}/end", json={"reason": "x"})
    assert await found(people.admin, words="y te", usable=True) == ["an"]
    assert await found(people.admin, words="y te", status="ended") == ["hoa"]
    assert await found(people.admin, words="y te", appraisal_lock=True) == []


async def test_a_head_finds_nobody_of_another_unit(people: Any) -> None:
    head = people.as_(await people.account("dau", "data_entry", "unit_approver", unit_code="so-y-te", holder_name="Trần Đầu"))
    assert await found(head, words="dung") == []
    assert await found(head, words="so") == ["hoa", "an", "dau"]
    officer = people.as_(await people.account("moi", "data_entry", unit_code="so-y-te", holder_name="Mới"))
    assert await found(officer, words="so") == ["moi"]


async def test_units_are_found_by_words_and_by_whether_they_are_over(people: Any) -> None:
    await people.admin.post("/units/so-y-te/retire", json={"valid_to": "2020-12-31"}, headers={"If-Match": '"1"'})
    assert await found(people.admin, "/units", "code", words="xay") == ["so-xay-dung"]
    assert await found(people.admin, "/units", "code", words="sở", over=True) == ["so-y-te"]
    assert await found(people.admin, "/units", "code", over=False) == ["so-xay-dung"]
    assert await found(people.admin, "/units", "code", ranking_group="khac") == []
