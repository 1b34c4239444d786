"""A browser's session over HTTP."""

import asyncio
import time
from typing import Any
from uuid import uuid4

import httpx
import jwt
import pytest
from gateway.tests.conftest import ProviderOutside
from tests.support.eventually import eventually
from tests.support.house import an_account, problem_of

EVENT: dict[str, dict[str, str]] = {"http://schemas.openid.net/event/backchannel-logout": {}}


async def test_a_person_with_one_account_need_not_choose(world: Any) -> None:
    account = an_account("management", sub="lan")
    await world.house.tell(account)
    browser = await world.signed_in()
    assert (await browser.get("/auth/session")).json()["account_id"] == str(account.account_id)
    assert browser.cookies["chamdiem_account"] == str(account.account_id)


async def test_a_person_with_several_accounts_chooses_one_of_the_own(world: Any) -> None:
    one, other, strange = an_account("management", sub="lan"), an_account("support", sub="lan"), an_account("support", sub="mai")
    locked = an_account("appraisal", sub="lan", appraiser_code="SNV", appraisal_lock="sign_in")
    await world.house.tell(one, other, strange, locked)
    browser = await world.signed_in()
    session = (await browser.get("/auth/session")).json()
    assert session["account_id"] is None
    assert {a["account_id"]: a["may_act"] for a in session["accounts"]} == {
        str(one.account_id): True,
        str(other.account_id): True,
        str(locked.account_id): False,
    }
    chosen = await browser.post("/auth/account", json={"account_id": str(other.account_id)})
    assert chosen.status_code == 200
    assert (await browser.get("/auth/session")).json()["account_id"] == str(other.account_id)
    assert browser.cookies["chamdiem_account"] == str(other.account_id)
    refused = await browser.post("/auth/account", json={"account_id": str(strange.account_id)})
    assert problem_of(refused) == (404, "auth/account-not-found")
    refused = await browser.post("/auth/account", json={"account_id": str(locked.account_id)})
    assert problem_of(refused) == (403, "auth/appraisal-locked")


async def test_without_a_session_nothing_is_shown(world: Any) -> None:
    browser = world.browser()
    assert problem_of(await browser.get("/auth/session")) == (401, "auth/session-over")
    browser.cookies["chamdiem_session"] = "a" * 43
    assert problem_of(await browser.get("/auth/session")) == (401, "auth/session-over")
    for path in ("/auth/refresh", "/auth/account"):
        body = {"account_id": str(uuid4())} if path == "/auth/account" else None
        assert problem_of(await browser.post(path, json=body)) == (401, "auth/session-over")


@pytest.mark.parametrize("headers", [{"Origin": "https://xau.example"}, {"Origin": "null"}, {"Origin": ""}, {"X-Chamdiem": ""}])
async def test_another_sites_page_can_do_nothing_with_the_session(world: Any, headers: dict[str, str]) -> None:
    browser = await world.signed_in()
    for path in ("/auth/refresh", "/auth/sign-out", "/auth/account"):
        answer = await browser.post(path, json={"account_id": str(uuid4())}, headers=headers)
        assert problem_of(answer) == (403, "auth/cross-site")
    assert (await browser.get("/auth/session")).status_code == 200


async def _grown_old(world: Any) -> None:
    await world.house.rows("WITH x AS (UPDATE browser_session SET renewed_at = now() - interval '1 minute' RETURNING 1) SELECT * FROM x")


async def test_a_page_gets_a_fresh_token(world: Any) -> None:
    browser = await world.signed_in()
    await _grown_old(world)
    before = browser.cookies["chamdiem_access"]
    assert (await browser.post("/auth/refresh")).status_code == 204
    assert browser.cookies["chamdiem_access"] != before
    await _grown_old(world)
    assert (await browser.post("/auth/refresh")).status_code == 204
    assert world.provider.refreshed == 2


