"""Bad requests: each gets a problem of a stable type, and nothing is done."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from tests.support.house import House, an_account, problem_of


@pytest.mark.parametrize(
    "body",
    [
        b'{"code": "a", "code": "b"}',
        b'{"code": NaN}',
        b'{"code": ' + b"[" * 10_000 + b"]" * 10_000 + b"}",
        b'{"code": "a"',
        b"\xff\xfe",
        b'{"code": ' + b"9" * 5000 + b"}",
    ],
    ids=["duplicate key", "NaN", "10,000 levels", "cut short", "not UTF-8", "5,000 digits"],
)
async def test_json_that_is_not_strict_is_refused(house: House, body: bytes) -> None:
    client = await house.told(an_account("management"))
    answer = await client.post("/things", content=body, headers={"Content-Type": "application/json"})
    assert problem_of(answer) in {(400, "request/malformed"), (422, "request/invalid")}
    assert (await client.get("/things")).json() == []


async def test_a_body_over_the_limit_is_refused_unread(house: House) -> None:
    client = await house.told(an_account("management"))
    big = b'{"code": "' + b"x" * (5 * 1024 * 1024) + b'"}'
    assert problem_of(await client.post("/things", content=big)) == (413, "request/body-too-large")

    async def stream() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield b"x" * 100_000

    assert problem_of(await client.post("/things", content=stream())) == (413, "request/body-too-large")


async def test_a_retry_gets_the_first_answer_and_nothing_is_made_twice(house: House) -> None:
    client = await house.told(an_account("management"))
    headers = {"Idempotency-Key": "k1"}
    answers = await asyncio.gather(*(client.post("/things", json={"code": "a"}, headers=headers) for _ in range(5)))
    assert {a.status_code for a in answers} == {201}
    assert (await client.get("/things")).json() == ["a"]
    reused = await client.post("/things", json={"code": "b"}, headers=headers)
    assert problem_of(reused) == (409, "request/idempotency-key-reused")


async def test_a_constraint_of_the_database_is_answered_by_its_problem(house: House) -> None:
    client = await house.told(an_account("management"))
    await client.post("/things", json={"code": "a"})
    assert problem_of(await client.post("/things", json={"code": "a"})) == (409, "plain/duplicate")


async def test_an_unforeseen_fault_tells_nothing_of_the_inside(house: House) -> None:
    client = await house.told(an_account("management"))
    answer = await client.post("/things", json={"code": "a\x00b"})
    assert answer.status_code == 500
    assert set(answer.json()) == {"type", "title", "status", "detail", "trace"}
    assert "asyncpg" not in answer.text


async def test_an_unknown_address_is_a_problem_too(house: House) -> None:
    assert problem_of(await house.anonymous.get("/nothing-here")) == (404, "request/not-found")
    assert problem_of(await house.anonymous.delete("/open")) == (405, "request/method-not-allowed")


@pytest.mark.parametrize("content", [b'{"code": NaN}', b'{"kode": "a"}', b""], ids=["not readable", "not valid", "empty"])
async def test_whoever_may_not_act_is_not_told_what_is_wrong_with_the_request(house: House, content: bytes) -> None:
    for client, refused in (
        (await house.told(an_account("data_entry")), (403, "access/not-permitted")),
        (house.anonymous, (401, "access/unauthenticated")),
    ):
        assert problem_of(await client.post("/things", content=content, headers={"Content-Type": "application/json"})) == refused
        assert problem_of(await client.put("/things/a")) == refused
        assert problem_of(await client.put("/things/a", headers={"If-Match": "newest"})) == refused
