"""Signing in at Keycloak through nginx and the gateway, working, and every way in which a session ends."""

import asyncio
import time
from uuid import uuid4

import aiohttp
import jwt
import pytest
from tests.servers.browser import CALLS, SERVED, Browser
from tests.servers.conftest import CHOSEN, Person, Province
from tests.support.eventually import eventually

from chamdiem.provision.keycloak import Program, WantedRealm, administration, create_realm
from chamdiem.servers.keycloak import Keycloak
from chamdiem_contracts.appraisal import AppraisalSentV1
from chamdiem_kit import outbox
from chamdiem_kit.db import Database

AT_ONCE_S = 1.0
OVER = (401, "access/unauthenticated")


async def signed_in(province: Province, kind: str = "support", **fields: object) -> tuple[Browser, Person]:
    """A browser in which a new person has signed in and changed the given password."""
    person = await province.grant(kind, **fields)
    browser = await province.browser()
    page = await browser.sign_in(person.username, person.password, new_password=CHOSEN)
    assert (page.status, page.url) == (200, f"{province.url}/"), page.text[:2000]
    await eventually(lambda: _served(browser), within_s=20)
    return browser, person


async def _served(browser: Browser) -> bool:
    return await browser.seen() == SERVED


async def refused_after(browser: Browser, expected: tuple[int, str]) -> float:
    """How long until every service refuses the browser as expected, in seconds."""
    began = time.monotonic()

    async def refused() -> bool:
        return set((await browser.seen()).values()) == {expected}

    await eventually(refused, within_s=20)
    return time.monotonic() - began


def keycloak_of(province: Province) -> Keycloak:
    server = province.production.servers.by_name["keycloak"]
    assert isinstance(server, Keycloak)
    return server


async def test_a_person_changes_the_given_password_chooses_an_account_works_and_signs_out(province: Province) -> None:
    first = await province.grant("support")
    second = await province.grant("management", sub=first.sub, username=first.username)
    browser = await province.browser()
    asked = await browser.open("/auth/sign-in?next=/phieu")
    assert "Đăng nhập" in asked.text
    given = await browser.submit(asked, password=first.password, username=first.username)
    assert given.page.form_with("password-new"), "the given password is good for being changed only"
    assert (await browser.get("/auth/session")).problem == (401, "auth/session-over")
    back = await browser.submit(given, password_new=CHOSEN, password_confirm=CHOSEN)
    assert (back.status, back.url) == (200, f"{province.url}/phieu")

    async def both_known() -> bool:
        return len((await browser.get("/auth/session")).body["accounts"]) == 2

    await eventually(both_known, within_s=20)
    assert (await browser.get("/api/ranking/periods")).problem == (403, "access/choose-account")
    assert (await browser.post("/auth/account", {"account_id": second.account_id})).status == 200
    await eventually(lambda: _served(browser), within_s=20)
    assert (await browser.get("/auth/session")).body["account_id"] == second.account_id

    location = (await browser.post("/auth/sign-out")).body["location"]
    left = await browser.open(location)
    assert (left.status, left.url) == (200, f"{province.url}/"), "the provider asks nothing more and sends back"
    assert set((await browser.seen()).values()) == {OVER}
    again = await browser.open("/auth/sign-in")
    assert again.page.form_with("password"), "the provider's own session is over too"


async def test_signing_out_is_told_to_every_service(province: Province) -> None:
    browser, _ = await signed_in(province)
    token = browser.cookie("chamdiem_access")
    thief = await province.browser()
    headers = {"Authorization": f"Bearer {token}"}
    await browser.post("/auth/sign-out")
    asked = await browser.open("/auth/sign-in")
    assert asked.page.form_with("password"), "also where the page did not send the browser to the provider's own sign-out"

    async def refused() -> bool:
        async with aiohttp.ClientSession(headers=headers) as http:
            return {(await http.get(f"{province.url}{path}")).status for path in CALLS.values()} == {401}

    await eventually(refused, within_s=10)
    assert set((await thief.seen()).values()) == {OVER}