async def test_many_requests_at_once_spend_one_refresh_token(world: Any) -> None:
    browser = await world.signed_in()
    await _grown_old(world)
    answers = await asyncio.gather(*(browser.post("/auth/refresh") for _ in range(8)))
    assert {a.status_code for a in answers} == {204}
    assert world.provider.refreshed == 1
    assert len({a.cookies["chamdiem_access"] for a in answers}) == 1


async def test_a_refresh_the_provider_refuses_ends_the_session(world: Any, token_session: Any) -> None:
    browser = await world.signed_in()
    await _grown_old(world)
    world.provider.refresh_tokens.clear()
    assert problem_of(await browser.post("/auth/refresh")) == (401, "auth/session-over")
    assert problem_of(await browser.get("/auth/session")) == (401, "auth/session-over")
    assert await world.ended() == {token_session(browser)}


async def test_while_the_provider_is_silent_the_session_stays(world: Any) -> None:
    browser = await world.signed_in()
    await _grown_old(world)
    world.provider.silent = True
    assert problem_of(await browser.post("/auth/refresh")) == (503, "auth/provider-unavailable")
    world.provider.silent = False
    assert (await browser.post("/auth/refresh")).status_code == 204


async def test_signing_out_ends_it_everywhere(world: Any, token_session: Any) -> None:
    browser = await world.signed_in()
    first = token_session(browser)
    await _grown_old(world)
    await browser.post("/auth/refresh")
    second = token_session(browser)
    answer = await browser.post("/auth/sign-out")
    location = answer.json()["location"]
    assert location.startswith(f"{world.provider.url}/end_session?id_token_hint=")
    assert "post_logout_redirect_uri=http%3A%2F%2Fchamdiem.test%2F" in location
    assert await world.ended() == {first, second}
    assert world.provider.refresh_tokens == {}
    assert "chamdiem_session" not in browser.cookies
    assert "chamdiem_access" not in browser.cookies


async def test_signing_out_twice_is_no_fault(world: Any) -> None:
    browser = await world.signed_in()
    kept = browser.cookies["chamdiem_session"]
    await browser.post("/auth/sign-out")
    browser.cookies["chamdiem_session"] = kept
    assert (await browser.post("/auth/sign-out")).json() == {"location": "http://chamdiem.test/"}


async def test_signing_out_ends_the_other_browsers_of_the_same_provider_session(world: Any) -> None:
    world.provider.sid = "sso-1"
    one, same = await world.signed_in(), await world.signed_in()
    world.provider.sid = "sso-2"
    other = await world.signed_in()
    await one.post("/auth/sign-out")
    assert (await same.get("/auth/session")).status_code == 401
    assert (await other.get("/auth/session")).status_code == 200
    assert await world.ended() == {"sso-1"}


