"""Accounts granted over HTTP, and the person made at the provider."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from tests.support.eventually import eventually
from tests.support.house import open_house, problem_of

from chamdiem_identity.app import create_service
from chamdiem_kit.settings import ServiceSettings
from chamdiem_rules.instants import VIETNAM

ASKED = {"username": "lan", "holder_name": "Nguyễn Thị Lan", "kind": "management", "roles": []}


async def test_a_granted_account_has_a_sub_and_a_password_shown_once(world: Any) -> None:
    answer = await world.admin.post("/accounts", json=ASKED)
    assert answer.status_code == 201
    body = answer.json()
    assert body["sub"] == "sub-lan"
    assert world.provider.people["sub-lan"].password == body["initial_password"]
    assert "initial_password" not in (await world.admin.get(f"/accounts/{body['id']}")).json()
    (told,) = await world.told_of(body["id"])
    assert (told.sub, told.kind, told.status, told.version) == ("sub-lan", "management", "active", 1)


async def test_no_password_stays_anywhere_after_it_was_handed_over(world: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    body = (await world.admin.post("/accounts", json=ASKED, headers={"Idempotency-Key": "k"})).json()
    password = body["initial_password"]
    for table in ("provider_task", "account", "account_history", "person", "idempotency", "outbox"):
        rows = await world.house.rows(f"SELECT row_to_json(t)::text AS text FROM {table} t")
        assert not any(password in row["text"] for row in rows), table
    assert password not in caplog.text
    again = (await world.admin.post("/accounts", json=ASKED, headers={"Idempotency-Key": "k"})).json()
    assert (again["id"], again["sub"], again["initial_password"]) == (body["id"], "sub-lan", None)


async def test_a_given_password_is_taken_in_the_embedded_profile_only(world: Any) -> None:
    body = (await world.admin.post("/accounts", json={**ASKED, "password": "demo"})).json()
    assert world.provider.people["sub-lan"].password == "demo"
    assert body["initial_password"] is None


async def test_in_production_nobody_presets_a_password(databases: Any, issuer: Any, provider: Any) -> None:
    from chamdiem_identity.granting.first_administrator import FirstAdministrator

    first = FirstAdministrator("admin", "Quản trị", "admin")

    def production(settings: ServiceSettings, bus: Any) -> Any:
        return create_service(settings.model_copy(update={"profile": "production"}), bus, provider, first)

    async with open_house(databases, issuer, "chamdiem_identity", production) as house:
        admin = house._client({"Authorization": f"Bearer {issuer.token('admin')}"})
        answer = await admin.post("/accounts", json={**ASKED, "password": "demo"})
        assert problem_of(answer) == (422, "identity/password-not-allowed")


async def test_a_person_may_hold_several_accounts_bound_by_sub(world: Any) -> None:
    await world.unit()
    first = await world.account("lan")
    second = await world.account("lan", "data_entry", unit_code="so-noi-vu", sub=first["sub"])
    assert second["sub"] == first["sub"]
    assert second["initial_password"] is None
    me = (await world.client("sub-lan").get("/me")).json()
    assert sorted(a["kind"] for a in me["accounts"]) == ["data_entry", "management"]
    assert problem_of(await world.client("sub-lan").get("/accounts")) == (403, "access/choose-account")


@pytest.mark.parametrize(
    ("fields", "status", "type_", "pointer"),
    [
        ({"username": "LAN"}, 409, "identity/username-of-another", "/username"),
        ({"username": "lan", "sub": "sub-root"}, 409, "identity/username-of-another", "/username"),
        ({"username": "lan-khac", "sub": "sub-lan"}, 409, "identity/username-of-another", "/username"),
        ({"username": "lan", "sub": "sub-lan", "kind": "management"}, 409, "identity/account-exists", None),
        ({"username": "x", "sub": "khong-co"}, 422, "identity/unknown-person", "/sub"),
        ({"kind": "data_entry"}, 422, "identity/value-missing", "/unit_code"),
        ({"kind": "data_entry", "unit_code": "khong-co"}, 422, "identity/unknown-unit", "/unit_code"),
        ({"kind": "appraisal"}, 422, "identity/value-missing", "/appraiser_code"),
        ({"appraiser_code": "SNV"}, 422, "identity/value-not-allowed", "/appraiser_code"),
        ({"kind": "client"}, 422, "identity/value-missing", "/sub"),
        ({"roles": [{"role": "unit_approver"}]}, 422, "identity/value-not-allowed", "/roles"),
        ({"holder_name": " "}, 422, "identity/value-missing", "/holder_name"),
        ({"username": "a b"}, 422, "identity/value-not-allowed", "/username"),
        ({"username": "a\0"}, 422, "identity/value-not-allowed", "/username"),
        ({"username": "a" * 151}, 422, "identity/text-too-long", "/username"),
        ({"kind": "king"}, 422, "request/invalid", "/kind"),
    ],
)
async def test_a_grant_that_breaks_a_rule_is_refused_by_its_field(
    world: Any, fields: dict[str, Any], status: int, type_: str, pointer: str | None
) -> None:
    await world.account("lan")
    told = len(await world.house.outbox())
    answer = await world.admin.post("/accounts", json={**ASKED, "username": "moi", **fields})
    assert problem_of(answer) == (status, type_)
    if pointer:
        assert answer.json()["errors"][0]["pointer"] == pointer
    assert len(await world.house.outbox()) == told


async def test_a_unit_gets_accounts_to_its_last_day_and_none_after_it(world: Any) -> None:
    today = datetime.now(VIETNAM).date()
    await world.unit("het-hom-nay", valid_to=str(today))
    await world.unit("het-hom-qua", valid_to=str(today - timedelta(days=1)))
    before = await world.unit("se-het")
    lines = [
        {**ASKED, "username": f"u-{code}", "kind": "data_entry", "unit_code": code} for code in ("het-hom-nay", "het-hom-qua", "se-het")
    ]
    lines.append({**ASKED, "username": "quan-ly", "only_for_unit": "het-hom-qua"})
    body = (await world.admin.patch("/accounts", json={"lines": lines})).json()
    assert [(r["index"], r["column"], r["problem"]["type"]) for r in body["refused"]] == [
        (1, "unit_code", "/problems/identity/unit-retired"),
        (3, "only_for_unit", "/problems/identity/unit-retired"),
    ]
    retire = {"valid_to": str(today - timedelta(days=1))}
    headers = {"If-Match": f'"{before["version"]}"'}
    assert (await world.admin.post("/units/se-het/retire", json=retire, headers=headers)).status_code == 200
    answer = await world.admin.post("/accounts", json={**ASKED, "username": "u-moi", "kind": "data_entry", "unit_code": "se-het"})
    assert problem_of(answer) == (422, "identity/unit-retired")


async def test_many_accounts_are_granted_in_one_call_to_the_provider(world: Any) -> None:
    await world.unit()
    lines = [{**ASKED, "username": f"u{n}", "kind": "data_entry", "unit_code": "so-noi-vu", "password": "demo"} for n in range(60)]
    lines[7]["unit_code"] = "khong-co"
    lines[8]["username"] = "u1"
    body = (await world.admin.patch("/accounts", json={"lines": lines})).json()
    assert body["saved"] == 58
    assert [(r["index"], r["column"]) for r in body["refused"]] == [(7, "unit_code"), (8, "username")]
    assert [a["index"] for a in body["accounts"]] == [n for n in range(60) if n not in (7, 8)]
    assert {a["sub"] for a in body["accounts"]} == {f"sub-u{n}" for n in range(60) if n not in (7, 8)}
    assert world.provider.batches == [58]


async def test_a_retried_batch_grants_nothing_twice(world: Any) -> None:
    lines = {"lines": [ASKED, {**ASKED, "username": ""}]}
    first = (await world.admin.patch("/accounts", json=lines, headers={"Idempotency-Key": "b"})).json()
    again = (await world.admin.patch("/accounts", json=lines, headers={"Idempotency-Key": "b"})).json()
    assert [a["id"] for a in again["accounts"]] == [a["id"] for a in first["accounts"]]
    assert again["refused"] == first["refused"]
    assert len((await world.admin.get("/accounts")).json()["items"]) == 2


async def test_a_name_the_provider_gave_to_another_is_refused_and_free_again(world: Any) -> None:
    world.provider.somebody_elses("lan")
    answer = await world.admin.post("/accounts", json=ASKED)
    assert problem_of(answer) == (409, "identity/username-taken")
    assert [e for e in await world.house.outbox() if e.type == "identity.account.changed.v1" and e.username == "lan"] == []
    del world.provider.people["sub-lan"]
    assert (await world.admin.post("/accounts", json=ASKED)).status_code == 201


async def test_one_refused_name_in_a_batch_leaves_the_others(world: Any) -> None:
    world.provider.somebody_elses("b")
    lines = [{**ASKED, "username": name} for name in "abc"]
    body = (await world.admin.patch("/accounts", json={"lines": lines})).json()
    assert [(r["index"], r["problem"]["type"]) for r in body["refused"]] == [(1, "/problems/identity/username-taken")]
    assert [a["sub"] for a in body["accounts"]] == ["sub-a", "sub-c"]


async def test_while_the_provider_is_silent_the_account_waits_and_is_told_later(world: Any) -> None:
    world.provider.silent = True
    body = (await world.admin.post("/accounts", json=ASKED)).json()
    assert (body["sub"], body["initial_password"]) == (None, None)
    assert await world.told_of(body["id"]) == []
    world.provider.silent = False

    async def told() -> bool:
        return bool(await world.told_of(body["id"]))

    await eventually(told, within_s=15)
    assert (await world.admin.get(f"/accounts/{body['id']}")).json()["sub"] == "sub-lan"
    assert (await world.house.rows("SELECT count(*) AS n FROM provider_task WHERE password IS NOT NULL"))[0]["n"] == 0


async def test_a_crash_after_the_commit_is_made_good_by_the_next_start(databases: Any, issuer: Any, provider: Any, world: Any) -> None:
    # As the crash leaves it: our own change is kept, the provider was never asked.
    person = uuid4()
    for statement in (
        "INSERT INTO person (id, username) VALUES (:p, 'lan')",
        "INSERT INTO account (person_id, holder_name, kind) VALUES (:p, 'Lan', 'management')",
        "INSERT INTO provider_task (person_id, kind, full_name, password) VALUES (:p, 'create_user', 'Lan', 'once')",
    ):
        await world.house.rows(f"WITH x AS ({statement} RETURNING 1) SELECT * FROM x", p=person)

    async def made() -> bool:
        return bool((await world.house.rows("SELECT sub FROM person WHERE id = :p", p=person))[0]["sub"] == "sub-lan")

    await eventually(made, within_s=15)


async def test_the_same_name_asked_for_twice_at_once_is_granted_once(world: Any) -> None:
    answers = await asyncio.gather(*(world.admin.post("/accounts", json=ASKED) for _ in range(4)))
    assert sorted(a.status_code for a in answers) == [201, 409, 409, 409]


async def test_only_an_administrator_grants(world: Any) -> None:
    manager = world.as_(await world.account("lan"))
    assert problem_of(await manager.post("/accounts", json={**ASKED, "username": "x"})) == (403, "access/not-permitted")
    assert problem_of(await manager.patch("/accounts", json={"lines": []})) == (403, "access/not-permitted")


async def test_the_first_administrator_is_granted_once_only(databases: Any, issuer: Any, provider: Any, world: Any) -> None:
    from chamdiem_identity.granting.first_administrator import FirstAdministrator, ensure_first_administrator

    async with world.house.service.transaction() as tx:
        assert not await ensure_first_administrator(tx, FirstAdministrator("hai", "Hai", "hai"))
    assert [a["username"] for a in (await world.admin.get("/accounts")).json()["items"]] == ["admin"]