async def test_a_locked_account_is_refused_everywhere_at_once_and_told_why(province: Province) -> None:
    took_s = 2 * AT_ONCE_S
    for _ in range(3):  # another test's work on the same two processors may come between once
        browser, person = await signed_in(province)
        await province.administer("POST", f"/accounts/{person.account_id}/lock", {"reason": "Nghỉ hưu từ tháng 11"})
        took_s = await refused_after(browser, (403, "access/account-locked"))
        if took_s < AT_ONCE_S:
            break
    assert took_s < AT_ONCE_S
    said = await browser.get("/api/assessment/criteria-sets")
    assert "Nghỉ hưu từ tháng 11" in said.body["detail"]
    assert "Quản trị của Sở Nội vụ mở khóa được" in said.body["detail"]

    async def why() -> bool:
        session = await browser.get("/auth/session")
        return session.problem == (401, "auth/session-over") and "Nghỉ hưu từ tháng 11" in session.body["detail"]

    await eventually(why, within_s=10)
    assert (await browser.post("/auth/refresh")).problem == (401, "auth/session-over")

    async def shut_out() -> bool:
        stranger = await province.browser()
        page = await stranger.sign_in(person.username, CHOSEN)
        return not page.url.startswith(f"{province.url}/") and "khóa" in page.page.complaint

    await eventually(shut_out, within_s=20)
    await province.administer("POST", f"/accounts/{person.account_id}/unlock", {"reason": "Nhầm người"})

    async def let_in() -> bool:
        return (await (await province.browser()).sign_in(person.username, CHOSEN)).url == f"{province.url}/"

    await eventually(let_in, within_s=20)


async def test_the_lock_after_sending_an_appraisal_is_refused_everywhere_and_told_why(province: Province) -> None:
    agency = f"A{uuid4().hex[:6].upper()}"
    browser, person = await signed_in(province, "appraisal", appraiser_code=agency)
    fields = {"version": 1, "appraisal_id": uuid4(), "period_id": uuid4(), "appraiser_code": agency, "round": 1, "last_round": 1}
    sent = AppraisalSentV1.model_validate({**fields, "status": "sent", "open": False, "lock_scope": "sign_in"})
    database = Database(province.production.addresses.databases["appraisal"], pool_size=1)
    try:
        async with database.transaction() as tx:
            await outbox.add_all(tx, [sent])
    finally:
        await database.close()
    await refused_after(browser, (403, "access/appraisal-locked"))
    assert "lãnh đạo Sở Nội vụ mở lại được" in (await browser.get("/api/assessment/criteria-sets")).body["detail"]
    again = await province.browser()
    assert (await again.sign_in(person.username, CHOSEN)).url == f"{province.url}/", "the person is never disabled by it"
    (account,) = (await again.get("/auth/session")).body["accounts"]
    assert (account["may_act"], "lãnh đạo Sở Nội vụ" in account["why_not"]) == (False, True)


async def test_a_session_ended_at_the_provider_ends_here(province: Province) -> None:
    browser, person = await signed_in(province)
    async with administration(keycloak_of(province).admin, "chamdiem") as keycloak:
        await keycloak.a_user_logout(person.sub)
    await refused_after(browser, OVER)
    assert (await browser.get("/auth/session")).problem == (401, "auth/session-over")


async def test_requests_of_one_page_at_two_gateways_spend_one_refresh_token(province: Province) -> None:
    browser, _ = await signed_in(province)
    before = browser.cookie("chamdiem_access")

    async def renewed() -> bool:
        answers = await asyncio.gather(*(browser.post("/auth/refresh") for _ in range(12)))
        assert {answer.status for answer in answers} == {204}
        return browser.cookie("chamdiem_access") != before

    for _ in range(2):
        await eventually(renewed, within_s=20)
        before = browser.cookie("chamdiem_access")
    assert await browser.seen() == SERVED


@pytest.fixture(scope="module")
async def program(province: Province) -> tuple[str, str]:
    """Client id and secret of another body's program."""
    known = keycloak_of(province).wanted()
    made = Program("phan-mem-bao-cao", "Phần mềm báo cáo của tỉnh", "bi-mat-cua-phan-mem-2026")
    fields = {name: getattr(known, name) for name in ("public_origin", "backchannel_logout_url", "gateway_secret", "identity_secret")}
    await create_realm(keycloak_of(province).admin, WantedRealm(**fields, programs=(made,)))
    return made.client_id, made.secret


