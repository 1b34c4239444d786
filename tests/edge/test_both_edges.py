"""What the edge in our own process and nginx do alike: where a call goes, and what the app behind is given."""

import re
from typing import Any

import httpx
import pytest
from starlette.responses import Response
from tests.edge.behind import given
from tests.edge.conftest import Front
from tests.support.house import problem_of

ACCOUNT = "0192f0e2-0000-7000-8000-000000000000"
OTHER = "0192f0e2-0000-7000-8000-000000000001"
SERVICES = ("identity", "assessment", "appraisal", "ranking")


async def seen(front: Front, path: str = "/api/ranking/x", *, method: str = "GET", **kwargs: Any) -> dict[str, Any]:
    """What the app behind is given of a call."""
    return given(await front.client().request(method, path, **kwargs))


def browser(front: Front, cookie: str) -> httpx.AsyncClient:
    return front.client(headers={"Cookie": cookie})


@pytest.mark.parametrize("name", SERVICES)
async def test_a_call_goes_to_the_service_its_path_names(front: Front, name: str) -> None:
    assert (await seen(front, f"/api/{name}/things"))["by"] == name
    assert (await seen(front, f"/api/{name}/openapi.json"))["by"] == name
    assert (await seen(front, f"/api/{name}/health/ready"))["path"] == f"/api/{name}/health/ready"


async def test_signing_in_is_the_gateways(front: Front) -> None:
    for path in ("/auth/session", "/auth/sign-in", "/auth/callback", "/auth/backchannel-logout"):
        assert (await seen(front, path))["by"] == "gateway"


@pytest.mark.parametrize("path", ["/api/ranking/a%2Fb/c%20d", "/api/ranking/%C4%91%C6%A1n-v%E1%BB%8B", "/api/ranking/x.y;z"])
async def test_a_path_and_its_query_arrive_as_they_were_sent(front: Front, path: str) -> None:
    told = await seen(front, f"{path}?ten=S%E1%BB%9F%20Y&so=1%2B1", method="PUT", content=b"x" * 70_000)
    assert (told["method"], told["path"], told["query"], told["size"]) == ("PUT", path, "ten=S%E1%BB%9F%20Y&so=1%2B1", 70_000)


async def test_the_token_of_a_survey_link_arrives_in_its_header_from_somebody_without_a_session(front: Front) -> None:
    token = {"Survey-Token": "a_B-9", "Idempotency-Key": "k"}
    told = await seen(front, "/api/assessment/survey-link/answer", method="POST", headers=token, json={"consent": True})
    assert (told["by"], told["headers"]["survey-token"], told["headers"]["idempotency-key"]) == ("assessment", "a_B-9", "k")
    assert "authorization" not in told["headers"]


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/khac/x", "/api/identityx", "/.git/config", "/x/.env"])
async def test_what_is_not_there_is_a_problem(front: Front, path: str) -> None:
    answer = await front.client().get(path)
    assert problem_of(answer) == (404, "request/not-found")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["trace"] == answer.headers["X-Trace-Id"]


async def test_a_person_who_opens_what_is_not_there_reads_a_page(front: Front) -> None:
    answer = await front.client().get("/api/khac", headers={"Accept": "text/html,application/xhtml+xml"})
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].replace(" ", "").lower() == "text/html;charset=utf-8"
    assert "<h1>Không tìm thấy</h1>" in answer.text
    assert "script" not in answer.text


async def test_the_access_cookie_becomes_the_token_and_no_cookie_goes_further(front: Front) -> None:
    told = given(
        await browser(front, f"a=b; chamdiem_access=a.b-c_d; chamdiem_account={ACCOUNT}; chamdiem_session=s").get("/api/ranking/x")
    )
    assert told["headers"]["authorization"] == "Bearer a.b-c_d"
    assert told["headers"]["x-account"] == ACCOUNT
    assert "cookie" not in told["headers"]


async def test_a_program_speaks_for_itself_and_its_cookies_say_nothing(front: Front) -> None:
    client = browser(front, f"chamdiem_access=a.b.c; chamdiem_account={ACCOUNT}")
    told = given(await client.post("/api/ranking/x", headers={"Authorization": "Bearer own"}))
    assert told["headers"]["authorization"] == "Bearer own"
    assert not {"x-account", "cookie"} & told["headers"].keys()


async def test_a_page_or_a_program_may_name_the_account_itself(front: Front) -> None:
    client = browser(front, f"chamdiem_access=a.b.c; chamdiem_account={ACCOUNT}")
    assert given(await client.get("/api/ranking/x", headers={"X-Account": OTHER}))["headers"]["x-account"] == OTHER
    told = await seen(front, headers={"Authorization": "Bearer own", "X-Account": OTHER})
    assert told["headers"]["x-account"] == OTHER


async def test_without_session_and_token_a_service_is_given_neither(front: Front) -> None:
    told = await seen(front)
    assert not {"authorization", "x-account", "cookie"} & told["headers"].keys()
    told = given(await browser(front, f"chamdiem_account={ACCOUNT}").get("/api/ranking/x"))
    assert not {"authorization", "x-account", "cookie"} & told["headers"].keys()


@pytest.mark.parametrize(
    "cookie",
    [
        "chamdiem_access=a b",
        "chamdiem_access=",
        'chamdiem_access="a.b.c"',
        f"chamdiem_access={'x' * 8001}",
        "CHAMDIEM_ACCESS=a.b.c",
        "xchamdiem_access=a.b.c",
        "__Host-chamdiem_access=a.b.c",
        "chamdiem_access=a b; chamdiem_access=a.b.c",
    ],
)
async def test_a_cookie_that_is_no_token_is_passed_over(front: Front, cookie: str) -> None:
    assert "authorization" not in given(await browser(front, cookie).get("/api/ranking/x"))["headers"]


