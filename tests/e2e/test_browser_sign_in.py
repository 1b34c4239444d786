"""The browser's way: through the gateway to the real provider and back, by cookies only, until the session ends."""

import asyncio
import re
from collections.abc import AsyncIterator
from html import unescape
from urllib.parse import urljoin
from uuid import UUID

import httpx
import pytest
from tests.e2e.live import Account, Live, ok, open_live, problem
from tests.support.eventually import eventually

NOBODYS = UUID(int=0)
CALLS = {
    "identity": "/api/identity/accounts",
    "assessment": "/api/assessment/periods",
    "appraisal": f"/api/appraisal/periods/{NOBODYS}/clock",
    "ranking": f"/api/ranking/periods/{NOBODYS}/clock",
}
"""A call to each service that an officer may make; the clock of no period is a 404 of the service itself."""
SERVED = {
    "identity": (200, ""),
    "assessment": (200, ""),
    "appraisal": (404, "appraisal/period-not-found"),
    "ranking": (404, "ranking/period-not-found"),
}
AT_ONCE_S = 1.0


@pytest.fixture(scope="module")
async def live() -> AsyncIterator[Live]:
    async with open_live() as running:
        await running.units({"code": "so-y-te", "name": "Sở Y tế", "unit_type": "department"})
        yield running


async def entered(browser: httpx.AsyncClient, account: Account, *, next_: str = "/") -> httpx.Response:
    """Go through sign-in as a browser does; the gateway's last answer, or the provider's page where it lets nobody in."""
    begun = await browser.get("/auth/sign-in", params={"next": next_})
    page = await browser.get(begun.headers["Location"])
    assert "Mật khẩu" in page.text
    hidden = {unescape(n): unescape(v) for n, v in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page.text)}
    answer = await browser.post(str(page.url), data={**hidden, "username": account.username, "password": account.password})
    while not answer.headers.get("Location", "").startswith(str(browser.base_url)):
        if not answer.has_redirect_location:
            return answer
        answer = await browser.get(urljoin(str(answer.url), answer.headers["Location"]))
    return await browser.get(answer.headers["Location"])


def own_page(live: Live) -> dict[str, str]:
    """What the platform's own pages send with every write."""
    return {"Origin": live.url, "X-Chamdiem": "1"}


async def seen(browser: httpx.AsyncClient) -> dict[str, tuple[int, str]]:
    """What every service answers the browser."""
    answers = await asyncio.gather(*(browser.get(path) for path in CALLS.values()))
    return {service: problem(answer) for service, answer in zip(CALLS, answers, strict=True)}


async def signed_in(live: Live, name: str) -> tuple[httpx.AsyncClient, Account]:
    """A browser whose person has one account."""
    account = (await live.grant(**{name: {"kind": "data_entry", "unit_code": "so-y-te"}}))[name]
    browser = live.browser()
    await entered(browser, account)
    return browser, account


async def refreshed(live: Live, browser: httpx.AsyncClient) -> None:
    """Have another access token; one that is seconds old is still fresh, and given again."""
    before = browser.cookies["chamdiem_access"]

    async def another() -> bool:
        assert (await browser.post("/auth/refresh", headers=own_page(live))).status_code == 204
        return browser.cookies["chamdiem_access"] != before

    await eventually(another, within_s=20)


async def test_a_browser_signs_in_at_the_provider_and_every_service_knows_it_by_its_cookie(live: Live) -> None:
    account = (await live.grant(mot={"kind": "data_entry", "unit_code": "so-y-te"}))["mot"]
    browser = live.browser()
    assert problem(await browser.get(CALLS["assessment"])) == (401, "access/unauthenticated")
    assert problem(await browser.get("/auth/session")) == (401, "auth/session-over")
    last = await entered(browser, account, next_="/phieu?so=1")
    assert (last.status_code, last.headers["Location"]) == (303, "/phieu?so=1")
    for cookie in last.headers.get_list("Set-Cookie"):
        assert "httponly" in cookie.lower() and "samesite=lax" in cookie.lower()
    session = ok(await browser.get("/auth/session"))
    assert (session["sub"], session["account_id"]) == ("mot", account.id), "one account needs no choice"
    assert await seen(browser) == SERVED
    assert [a["id"] for a in ok(await browser.get("/api/identity/me"))["accounts"]] == [account.id]


