"""Signing a browser in over HTTP."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.support.house import an_account, problem_of


async def test_a_person_signs_in_and_comes_back_to_the_page_they_wanted(world: Any) -> None:
    await world.house.tell(an_account("management", sub="lan", holder_name="Nguyễn Thị Lan"))
    browser = world.browser()
    begun = await browser.get("/auth/sign-in", params={"next": "/phieu?x=1"})
    asked = parse_qs(urlsplit(begun.headers["Location"]).query)
    assert (asked["response_type"], asked["code_challenge_method"]) == (["code"], ["S256"])
    assert asked["redirect_uri"] == ["http://chamdiem.test/auth/callback"]
    assert "httponly" in begun.headers["Set-Cookie"].lower()
    assert "samesite=lax" in begun.headers["Set-Cookie"].lower()
    back = await browser.get(world.provider.authorize(begun.headers["Location"]))
    assert (back.status_code, back.headers["Location"]) == (303, "/phieu?x=1")
    assert back.headers["Cache-Control"] == "no-store"
    for cookie in back.headers.get_list("Set-Cookie"):
        assert "httponly" in cookie.lower()
        assert "samesite=lax" in cookie.lower()
    assert (await browser.get("/auth/session")).json()["holder"] == "Nguyễn Thị Lan"


async def test_under_tls_every_cookie_is_secure_and_bound_to_the_host(secure_world: Any) -> None:
    browser = secure_world.browser("https://chamdiem.test")
    begun = await browser.get("/auth/sign-in")
    back = await browser.get(secure_world.provider.authorize(begun.headers["Location"]))
    cookies = [*begun.headers.get_list("Set-Cookie"), *back.headers.get_list("Set-Cookie")]
    assert {c.partition("=")[0] for c in cookies} >= {"__Host-chamdiem_session", "__Host-chamdiem_access", "__Host-chamdiem_sign_in"}
    assert all(c.startswith("__Host-") and "; secure" in c.lower() and "domain" not in c.lower() and "path=/" in c.lower() for c in cookies)


@pytest.mark.parametrize("next_", ["https://xau.example/", "//xau.example", "/\\xau.example"])
async def test_nobody_is_sent_to_another_site(world: Any, next_: str) -> None:
    answer = await world.browser().get("/auth/sign-in", params={"next": next_})
    assert problem_of(answer) == (422, "auth/next-refused")


async def test_a_code_is_worth_nothing_in_another_browser(world: Any) -> None:
    """Login CSRF: an attacker's own code and state, opened by a victim."""
    attacker, victim = world.browser(), world.browser()
    begun = await attacker.get("/auth/sign-in")
    link = world.provider.authorize(begun.headers["Location"])
    assert problem_of(await victim.get(link)) == (400, "auth/state-refused")
    await victim.get("/auth/sign-in")
    assert problem_of(await victim.get(link)) == (400, "auth/state-refused")
    assert "chamdiem_session" not in victim.cookies


async def test_a_stolen_code_fails_without_the_verifier_of_its_browser(world: Any) -> None:
    victim, thief = world.browser(), world.browser()
    stolen = world.provider.authorize((await victim.get("/auth/sign-in")).headers["Location"])
    own = world.provider.authorize((await thief.get("/auth/sign-in")).headers["Location"])
    code = parse_qs(urlsplit(stolen).query)["code"][0]
    state = parse_qs(urlsplit(own).query)["state"][0]
    answer = await thief.get("/auth/callback", params={"code": code, "state": state})
    assert problem_of(answer) == (401, "auth/sign-in-refused")


async def test_a_callback_is_good_once(world: Any) -> None:
    browser = world.browser()
    link = world.provider.authorize((await browser.get("/auth/sign-in")).headers["Location"])
    assert (await browser.get(link)).status_code == 303
    assert problem_of(await browser.get(link)) == (400, "auth/state-refused")


