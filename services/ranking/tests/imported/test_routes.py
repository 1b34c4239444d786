"""Published results of earlier years are brought in whole or not at all, marked, and compared with."""

from typing import Any
from uuid import uuid4

import httpx
from services.ranking.tests.world import DU_LICH, XAY_DUNG, Y_TE, World, council_member, head, manager, officer
from tests.support.house import House, an_account, problem_of

DECISION = {"number": "600/QĐ-UBND", "issued_on": "2021-02-06", "file_sha256": "ab" * 32}
FIELDS = [{"code": "1", "title": "Công tác chỉ đạo, điều hành", "max_score": "10"}]


def a_table(**changes: Any) -> dict[str, Any]:
    lines = [
        {"unit_code": Y_TE, "unit_name": "Sở Y tế", "ranking_group": "department", "rank": "1", "index_percent": "92.15", "level": "Tốt"},
        {
            "unit_code": "so-cu",
            "unit_name": "Sở Cũ",
            "ranking_group": "Sở, ban, ngành",
            "rank": "3",
            "index_percent": "81.33",
            "level": "Khá",
        },
        {"unit_name": "Sở Xây dựng", "ranking_group": "department", "rank": "2", "index_percent": "91.651", "field_totals": {"1": "9.5"}},
    ]
    return {"program": "par_index", "year": 2020, "decision": DECISION, "fields": FIELDS, "lines": lines, **changes}


async def test_an_import_is_seen_by_everybody_and_says_that_it_is_one(house: House) -> None:
    boss = await house.told(manager())
    kept = await boss.post("/imports", json=a_table())
    assert kept.status_code == 201, kept.text
    assert (kept.json()["imported"], kept.json()["result_version"]) == (True, 1)
    (listed,) = (await house.anonymous.get("/published")).json()["items"]
    assert (listed["imported"], listed["year"], listed["decision"]["number"]) == (True, 2020, "600/QĐ-UBND")
    shown = (await house.anonymous.get(f"/published/{listed['period_id']}")).json()
    assert [(line["rank"], line["unit_code"], line["index_percent"]) for line in shown["items"]] == [
        (1, "so-y-te", "92.15"),
        (2, "so-xay-dung", "91.651"),
        (3, "so-cu", "81.33"),
    ]
    assert shown["items"][1]["field_totals"] == {"1": "9.5"}
    assert (shown["fields"], shown["groups"]) == (FIELDS, [{"ranking_group": "department", "units": 3}])
    check = (await house.anonymous.get(f"/check/{listed['fingerprint']}")).json()
    assert (check["kind"], check["imported"], check["year"], check["program"]) == ("publication", True, 2020, "par_index")
    assert check["period_id"] == listed["period_id"]
    assert await house.outbox() == []


async def test_a_dry_run_names_every_cell_and_keeps_nothing(house: House) -> None:
    boss = await house.told(manager())
    lines = a_table()["lines"]
    lines[1] |= {"rank": "x", "index_percent": ""}
    found = await boss.post("/imports/validations", json=a_table(lines=lines))
    assert found.status_code == 200, found.text
    assert [(f["index"], f["column"], f["problem"]["type"]) for f in found.json()["faults"]] == [
        (1, "rank", "/problems/ranking/not-a-number"),
        (1, "index_percent", "/problems/ranking/value-missing"),
    ]
    assert found.json()["exists"] is None
    refused = await boss.post("/imports", json=a_table(lines=lines))
    assert problem_of(refused) == (422, "ranking/import-refused")
    assert [e["pointer"] for e in refused.json()["errors"]] == ["/lines/1/rank", "/lines/1/index_percent"]
    assert (await house.anonymous.get("/published")).json()["items"] == []