async def test_a_wrong_password_opens_nothing(live: Live) -> None:
    account = (await live.grant(sai={"kind": "data_entry", "unit_code": "so-y-te"}))["sai"]
    browser = live.browser()
    page = await browser.get((await browser.get("/auth/sign-in")).headers["Location"])
    answer = await browser.post(str(page.url), data={"username": account.username, "password": "khong-phai"})
    assert "Location" not in answer.headers and "không đúng" in answer.text
    assert problem(await browser.get("/auth/session")) == (401, "auth/session-over")


async def test_a_sign_in_begun_in_one_browser_is_not_finished_in_another(live: Live) -> None:
    account = (await live.grant(khac={"kind": "data_entry", "unit_code": "so-y-te"}))["khac"]
    mine, other = live.browser(), live.browser()
    page = await mine.get((await mine.get("/auth/sign-in")).headers["Location"])
    back = (await mine.post(str(page.url), data={"username": account.username, "password": account.password})).headers["Location"]
    await other.get("/auth/sign-in")
    assert problem(await other.get(back)) == (400, "auth/state-refused")
    assert problem(await other.get("/auth/session")) == (401, "auth/session-over")


async def test_of_several_accounts_the_chosen_one_acts_and_another_persons_cannot_be_chosen(live: Live) -> None:
    made = await live.grant(hai={"kind": "data_entry", "unit_code": "so-y-te"}, ba={"kind": "support"})
    made |= await live.grant(hai_quan_ly={"kind": "management", "sub": "hai"})
    browser, write = live.browser(), own_page(live)
    await entered(browser, made["hai"])
    session = ok(await browser.get("/auth/session"))
    assert {a["account_id"] for a in session["accounts"]} == {made["hai"].id, made["hai_quan_ly"].id}
    assert session["account_id"] is None
    assert {answer[1] for answer in (await seen(browser)).values()} == {"access/choose-account"}
    foreign = await browser.post("/auth/account", json={"account_id": made["ba"].id}, headers=write)
    assert problem(foreign) == (404, "auth/account-not-found")
    ok(await browser.post("/auth/account", json={"account_id": made["hai"].id}, headers=write))
    assert await seen(browser) == SERVED
    assert problem(await browser.get("/api/identity/units")) == (403, "access/not-permitted"), "an officer"
    ok(await browser.post("/auth/account", json={"account_id": made["hai_quan_ly"].id}, headers=write))
    assert problem(await browser.get("/api/identity/units")) == (200, ""), "a manager"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Chamdiem": "1"},
        {"Origin": "http://example.org", "X-Chamdiem": "1"},
        {"Origin": "null", "X-Chamdiem": "1"},
        {"Origin": "OWN"},
    ],
    ids=["a form", "no origin", "another site", "no site", "a script of another kind"],
)
async def test_a_write_by_cookie_from_anywhere_but_the_own_page_is_refused_and_does_nothing(live: Live, headers: dict[str, str]) -> None:
    name = f"ghi{abs(hash(tuple(headers.items())))}"
    account = (await live.grant(**{name: {"kind": "management"}}))[name]
    browser = live.browser()
    await entered(browser, account)
    sent = {key: live.url if value == "OWN" else value for key, value in headers.items()}
    draft = {"document": "schema_version: 1", "media_type": "yaml"}
    before = ok(await browser.get("/api/assessment/criteria-sets"))
    refused = await browser.post("/api/assessment/criteria-sets", json=draft, headers=sent)
    assert problem(refused) == (403, "auth/cross-site")
    for path in ("/auth/sign-out", "/auth/refresh", "/auth/account"):
        assert problem(await browser.post(path, json={"account_id": account.id}, headers=sent)) == (403, "auth/cross-site")
    assert ok(await browser.get("/api/assessment/criteria-sets")) == before
    assert ok(await browser.get("/auth/session"))["account_id"] == account.id
    assert problem(await browser.post("/api/assessment/criteria-sets", json=draft, headers=own_page(live)))[0] == 201