async def test_the_first_cookie_of_the_name_counts(front: Front) -> None:
    told = given(await browser(front, "chamdiem_access=mot; chamdiem_access=hai").get("/api/ranking/x"))
    assert told["headers"]["authorization"] == "Bearer mot"
    told = given(await browser(front, f"chamdiem_access={'x' * 8000}").get("/api/ranking/x"))
    assert told["headers"]["authorization"] == f"Bearer {'x' * 8000}"


@pytest.mark.parametrize("account", ["khong-phai", ACCOUNT.upper().replace("E", "F"), f"{ACCOUNT}0"])
async def test_an_account_cookie_that_is_none_is_passed_over(front: Front, account: str) -> None:
    told = given(await browser(front, f"chamdiem_access=a.b.c; chamdiem_account={account}").get("/api/ranking/x"))
    assert "x-account" not in told["headers"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://xau.example", "X-Chamdiem": "1"},
        {"Origin": "OWN"},
        {"X-Chamdiem": "1"},
        {"Origin": "null", "X-Chamdiem": "1"},
        {"Origin": "OWN.xau.example", "X-Chamdiem": "1"},
        {"Origin": "OWN", "X-Chamdiem": "2"},
    ],
    ids=["nothing", "foreign", "no header", "no origin", "null", "longer", "other value"],
)
async def test_a_cross_site_write_with_the_cookie_is_refused(front: Front, method: str, headers: dict[str, str]) -> None:
    sent = {name: value.replace("OWN", front.url) for name, value in headers.items()}
    answer = await browser(front, "chamdiem_access=a.b.c").request(method, "/api/ranking/x", headers=sent)
    assert problem_of(answer) == (403, "auth/cross-site")
    assert front.behind["ranking"].calls == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_our_own_page_writes(front: Front, method: str) -> None:
    answer = await browser(front, "chamdiem_access=a.b.c").request(method, "/api/ranking/x", headers=front.own_page)
    assert given(answer)["headers"]["authorization"] == "Bearer a.b.c"
    assert front.behind["ranking"].calls == [f"{method} /api/ranking/x"]


async def test_the_gateway_reads_its_cookies_itself(front: Front) -> None:
    told = given(await browser(front, "chamdiem_access=a.b.c; chamdiem_session=s").post("/auth/refresh"))
    assert told["headers"]["cookie"] == "chamdiem_access=a.b.c; chamdiem_session=s"
    assert "authorization" not in told["headers"]


@pytest.mark.parametrize("path", ["/api/ranking/x", "/auth/session"])
async def test_nobody_says_who_a_call_comes_from_but_the_edge(front: Front, path: str) -> None:
    names = ("X-Forwarded-For", "X-Real-IP", "X-Forwarded-User", "X-User", "X-Forwarded-Prefix", "X-Forwarded-Host", "Forwarded", "Proxy")
    told = await seen(front, path, headers=dict.fromkeys(names, "203.0.113.9"))
    assert "203.0.113.9" not in told["headers"].values()


async def test_a_trace_goes_on_and_else_begins_here(front: Front) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    told = await seen(front, headers={"traceparent": f"00-{trace}-00f067aa0ba902b7-01"})
    assert told["headers"]["traceparent"] == f"00-{trace}-00f067aa0ba902b7-01"
    answer = await front.client().get("/api/khac", headers={"traceparent": f"00-{trace}-00f067aa0ba902b7-01"})
    assert answer.json()["trace"] == trace
    one, other = [(await front.client().get("/api/ranking/x")).headers["X-Trace-Id"] for _ in range(2)]
    assert re.fullmatch(r"[0-9a-f]{32}", one)
    assert one != other


async def test_the_edge_says_whether_it_and_all_services_are_well(front: Front) -> None:
    for path in ("/health/live", "/health/ready"):
        answer = await front.client().get(path)
        assert (answer.status_code, answer.text.strip('"')) == (200, "ok") or given(answer)["by"] == "gateway"


async def test_pages_are_files_and_every_other_address_is_the_start_page(front: Front) -> None:
    client = front.client()
    for path in ("/", "/index.html", "/phieu/1?muc=2"):
        answer = await client.get(path)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
        assert "<title>Chấm điểm</title>" in answer.text
    assert problem_of(await client.get("/assets/khong-co.js")) == (404, "request/not-found")
    assert problem_of(await client.post("/phieu")) == (405, "request/method-not-allowed")


@pytest.mark.parametrize("path", ["/", "/api/ranking/x", "/auth/session", "/api/khac"])
async def test_every_answer_tells_the_browser_what_to_refuse(front: Front, path: str) -> None:
    headers = (await front.client().get(path)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    # Styles run nothing, and the components write theirs into the page.
    assert [part for part in policy.split("; ") if "unsafe" in part] == (["style-src 'self' 'unsafe-inline'"] if path == "/" else [])
    assert headers["Cache-Control"] == ("no-cache" if path == "/" else "no-store")
    assert "Strict-Transport-Security" not in headers


async def test_what_an_app_says_of_its_answer_stands(front: Front) -> None:
    said = {"Cache-Control": "public, max-age=60", "Content-Security-Policy": "sandbox", "X-Trace-Id": "abc", "ETag": '"3"'}
    front.behind["ranking"].answer = lambda _: Response("x", 412, said)
    answer = await front.client().get("/api/ranking/x")
    assert answer.status_code == 412
    assert {name: answer.headers.get_list(name) for name in said} == {name: [value] for name, value in said.items()}