async def test_what_was_imported_is_not_overwritten_but_corrected_with_a_reason(house: House) -> None:
    boss = await house.told(manager())
    first = (await boss.post("/imports", json=a_table())).json()
    assert problem_of(await boss.post("/imports", json=a_table())) == (409, "ranking/already-imported")
    assert (await boss.post("/imports/validations", json=a_table())).json()["exists"] == first["period_id"]
    path = f"/imports/{first['period_id']}/corrections"
    table = a_table()
    table["lines"][0]["rank"] = "3"
    assert problem_of(await boss.post(path, json={**table, "reason": " "}, headers={"If-Match": '"1"'})) == (422, "ranking/reason-missing")
    assert problem_of(await boss.post(path, json={**table, "reason": "Sai"}, headers={"If-Match": '"2"'})) == (412, "request/stale")
    other = {**table, "year": 2019, "reason": "Sai"}
    assert problem_of(await boss.post(path, json=other, headers={"If-Match": '"1"'})) == (422, "ranking/import-refused")
    again = await boss.post(path, json={**table, "reason": "Nhập nhầm hàng"}, headers={"If-Match": '"1"'})
    assert (again.status_code, again.json()["result_version"], again.json()["reason"]) == (201, 2, "Nhập nhầm hàng")
    old = (await house.anonymous.get(f"/published/{first['period_id']}", params={"version": 1})).json()
    assert (old["items"][0]["rank"], old["publication"]["newest_version"]) == (1, 2)
    assert problem_of(await boss.post(f"/imports/{uuid4()}/corrections", json={**table, "reason": "x"}, headers={"If-Match": '"1"'})) == (
        404,
        "ranking/import-not-found",
    )


async def test_importing_twice_with_one_key_imports_once(house: House) -> None:
    boss = await house.told(manager())
    answers = [await boss.post("/imports", json=a_table(), headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert [a.status_code for a in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()


async def test_a_year_that_is_run_here_is_not_imported(par: World) -> None:
    boss = await par.house.told(manager())
    opened = par.period()
    await par.house.tell(par.the_set(), opened.model_copy(update={"rehearsal": False, "clock_at": None}))
    assert problem_of(await boss.post("/imports", json=a_table(year=2021))) == (409, "ranking/year-run-here")
    assert (await boss.post("/imports", json=a_table(program="task_completion", year=2021))).status_code == 201


async def test_a_year_to_come_and_fields_nobody_declared_are_refused(house: House) -> None:
    boss = await house.told(manager())
    assert problem_of(await boss.post("/imports", json=a_table(year=2099))) == (422, "ranking/import-refused")
    assert problem_of(await boss.post("/imports", json=a_table(fields=[]))) == (422, "ranking/import-refused")
    assert problem_of(await boss.post("/imports", json=a_table(fields=FIELDS * 2))) == (422, "ranking/import-refused")


async def test_only_a_manager_of_all_units_imports(par: World) -> None:
    house = par.house
    stands_in = an_account("management", only_for_unit="so-noi-vu")
    for account in (officer(Y_TE), head(Y_TE), council_member(), an_account("administration"), stands_in):
        client = await house.told(account)
        for path in ("/imports", "/imports/validations"):
            assert (await client.post(path, json=a_table())).status_code == 403, (account.kind, path)
    assert (await house.anonymous.post("/imports", json=a_table())).status_code == 401
    assert (await house.anonymous.get("/published")).json()["items"] == []


async def test_ranks_are_compared_with_the_imported_year_and_new_units_are_passed_over(par: World) -> None:
    boss = await par.house.told(manager())
    assert (await boss.post("/imports", json=a_table())).status_code == 201
    await par.tell(*par.everything())
    lines = await par.lines(boss)
    assert {unit: (line["previous_rank"], line["rank_change"]) for unit, line in lines.items()} == {
        Y_TE: (1, 1 - lines[Y_TE]["rank"]),
        XAY_DUNG: (2, 2 - lines[XAY_DUNG]["rank"]),
        DU_LICH: (None, None),
    }
    kept: httpx.Response = await boss.post("/imports", json=a_table(year=2019))
    assert kept.status_code == 201
    shown = (await par.house.anonymous.get("/published/" + (await _id_of(par.house, 2020)))).json()
    assert shown["previous_year_known"]
    assert [line["rank_change"] for line in shown["items"]] == [0, 0, 0]


async def _id_of(house: House, year: int) -> str:
    found: str = next(p["period_id"] for p in (await house.anonymous.get("/published")).json()["items"] if p["year"] == year)
    return found