async def test_a_locked_account_ends_its_sessions_at_once(world: Any, token_session: Any) -> None:
    account = an_account("management", sub="lan")
    await world.house.tell(account)
    browser = await world.signed_in()
    await world.house.tell(account.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ"}))
    assert (await browser.get("/auth/session")).status_code == 401
    assert problem_of(await browser.post("/auth/refresh")) == (401, "auth/session-over")
    assert await world.ended() == {token_session(browser)}


async def test_a_lock_ends_a_session_that_began_before_the_account_was_known(world: Any, token_session: Any) -> None:
    browser = await world.signed_in()
    account = an_account("management", sub="lan")
    await world.house.tell(account)
    assert (await browser.get("/auth/session")).json()["account_id"] is None
    await world.house.tell(account.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ"}))
    assert (await browser.get("/auth/session")).status_code == 401
    assert await world.ended() == {token_session(browser)}


async def test_a_lock_that_was_lifted_before_it_arrived_ends_nothing(world: Any) -> None:
    account = an_account("management", sub="lan", version=3)
    await world.house.tell(account)
    browser = await world.signed_in()
    await world.house.tell(account.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ"}))
    assert (await browser.get("/auth/session")).status_code == 200


async def test_the_lock_of_one_account_leaves_the_persons_token_to_the_others(world: Any) -> None:
    one, other = an_account("management", sub="lan"), an_account("support", sub="lan")
    await world.house.tell(one, other)
    working, elsewhere = await world.signed_in(), await world.signed_in()
    await working.post("/auth/account", json={"account_id": str(one.account_id)})
    await elsewhere.post("/auth/account", json={"account_id": str(other.account_id)})
    await world.house.tell(one.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ"}))
    assert (await working.get("/auth/session")).status_code == 401
    assert (await elsewhere.get("/auth/session")).status_code == 200
    assert await world.ended() == set()


@pytest.mark.parametrize(("scope", "council", "status"), [("sign_in", False, 401), ("sign_in", True, 200), ("writing", False, 200)])
async def test_an_appraisal_lock_ends_sessions_as_its_scope_says(world: Any, scope: str, council: bool, status: int) -> None:
    account = an_account("appraisal", sub="lan", appraiser_code="SNV")
    await world.house.tell(account)
    browser = await world.signed_in()
    await world.house.tell(account.model_copy(update={"version": 2, "appraisal_lock": scope, "council_session_open": council}))
    assert (await browser.get("/auth/session")).status_code == status


def _logout_token(world: Any, **claims: Any) -> dict[str, str]:
    now = int(time.time())
    usual = {"iss": world.provider.url, "aud": "chamdiem-gateway", "iat": now, "exp": now + 120, "jti": uuid4().hex, "events": EVENT}
    return {"logout_token": world.provider.signed(**{k: v for k, v in {**usual, **claims}.items() if v is not None})}


async def _log_out(world: Any, **claims: Any) -> httpx.Response:
    answer: httpx.Response = await world.house.anonymous.post("http://service/auth/backchannel-logout", data=_logout_token(world, **claims))
    return answer


async def test_the_provider_ends_a_session_from_behind(world: Any) -> None:
    world.provider.sid = "sso-1"
    browser = await world.signed_in()
    answer = await world.house.anonymous.post("http://service/auth/backchannel-logout", data=_logout_token(world, sid="sso-1", sub="lan"))
    assert answer.status_code == 200
    assert (await browser.get("/auth/session")).status_code == 401
    assert await world.ended() == {"sso-1"}


async def test_a_logout_of_a_person_ends_all_their_sessions(world: Any) -> None:
    one, other = await world.signed_in("lan"), await world.signed_in("mai")
    await world.house.anonymous.post("http://service/auth/backchannel-logout", data=_logout_token(world, sub="lan"))
    assert [(await b.get("/auth/session")).status_code for b in (one, other)] == [401, 200]


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "khac"},
        {"iss": "khac"},
        {"iss": None},
        {"events": {}},
        {"events": None},
        {"events": "x"},
        {"events": {next(iter(EVENT)): "x"}},
        {"nonce": "x"},
        {"sub": None},
        {"sub": {"a": 1}},
        {"iat": 1000},
        {"iat": None},
        {"exp": 1000},
        {"exp": None},
        {"jti": None},
        {"jti": ""},
        {"sid": "sso-1", "sub": "mai"},
        {"sid": "sso-2"},
    ],
    ids=str,
)
async def test_a_forged_or_strange_logout_ends_nothing(world: Any, claims: dict[str, Any]) -> None:
    world.provider.sid = "sso-1"
    browser = await world.signed_in()
    answer = await _log_out(world, **{"sub": "lan", **claims})
    if "sid" not in claims:
        assert problem_of(answer) == (400, "auth/logout-token-refused")
    assert (await browser.get("/auth/session")).status_code == 200
    assert await world.ended() == set()


async def test_a_logout_token_is_good_once(world: Any) -> None:
    token = _logout_token(world, sub="lan")
    first = await world.house.anonymous.post("http://service/auth/backchannel-logout", data=token)
    assert (first.status_code, first.headers["Cache-Control"]) == (200, "no-store")
    browser = await world.signed_in()
    again = await world.house.anonymous.post("http://service/auth/backchannel-logout", data=token)
    assert problem_of(again) == (400, "auth/logout-token-refused")
    assert (await browser.get("/auth/session")).status_code == 200


async def test_a_logout_token_of_a_stranger_key_or_of_none_ends_nothing(world: Any) -> None:
    browser = await world.signed_in()
    stranger = ProviderOutside()
    stranger.url = world.provider.url
    now = int(time.time())
    claims = {"iss": world.provider.url, "aud": "chamdiem-gateway", "iat": now, "exp": now + 60, "jti": "x", "events": EVENT, "sub": "lan"}
    for token in (stranger.signed(**claims), jwt.encode(claims, None, algorithm="none"), "", "x"):
        answer = await world.house.anonymous.post("http://service/auth/backchannel-logout", data={"logout_token": token})
        assert problem_of(answer) == (400, "auth/logout-token-refused")
    assert (await browser.get("/auth/session")).status_code == 200


async def test_an_id_token_is_no_logout_token(world: Any) -> None:
    browser = await world.signed_in()
    data = {"logout_token": world.provider.token("lan", aud="chamdiem-gateway", nonce="n")}
    answer = await world.house.anonymous.post("http://service/auth/backchannel-logout", data=data)
    assert problem_of(answer) == (400, "auth/logout-token-refused")
    assert (await browser.get("/auth/session")).status_code == 200


@pytest.mark.parametrize("provider_first", [False, True], ids=["told by the lock", "ended by the provider before"])
async def test_a_session_that_a_lock_ended_says_why_and_who_can_lift_it(world: Any, provider_first: bool) -> None:
    account = an_account("management", sub="lan")
    await world.house.tell(account)
    browser = await world.signed_in()
    if provider_first:
        assert (await _log_out(world, sub="lan")).status_code == 200
        assert (await browser.get("/auth/session")).json()["detail"] == "Hãy đăng nhập lại."
    await world.house.tell(account.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ hưu"}))
    for answer in (await browser.get("/auth/session"), await browser.post("/auth/refresh")):
        assert problem_of(answer) == (401, "auth/session-over")
        assert answer.json()["detail"] == "Tài khoản đang bị khóa. Lý do: Nghỉ hưu. Quản trị của Sở Nội vụ mở khóa được."


async def test_signing_out_says_nothing_of_a_later_lock_to_others(world: Any) -> None:
    mine, theirs = an_account("management", sub="lan"), an_account("management", sub="mai")
    await world.house.tell(mine, theirs)
    browser = await world.signed_in("mai")
    number = browser.cookies["chamdiem_session"]
    await browser.post("/auth/sign-out")
    await world.house.tell(mine.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ hưu"}))
    browser.cookies["chamdiem_session"] = number
    assert (await browser.get("/auth/session")).json()["detail"] == "Hãy đăng nhập lại."


async def test_who_signs_in_with_a_locked_account_reads_why_it_may_not_act(world: Any) -> None:
    locked = an_account("management", sub="lan", status="locked", locked_reason="Nghỉ hưu")
    after_sending = an_account("appraisal", sub="lan", appraiser_code="SNV", appraisal_lock="sign_in")
    await world.house.tell(locked, after_sending)
    browser = await world.signed_in()
    shown = {a["account_id"]: a for a in (await browser.get("/auth/session")).json()["accounts"]}
    assert "Nghỉ hưu" in shown[str(locked.account_id)]["why_not"]
    assert "Quản trị của Sở Nội vụ" in shown[str(locked.account_id)]["why_not"]
    assert "lãnh đạo Sở Nội vụ mở lại được" in shown[str(after_sending.account_id)]["why_not"]


async def test_a_refresh_without_keys_to_judge_by_loses_no_session(world: Any) -> None:
    """The old refresh token is spent then; the new one must not be lost with it."""
    browser = await world.signed_in()
    await _grown_old(world)
    world.provider.rotate()
    world.provider.keys_hidden = True
    world.house.service.access.verifier = type(world.house.service.access.verifier)(world.provider.url, "chamdiem")
    assert problem_of(await browser.post("/auth/refresh")) == (503, "auth/provider-unavailable")
    world.provider.keys_hidden = False

    async def refreshed() -> bool:
        return bool((await browser.post("/auth/refresh")).status_code == 204)

    await eventually(refreshed)