async def test_a_program_reads_what_is_published_and_writes_nothing(province: Province, program: tuple[str, str]) -> None:
    async with aiohttp.ClientSession() as http:
        form = {"grant_type": "client_credentials", "client_id": program[0], "client_secret": program[1]}
        async with http.post(f"{province.issuer}/protocol/openid-connect/token", data=form) as answer:
            token = (await answer.json())["access_token"]
        headers = {"Authorization": f"Bearer {token}"}

        async def ask(method: str, path: str) -> tuple[int, str]:
            async with http.request(method, f"{province.url}/api{path}", headers=headers, json={} if method != "GET" else None) as given:
                body = await given.json(content_type=None)
                return given.status, str(body.get("type", "")).removeprefix("/problems/") if given.status >= 400 else ""

        assert await ask("GET", "/ranking/published") == (200, "")
        assert await ask("GET", "/assessment/criteria-sets") == (403, "access/no-account"), "nobody granted it anything yet"
        async with http.get(f"{province.url}/api/identity/me", headers=headers) as me:
            sub = (await me.json())["sub"]
        await province.grant("client", username="phan-mem-bao-cao", holder_name="Phần mềm báo cáo của tỉnh", sub=sub)

        async def granted() -> bool:
            return await ask("GET", "/assessment/criteria-sets") == (200, "")

        await eventually(granted, within_s=20)
        for method, path in (
            ("POST", "/assessment/criteria-sets"),
            ("POST", "/assessment/periods"),
            ("POST", "/identity/units"),
            ("POST", "/identity/accounts"),
            ("GET", "/identity/units"),
            ("GET", f"/ranking/periods/{uuid4()}/results"),
            ("POST", f"/ranking/periods/{uuid4()}/publish"),
        ):
            assert await ask(method, path) == (403, "access/not-permitted"), (method, path)


async def test_a_key_taken_from_the_provider_opens_nothing_any_more(province: Province) -> None:
    old, _ = await signed_in(province)
    async with administration(keycloak_of(province).admin, "chamdiem") as keycloak:
        realm = (await keycloak.a_get_realm("chamdiem"))["id"]
        former = [
            c for c in await keycloak.a_get_components({"type": "org.keycloak.keys.KeyProvider"}) if c["providerId"] == "rsa-generated"
        ]
        config = {"priority": ["200"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"], "keySize": ["2048"]}
        kind = {"providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider", "parentId": realm, "config": config}
        await keycloak.a_create_component({"name": f"rsa-{uuid4().hex[:6]}", **kind})
        for component in former:
            await keycloak.a_delete_component(component["id"])
    fresh, _ = await signed_in(province)
    assert await fresh.seen() == SERVED
    await refused_after(old, OVER)


async def test_while_keycloak_is_down_who_is_signed_in_works_on_and_nobody_new_comes_in(province: Province) -> None:
    browser, person = await signed_in(province)
    keycloak = keycloak_of(province)
    servers = province.production.servers
    await servers.down(["keycloak"])
    assert await browser.seen() == SERVED
    stranger = await province.browser()

    async def noticed() -> bool:  # by both gateways
        answers = [await stranger.get("/auth/sign-in") for _ in range(4)]
        return {answer.problem for answer in answers} == {(503, "auth/provider-unavailable")}

    await eventually(noticed, within_s=15)
    page = await stranger.open("/auth/sign-in")
    assert (page.status, "Máy chủ đăng nhập chưa trả lời" in page.text) == (503, True)

    async def not_refreshed() -> bool:  # a token of seconds ago is still given again
        return (await browser.post("/auth/refresh")).problem == (503, "auth/provider-unavailable")

    await eventually(not_refreshed, within_s=20)
    assert (await browser.get("/auth/session")).status == 200
    assert await browser.seen() == SERVED

    outcome = await servers.up(["keycloak"])
    assert not outcome.faults
    before = browser.cookie("chamdiem_access")

    async def well_again() -> bool:
        return (await browser.post("/auth/refresh")).status == 204 and browser.cookie("chamdiem_access") != before

    await eventually(well_again, within_s=30)
    assert await browser.seen() == SERVED
    assert (await stranger.sign_in(person.username, CHOSEN)).url == f"{province.url}/"
    claims = jwt.decode(browser.cookie("chamdiem_access") or "", options={"verify_signature": False})
    assert (claims["iss"], claims["aud"]) == (keycloak.issuer, "chamdiem")
