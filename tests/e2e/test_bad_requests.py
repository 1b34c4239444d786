"""Bad input at the real server: each gets a problem, none does anything, none leaves a word of it in a log."""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from tests.e2e.live import ok, open_live, problem
from tests.e2e.period_world import OPENS, OTHER, UNIT, PeriodWorld

SECRET = "Noi-dung-kin-90125"
MIB = 1024 * 1024
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
async def world() -> AsyncIterator[PeriodWorld]:
    async with open_live() as live:
        made = await PeriodWorld.begin(live)
        await made.at(OPENS)
        await made.fill(UNIT, "officer")
        yield made


@pytest.fixture(autouse=True)
async def nothing_changes_and_nothing_is_logged(world: PeriodWorld) -> AsyncIterator[None]:
    before, errors = await standing(world), world.live.log.count('"level":"ERROR"')
    yield
    assert await standing(world) == before
    log = world.live.log
    assert log.count('"level":"ERROR"') == errors, "something unforeseen"
    assert [name for name, secret in secrets(world) if secret in log] == []


def secrets(world: PeriodWorld) -> list[tuple[str, str]]:
    people = [(name, s) for name, account in world.accounts.items() for s in (account.token, account.password)]
    return [("content", SECRET), ("the administrator", world.live.platform.administrator.password), *people]


async def standing(world: PeriodWorld) -> list[Any]:
    """What bad input could have changed, but for files that were announced and never came."""
    asked = [
        ("officer", world.sheet()),
        ("officer", world.sheet("/history")),
        ("manager", f"/assessment/periods/{world.period_id}"),
        ("manager", "/assessment/criteria-sets"),
        ("manager", f"/appraisal/appraisals/{world.appraisals['SNV']}/items"),
        ("administrator", "/identity/accounts"),
        ("administrator", f"/identity/units/{UNIT}"),
    ]
    files = ok(await world.people["officer"].get(f"/assessment/evidence?period_id={world.period_id}"))["items"]
    kept = [file for file in files if file["status"] == "accepted"]
    return [kept, *[ok(await world.people[who].get(path)) for who, path in asked]]


def writes(world: PeriodWorld) -> list[tuple[str, str, str]]:
    """An operation of every service that takes a body: who, method, path."""
    appraisal = f"/appraisal/appraisals/{world.appraisals['SNV']}"
    return [
        ("officer", "PUT", world.sheet("/items/1.1")),
        ("officer", "PATCH", world.sheet("/items")),
        ("officer", "POST", "/assessment/evidence"),
        ("manager", "POST", "/assessment/criteria-sets"),
        ("administrator", "POST", "/identity/units"),
        ("administrator", "PATCH", "/identity/accounts"),
        ("snv_lead", "PATCH", f"{appraisal}/scores"),
        ("manager", "POST", f"/ranking/periods/{world.period_id}/agree"),
    ]