@pytest.mark.parametrize(
    "claims",
    [{"nonce": "khac"}, {"sub": "khac"}, {"aud": "khac"}, {"iss": "https://khac.example"}, {"exp": 1}],
    ids=["nonce", "sub", "aud", "iss", "exp"],
)
async def test_an_id_token_for_something_else_opens_no_session(world: Any, claims: dict[str, Any]) -> None:
    world.provider.claims = claims
    browser = world.browser()
    link = world.provider.authorize((await browser.get("/auth/sign-in")).headers["Location"])
    assert problem_of(await browser.get(link)) == (401, "auth/sign-in-refused")
    assert await world.house.rows("SELECT id FROM browser_session") == []


async def test_an_answer_of_another_provider_is_refused(world: Any) -> None:
    browser = world.browser()
    link = world.provider.authorize((await browser.get("/auth/sign-in")).headers["Location"])
    mixed_up = link[: link.index("&iss=")] + "&iss=https%3A%2F%2Fkhac.example"
    assert problem_of(await browser.get(mixed_up)) == (401, "auth/sign-in-refused")


async def test_a_sign_in_the_person_gave_up_opens_no_session(world: Any) -> None:
    browser = world.browser()
    state = parse_qs(urlsplit((await browser.get("/auth/sign-in")).headers["Location"]).query)["state"][0]
    answer = await browser.get("/auth/callback", params={"state": state, "error": "access_denied"})
    assert problem_of(answer) == (401, "auth/sign-in-refused")


async def test_while_the_provider_is_silent_the_person_is_told_so(world: Any) -> None:
    browser = world.browser()
    link = world.provider.authorize((await browser.get("/auth/sign-in")).headers["Location"])
    world.provider.silent = True
    assert problem_of(await browser.get(link)) == (503, "auth/provider-unavailable")


async def test_the_database_alone_opens_no_session(world: Any) -> None:
    browser = await world.signed_in()
    (row,) = await world.house.rows("SELECT row_to_json(s)::text AS text FROM browser_session s")
    raw = (await world.house.rows("SELECT refresh_token, access_token, id_token FROM browser_session"))[0]
    assert browser.cookies["chamdiem_session"] not in row["text"]
    for token in (*world.provider.refresh_tokens, browser.cookies["chamdiem_access"]):
        assert all(token.encode() not in sealed for sealed in raw.values())


async def test_signing_in_again_gives_a_new_session_and_ends_the_former(world: Any, token_session: Any) -> None:
    browser = await world.signed_in()
    former, jti = browser.cookies["chamdiem_session"], token_session(browser)
    begun = await browser.get("/auth/sign-in")
    await browser.get(world.provider.authorize(begun.headers["Location"]))
    assert browser.cookies["chamdiem_session"] != former
    assert await world.ended() == {jti}
    assert len(await world.house.rows("SELECT id FROM browser_session")) == 1


async def test_nothing_is_kept_of_sign_ins_that_only_begin(world: Any) -> None:
    for _ in range(3):
        await world.browser().get("/auth/sign-in")
    assert await world.house.rows("SELECT id FROM browser_session") == []


async def test_while_the_provider_is_away_nobody_is_sent_there(world: Any) -> None:
    world.provider.silent = True
    browser = world.browser()
    answer = await browser.get("/auth/sign-in")
    assert problem_of(answer) == (503, "auth/provider-unavailable")
    assert "ai đã đăng nhập vẫn làm việc" in answer.json()["detail"]
    page = await browser.get("/auth/sign-in", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert "<h1>Máy chủ đăng nhập chưa trả lời</h1>" in page.text
    assert 'href="/auth/sign-in"' in page.text
    assert "script" not in page.text
    world.provider.silent = False
    assert (await browser.get("/auth/sign-in")).status_code == 303


async def test_a_person_whose_sign_in_fails_reads_a_page(world: Any) -> None:
    browser = world.browser()
    state = parse_qs(urlsplit((await browser.get("/auth/sign-in")).headers["Location"]).query)["state"][0]
    refused = {"state": state, "error": "<script>access_denied"}
    answer = await browser.get("/auth/callback", params=refused, headers={"Accept": "text/html,*/*"})
    assert answer.status_code == 401
    assert "Hãy đăng nhập lại." in answer.text
    assert "<script" not in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
