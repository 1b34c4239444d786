"""The edge's middleware: what the services behind it are given."""

from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send
from tests.support.house import problem_of

from chamdiem_gateway.edge import CookieEdge

ORIGIN = "http://chamdiem.test"
ACCOUNT = "0192f0e2-0000-7000-8000-000000000000"
OWN = {"Origin": ORIGIN, "X-Chamdiem": "1"}


async def _service(scope: Scope, receive: Receive, send: Send) -> None:
    headers = Request(scope).headers
    given = {name: headers.get(name) for name in ("authorization", "x-account", "cookie")}
    await JSONResponse(given)(scope, receive, send)


def _browser(origin: str = ORIGIN, **cookies: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=CookieEdge(_service, origin))
    return httpx.AsyncClient(transport=transport, base_url=origin, cookies=cookies)


async def test_the_access_cookie_becomes_the_token_and_no_cookie_goes_further() -> None:
    async with _browser(chamdiem_access="a.b.c", chamdiem_account=ACCOUNT, chamdiem_session="s") as browser:
        given = (await browser.get("/api/appraisal/x")).json()
    assert given == {"authorization": "Bearer a.b.c", "x-account": ACCOUNT, "cookie": None}


async def test_a_page_may_name_the_account_itself() -> None:
    async with _browser(chamdiem_access="a.b.c", chamdiem_account=ACCOUNT) as browser:
        assert (await browser.get("/api/x/y", headers={"X-Account": "other"})).json()["x-account"] == "other"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://xau.example", "X-Chamdiem": "1"},
        {"Origin": ORIGIN},
        {"X-Chamdiem": "1"},
        {"Origin": "null", "X-Chamdiem": "1"},
    ],
)
async def test_a_cross_site_write_with_the_cookie_is_refused(method: str, headers: dict[str, str]) -> None:
    async with _browser(chamdiem_access="a.b.c") as browser:
        assert problem_of(await browser.request(method, "/api/x/y", headers=headers)) == (403, "auth/cross-site")


async def test_our_own_page_writes() -> None:
    async with _browser(chamdiem_access="a.b.c") as browser:
        assert (await browser.post("/api/x/y", headers=OWN)).json()["authorization"] == "Bearer a.b.c"


async def test_a_program_with_its_own_token_passes_as_it_is() -> None:
    async with _browser(chamdiem_access="a.b.c") as browser:
        answer: Any = (await browser.post("/api/x/y", headers={"Authorization": "Bearer own"})).json()
    assert answer["authorization"] == "Bearer own"


async def test_under_tls_only_the_host_bound_cookie_counts() -> None:
    async with _browser("https://chamdiem.test", chamdiem_access="planted.by.subdomain") as browser:
        assert (await browser.get("/api/x/y")).json()["authorization"] is None
    async with _browser("https://chamdiem.test", **{"__Host-chamdiem_access": "a.b.c"}) as browser:
        assert (await browser.get("/api/x/y")).json()["authorization"] == "Bearer a.b.c"


@pytest.mark.parametrize("value", ["a b", "a\tb", "", "x" * 8001])
async def test_a_cookie_that_is_no_token_is_passed_over(value: str) -> None:
    async with _browser() as browser:
        answer = await browser.get("/api/x/y", headers={"Cookie": f"chamdiem_access={value}"})
    assert answer.json()["authorization"] is None


async def test_other_paths_are_left_alone() -> None:
    async with _browser(chamdiem_access="a.b.c") as browser:
        assert (await browser.get("/auth/session")).json()["authorization"] is None