BODIES = {
    "10,000 levels": b'{"lines": ' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    "NaN": b'{"numerator": NaN, "explanation": "' + SECRET.encode() + b'"}',
    "infinity": b'{"size_bytes": Infinity}',
    "duplicate keys": b'{"name": "' + SECRET.encode() + b'", "name": "b"}',
    "cut short": b'{"explanation": "' + SECRET.encode(),
    "Latin-1": '{"explanation": "Số liệu é"}'.encode("utf-16"),
    "nothing": b"",
    "a list": b"[]",
    "a text": f'"{SECRET}"'.encode(),
    "a thousand digits": b'{"size_bytes": ' + b"9" * 1000 + b"}",
    "five thousand digits": b'{"size_bytes": ' + b"9" * 5000 + b"}",
    "1e400": b'{"size_bytes": 1e400}',
    "unknown field": json.dumps({SECRET: 1}).encode(),
    "NUL": b'{"explanation": "\\u0000' + SECRET.encode() + b'"}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_a_body_that_is_no_good_is_refused_by_every_service(world: PeriodWorld, body: bytes) -> None:
    for who, method, path in writes(world):
        headers = {**JSON, "If-Match": '"1"'}
        answer = await world.people[who].request(method, path, content=body, headers=headers)
        assert problem(answer)[0] in {400, 422}, (method, path, answer.text)
        assert SECRET not in answer.text or body == BODIES["unknown field"], "what was sent is not sent back"


async def test_a_body_over_the_limit_or_of_another_type_is_refused_by_every_service(world: PeriodWorld) -> None:
    big = b'{"explanation": "' + SECRET.encode() + b"x" * (5 * MIB) + b'"}'
    for who, method, path in writes(world):
        client = world.people[who]
        answer = await client.request(method, path, content=big, headers={**JSON, "If-Match": '"1"'})
        assert problem(answer) == (413, "request/body-too-large"), path
        form = await client.request(method, path, data={"explanation": SECRET}, headers={"If-Match": '"1"'})
        assert problem(form)[0] in {400, 415, 422}, (path, form.text)


@pytest.mark.parametrize(
    "number",
    ["1e400", "9" * 1000, "１２", "1,5", "1.000,5", "NaN", "Infinity", "0x10", "٣", "--1", "+", "1_000", "1 000", "", "\u200b1", "-1"],
)
async def test_a_number_written_in_any_other_way_is_refused_by_its_column(world: PeriodWorld, number: str) -> None:
    officer, if_match = world.people["officer"], {"If-Match": '"1"'}
    for column, other in (("numerator", "denominator"), ("denominator", "numerator")):
        line = {column: number, other: "2", "explanation": SECRET}
        answer = await officer.put(world.sheet("/items/1.2"), json=line, headers=if_match)
        assert problem(answer)[0] == 422, answer.text
        assert answer.json()["errors"][0]["pointer"] == f"/{column}"
        batch = ok(await officer.patch(world.sheet("/items"), json={"lines": [{"item": "1.2", **line}]}))
        assert (batch["saved"], batch["refused"][0]["column"]) == (0, column)


TEXTS = {"NUL": "\\u0000", "half a character": "\\ud800", "a late half": "a\\udc00"}


@pytest.mark.parametrize("bad", TEXTS.values(), ids=TEXTS)
async def test_a_text_no_database_can_keep_is_refused_in_every_field(world: PeriodWorld, bad: str) -> None:
    period, manager, administrator = world.period_id, world.people["manager"], world.people["administrator"]
    unit = {"code": "x", "name": "Tên", "unit_type": "department", "ranking_group": "department"}
    account = {"username": "x", "holder_name": "Tên", "kind": "support"}
    fields: list[tuple[httpx.AsyncClient, str, str, dict[str, Any], list[str]]] = [
        (administrator, "POST", "/identity/units", unit, [*unit, "parent_code"]),
        (administrator, "PUT", "/identity/unit-types/x", {"title": "Tên"}, ["title", "level"]),
        (
            administrator,
            "POST",
            "/identity/accounts",
            account,
            ["username", "holder_name", "unit_code", "appraiser_code", "sub", "password"],
        ),
        (administrator, "POST", f"/identity/accounts/{world.accounts['support'].id}/lock", {"reason": "x"}, ["reason"]),
        (world.people["officer"], "PUT", world.sheet("/items/1.1"), {}, ["option", "numerator", "denominator", "count", "explanation"]),
        (world.people["officer"], "POST", "/assessment/evidence", {"period_id": period, "name": "a.pdf", "size_bytes": 9}, ["name"]),
        (world.people["head"], "POST", world.sheet("/return"), {"reason": "x"}, ["reason"]),
        (world.people["head"], "POST", world.sheet("/approve"), {"fingerprint": "x"}, ["fingerprint"]),
        (
            manager,
            "POST",
            f"/assessment/periods/{period}/extensions",
            {"unit_code": UNIT, "to": OPENS, "reason": "x"},
            ["unit_code", "to", "reason"],
        ),
        (manager, "POST", f"/appraisal/periods/{period}/phase-extension", {"to": OPENS, "reason": "x"}, ["to", "reason"]),
        (manager, "POST", f"/ranking/periods/{period}/agree", {"note": ""}, ["note", "minutes_sha256"]),
    ]
    for client, method, path, body, names in fields:
        for name in names:
            content = json.dumps({**body, name: "@@"}).replace("@@", bad).encode()
            answer = await client.request(method, path, content=content, headers={**JSON, "If-Match": '"1"'})
            assert 400 <= problem(answer)[0] < 500, (path, name, answer.text)
    for document in ("criteria-sets", "survey-forms"):
        content = f'{{"document": "schema_version: 1 {bad}", "media_type": "yaml"}}'.encode()
        answer = await manager.post(f"/assessment/{document}/validations", content=content, headers=JSON)
        assert answer.status_code < 500, answer.text


@pytest.mark.parametrize(
    "name",
    [
        "a" * 300 + ".pdf",
        "ă" * 300 + ".pdf",
        "../a.pdf",
        "a/b.pdf",
        "a\\b.pdf",
        ".",
        "",
        "a\n.pdf",
        "\u202efdp.exe",
        "a.exe",
        "a.pdf.",
        "/a.pdf",
    ],
)
async def test_a_file_name_that_is_no_good_is_refused(world: PeriodWorld, name: str) -> None:
    body = {"period_id": world.period_id, "name": name, "size_bytes": 10}
    answer = await world.people["officer"].post("/assessment/evidence", json=body)
    assert problem(answer)[0] == 422, answer.text


async def uploaded(world: PeriodWorld, name: str, content: bytes, said: int) -> dict[str, Any]:
    """A file announced with `said` bytes and sent by the signed link; what became of it."""
    officer = world.people["officer"]
    announced = ok(await officer.post("/assessment/evidence", json={"period_id": world.period_id, "name": name, "size_bytes": said}))
    async with httpx.AsyncClient(timeout=60) as browser:
        sent = await browser.put(announced["upload"]["url"], headers=announced["upload"]["headers"], content=content)
    if not sent.is_success:
        return {"status": f"store {sent.status_code}"}
    told: dict[str, Any] = ok(await officer.post(f"/assessment/evidence/{announced['id']}/uploaded", params={"wait_s": 30}))
    return told


def a_bomb() -> bytes:
    """A DOCX of some kilobytes that would unpack to 2 GiB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        with file.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(64):
                part.write(b"\0" * MIB)
    return packed.getvalue()


async def test_files_that_are_not_what_they_say_are_refused_by_the_worker(world: PeriodWorld) -> None:
    plain_zip = io.BytesIO()
    with zipfile.ZipFile(plain_zip, "w") as file:
        file.writestr("a.txt", SECRET)
    for name, content in (
        ("Bom.docx", a_bomb()),
        ("Chương trình.pdf", b"MZ" + SECRET.encode() * 10),
        ("Trang.pdf", b"<html><script>" + SECRET.encode()),
        ("Gói.docx", plain_zip.getvalue()),
        ("Ảnh.png", b"%PDF-1.4\n%%EOF"),
    ):
        told = await uploaded(world, name, content, len(content))
        assert told["status"] == "refused", (name, told)
        assert told["refusal"] and SECRET not in told["refusal"]
        assert problem(await world.people["officer"].get(f"/assessment/evidence/{told['id']}/link"))[0] in {404, 409}


async def test_a_file_of_twenty_mib_and_one_byte_is_refused_by_its_word_and_by_its_bytes(world: PeriodWorld) -> None:
    size = 20 * MIB + 1
    body = {"period_id": world.period_id, "name": "To.pdf", "size_bytes": size}
    assert problem(await world.people["officer"].post("/assessment/evidence", json=body)) == (422, "assessment/evidence-refused")
    told = await uploaded(world, "To.pdf", b"%PDF-1.4\n" + b"x" * (size - 9), 1000)
    assert told["status"] == "refused" or told["status"].startswith("store 4"), told


@pytest.mark.parametrize(
    "id_", ["..", "../..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "'; DROP TABLE unit; --", "%00", "a" * 5000, "{sheet_id}", "-1", "💥"]
)
async def test_an_id_that_is_none_names_nothing(world: PeriodWorld, id_: str) -> None:
    raw = id_ if "%" in id_ else quote(id_, safe=".")
    paths = (
        "/assessment/sheets/@",
        "/assessment/sheets/@/items/@/history",
        "/assessment/evidence/@/link",
        "/appraisal/sheets/@",
        "/identity/units/@",
    )
    for path in (*paths, "/identity/accounts/@", "/ranking/periods/@/results", "/ranking/check/@", "/ranking/published/@", "/@"):
        for who in ("officer", "administrator", "manager"):
            client = world.people[who]
            url = httpx.URL(str(client.base_url)).copy_with(raw_path=b"/api" + path.replace("@", raw).encode())
            if not url.path.startswith("/api/"):
                continue  # the client itself has gone up, to the pages
            answer = await client.get(url)
            assert 400 <= problem(answer)[0] < 500, (path, answer.text)


async def test_unknown_parameters_and_bad_known_ones_do_not_disturb(world: PeriodWorld) -> None:
    manager = world.people["manager"]
    lists = [
        "/assessment/periods",
        f"/assessment/periods/{world.period_id}/sheets",
        "/appraisal/appraisals",
        "/ranking/periods",
        "/identity/units",
    ]
    for path in lists:
        assert ok(await manager.get(path, params={"unknown": SECRET, "q[]": "\x00"})) == ok(await manager.get(path))
        for bad in (
            {"limit": "0"},
            {"limit": "9" * 400},
            {"limit": "NaN"},
            {"after": "\x00"},
            {"after": "WyJcdTAwMDAiXQ"},
            {"after": "e30"},
        ):
            assert problem(await manager.get(path, params=bad))[0] == 422, (path, bad)


@pytest.mark.parametrize(
    "tag", ["*", "1", '"1', '"-1"', '"1.5"', f'"{"9" * 90}"', '"１"', 'W/""', '"1", "2"', '"999999999999999"', "x" * 5000]
)
async def test_an_if_match_that_is_none_changes_nothing(world: PeriodWorld, tag: str) -> None:
    period = f"/ranking/periods/{world.period_id}/agree"
    score = f"/appraisal/appraisals/{world.appraisals['SNV']}/sheets/{world.sheets[UNIT]}/items/1.1/score"
    for who, method, path, body in (
        ("officer", "PUT", world.sheet("/items/1.1"), {"option": "khong"}),
        ("administrator", "PUT", f"/identity/units/{UNIT}", {"code": UNIT, "name": "x", "unit_type": "department", "ranking_group": "x"}),
        ("snv_lead", "PUT", score, {"score": "0"}),
        ("manager", "POST", period, {"note": ""}),
    ):
        answer = await world.people[who].request(method, path, json=body, headers={b"If-Match": tag.encode()})
        assert problem(answer)[0] in {400, 409, 412, 422}, (path, answer.text)


async def raw(world: PeriodWorld, *pieces: bytes, half: bool = False) -> bytes:
    """Send bytes as they are; what comes back until the server closes, nothing where we hang up first."""
    reader, writer = await asyncio.open_connection("127.0.0.1", httpx.URL(world.live.url).port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
    answer = b"" if half else await asyncio.wait_for(reader.read(), 20)
    writer.close()
    return answer


def head_of(world: PeriodWorld, path: str, *more: str) -> bytes:
    account = world.accounts["officer"]
    lines = [f"PATCH /api{path} HTTP/1.1", "Host: x", f"Authorization: Bearer {account.token}", f"X-Account: {account.id}"]
    return "\r\n".join([*lines, "Content-Type: application/json", "Connection: close", *more, "", ""]).encode()


async def test_a_request_that_stops_halfway_does_nothing(world: PeriodWorld) -> None:
    body = json.dumps({"lines": [{"item": "1.1", "option": "khong", "explanation": SECRET}]}).encode()
    whole, chunked = (
        head_of(world, world.sheet("/items"), f"Content-Length: {len(body)}"),
        head_of(world, world.sheet("/items"), "Transfer-Encoding: chunked"),
    )
    for pieces in (
        [whole[:-30]],
        [whole],
        [whole, body[: len(body) // 2]],
        [whole, body[:-1]],
        [chunked, f"{len(body):x}\r\n".encode(), body],
        [chunked, f"{len(body):x}\r\n".encode(), body, b"\r\n"],
    ):
        await raw(world, *pieces, half=True)
    for pieces in (
        [chunked, b"zz\r\n" + body],
        [whole.replace(b"Content-Length: ", b"Content-Length: -")],
        [b"GET / HTTP/9.9\r\n\r\n"],
        [b"\0" * 100 + b"\r\n\r\n"],
    ):
        answer = await raw(world, *pieces)
        assert answer.startswith(b"HTTP/1.1 4"), answer[:80]
    assert (await world.live.browser().get("/health/ready")).status_code == 200


async def test_a_header_without_end_is_refused(world: PeriodWorld) -> None:
    for size in (20_000, 200_000):
        answer = await raw(world, b"GET /api/identity/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Big: " + b"x" * size + b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 4"), answer[:80]
    for header in (b"Authorization", b"X-Account", b"Cookie", b"Idempotency-Key", b"traceparent"):
        refused = await world.people["officer"].post("/assessment/evidence", json={}, headers={header: "é".encode() * 200})
        assert 400 <= problem(refused)[0] < 500, (header, refused.text)


async def test_the_same_request_many_times_at_once_is_done_once(world: PeriodWorld) -> None:
    other, administrator, six = world.people["other_officer"], world.people["administrator"], range(6)
    unit = {"code": "hai-lan", "name": "Hai lần", "unit_type": "sub_unit", "ranking_group": "x"}
    made = await asyncio.gather(*(administrator.post("/identity/units", json=unit) for _ in six))
    assert sorted(problem(a) for a in made) == [(201, ""), *[(409, "identity/duplicate")] * 5]
    asked = {"period_id": world.period_id, "name": "Một lần.pdf", "size_bytes": 10}
    files = await asyncio.gather(*(other.post("/assessment/evidence", json=asked, headers={"Idempotency-Key": "k-1"}) for _ in six))
    assert {a.status_code for a in files} == {201} and len({a.json()["id"] for a in files}) == 1
    line = {"option": "co", "explanation": "Một lần"}
    saved = await asyncio.gather(*(other.put(world.sheet("/items/1.1", OTHER), json=line, headers={"If-Match": '"0"'}) for _ in six))
    assert sorted(problem(a) for a in saved) == [(200, ""), *[(412, "request/stale")] * 5]
    history = ok(await other.get(world.sheet("/items/1.1/history", OTHER)))["items"]
    assert len(history) == 1