async def test_a_refresh_gives_another_token_and_after_signing_out_every_one_is_refused_everywhere_within_a_second(live: Live) -> None:
    browser, _ = await signed_in(live, "ra")
    older = browser.cookies["chamdiem_access"]
    await refreshed(live, browser)
    assert await seen(browser) == SERVED
    thief = live.browser()
    cookies = {"chamdiem_session": browser.cookies["chamdiem_session"], "chamdiem_access": browser.cookies["chamdiem_access"]}
    thief.cookies.update(cookies)
    assert await seen(thief) == SERVED
    location = ok(await browser.post("/auth/sign-out", headers=own_page(live)))["location"]
    assert (await browser.get(location)).status_code < 400, "the provider ends its own session"
    assert "chamdiem_session" not in browser.cookies and "chamdiem_access" not in browser.cookies
    for token in (cookies["chamdiem_access"], older):
        thief.cookies.set("chamdiem_access", token, domain="127.0.0.1", path="/")

        async def refused_everywhere() -> bool:
            return set((await seen(thief)).values()) == {(401, "access/unauthenticated")}

        await eventually(refused_everywhere, within_s=AT_ONCE_S)
    assert problem(await thief.get("/auth/session")) == (401, "auth/session-over")
    assert problem(await thief.post("/auth/refresh", headers=own_page(live))) == (401, "auth/session-over")


async def test_a_locked_account_is_refused_everywhere_at_once_and_its_session_ends(live: Live) -> None:
    browser, account = await signed_in(live, "khoa")
    program = live.client(account)
    assert await seen(browser) == SERVED
    ok(await live.administrator.post(f"/identity/accounts/{account.id}/lock", json={"reason": "Chuyển công tác"}))
    assert (await seen(browser))["identity"][0] in {401, 403}, "where it was locked the very next call"

    async def refused_everywhere() -> bool:
        return {status for status, _ in (await seen(browser)).values()} <= {401, 403}

    async def session_over() -> bool:
        return problem(await browser.get("/auth/session")) == (401, "auth/session-over")

    await eventually(refused_everywhere, within_s=AT_ONCE_S)
    await eventually(session_over, within_s=AT_ONCE_S)
    assert problem(await browser.post("/auth/refresh", headers=own_page(live))) == (401, "auth/session-over")
    refused = await program.get("/assessment/periods")
    assert problem(refused) == (403, "access/account-locked")
    assert "Chuyển công tác" in refused.json()["detail"]
    assert "không đúng, hoặc tài khoản đang bị khóa" in (await entered(live.browser(), account)).text, "the provider lets nobody in either"


async def test_a_person_with_another_account_works_on_by_it_when_one_is_locked(live: Live) -> None:
    made = await live.grant(kiem={"kind": "data_entry", "unit_code": "so-y-te"})
    made |= await live.grant(kiem_quan_ly={"kind": "management", "sub": "kiem"})
    browser, write = live.browser(), own_page(live)
    await entered(browser, made["kiem"])
    ok(await browser.post("/auth/account", json={"account_id": made["kiem"].id}, headers=write))
    ok(await live.administrator.post(f"/identity/accounts/{made['kiem'].id}/lock", json={"reason": "Thôi nhập liệu"}))

    async def session_over() -> bool:
        return problem(await browser.get("/auth/session")) == (401, "auth/session-over")

    await eventually(session_over, within_s=AT_ONCE_S)
    await entered(browser, made["kiem"])
    refused = await browser.post("/auth/account", json={"account_id": made["kiem"].id}, headers=write)
    assert problem(refused) == (403, "auth/account-locked")
    ok(await browser.post("/auth/account", json={"account_id": made["kiem_quan_ly"].id}, headers=write))
    assert problem(await browser.get("/api/identity/units")) == (200, "")


async def test_no_password_token_or_session_number_is_logged(live: Live) -> None:
    browser, account = await signed_in(live, "kin")
    secrets = [account.password, account.token, *(cookie.value for cookie in browser.cookies.jar)]
    ok(await browser.post("/auth/sign-out", headers=own_page(live)))
    assert [s for s in secrets if s and s in live.log] == []
    assert live.platform.administrator.password not in live.log
