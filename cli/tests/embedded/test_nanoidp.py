import asyncio
import stat
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import pytest
import pytest_asyncio

from chamdiem.embedded.accounts import NanoIdpAccounts
from chamdiem.embedded.errors import SignInRefused
from chamdiem.embedded.nanoidp import AUDIENCE, CLI_CLIENT, CLI_REDIRECT, GATEWAY_CLIENT, EmbeddedNanoIdp
from chamdiem.sign_in.code_flow import Tokens, refresh, sign_in
from chamdiem_identity.provider.port import NewUser, NotSupported, ProviderRefused, ProviderUnavailable, UnknownPerson

GATEWAY_REDIRECT = "http://127.0.0.1/auth/callback"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def provider(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmbeddedNanoIdp]:
    async with EmbeddedNanoIdp(tmp_path_factory.mktemp("idp") / "provider", gateway_redirects=(GATEWAY_REDIRECT,)) as running:
        yield running


async def enter(provider: EmbeddedNanoIdp, username: str, password: str) -> Tokens:
    return await sign_in(provider.issuer, CLI_CLIENT, CLI_REDIRECT, username, password)


async def verified(provider: EmbeddedNanoIdp, token: str, *, audience: str = AUDIENCE) -> dict[str, Any]:
    """The claims, checked as a service checks them: key from the provider's set, issuer, audience, expiry, algorithm."""
    async with aiohttp.ClientSession() as http, http.get(f"{provider.issuer}/.well-known/jwks.json") as answer:
        keys = jwt.PyJWKSet.from_dict(await answer.json())
    key = keys[jwt.get_unverified_header(token)["kid"]]
    claims: dict[str, Any] = jwt.decode(
        token, key, algorithms=["RS256"], audience=audience, issuer=provider.issuer, options={"require": ["exp", "iat", "sub", "jti"]}
    )
    return claims


async def test_the_access_token_says_who_signed_in_and_verifies_by_the_published_key(provider: EmbeddedNanoIdp) -> None:
    sub = await provider.accounts.create_user("an.nv", "Nguyễn Văn An", "mật khẩu có dấu 1")
    tokens = await enter(provider, "an.nv", "mật khẩu có dấu 1")
    claims = await verified(provider, tokens.access_token)
    assert claims["sub"] == sub == "an.nv"
    assert claims["token_use"] == "access"
    assert claims["exp"] - claims["iat"] == tokens.expires_in_s == 600
    assert (await verified(provider, tokens.id_token, audience=CLI_CLIENT))["sub"] == sub


async def test_tokens_of_one_person_have_different_identifiers(provider: EmbeddedNanoIdp) -> None:
    await provider.accounts.create_user("twice", "Hai", "pw")
    first, second = await enter(provider, "twice", "pw"), await enter(provider, "twice", "pw")
    assert (await verified(provider, first.access_token))["jti"] != (await verified(provider, second.access_token))["jti"]


@pytest.mark.parametrize(("username", "password"), [("known", "sai"), ("unknown", "pw"), ("known", ""), ("", "pw"), ("known", "pw ")])
async def test_a_wrong_name_or_password_is_refused_in_vietnamese(provider: EmbeddedNanoIdp, username: str, password: str) -> None:
    await provider.accounts.create_user("known", "Biết", "pw")
    with pytest.raises(SignInRefused, match="Tên đăng nhập hoặc mật khẩu không đúng"):
        await enter(provider, username, password)


async def test_an_unknown_client_or_foreign_address_is_not_served(provider: EmbeddedNanoIdp) -> None:
    await provider.accounts.create_user("served", "A", "pw")
    for client, redirect in (
        ("stranger", CLI_REDIRECT),
        (CLI_CLIENT, "http://example.org/callback"),
        (CLI_CLIENT, "http://127.0.0.1/other"),
    ):
        with pytest.raises(SignInRefused, match="không mở trang đăng nhập"):
            await sign_in(provider.issuer, client, redirect, "served", "pw")


async def test_the_gateway_signs_in_with_its_secret_on_any_port_of_this_machine(provider: EmbeddedNanoIdp) -> None:
    await provider.accounts.create_user("browser", "B", "pw")
    redirect = "http://127.0.0.1:23456/auth/callback"
    with pytest.raises(SignInRefused):
        await sign_in(provider.issuer, GATEWAY_CLIENT, redirect, "browser", "pw", client_secret="sai")
    tokens = await sign_in(provider.issuer, GATEWAY_CLIENT, redirect, "browser", "pw", client_secret=provider.gateway_client_secret)
    again = await refresh(provider.issuer, GATEWAY_CLIENT, tokens.refresh_token, client_secret=provider.gateway_client_secret)
    assert (await verified(provider, again.access_token))["sub"] == "browser"


async def test_a_refresh_token_serves_once(provider: EmbeddedNanoIdp) -> None:
    await provider.accounts.create_user("rotating", "C", "pw")
    tokens = await enter(provider, "rotating", "pw")
    await refresh(provider.issuer, CLI_CLIENT, tokens.refresh_token)
    with pytest.raises(SignInRefused, match="hãy đăng nhập lại"):
        await refresh(provider.issuer, CLI_CLIENT, tokens.refresh_token)


async def test_a_disabled_account_neither_signs_in_nor_refreshes_until_it_is_enabled(provider: EmbeddedNanoIdp) -> None:
    sub = await provider.accounts.create_user("locked", "D", "pw")
    tokens = await enter(provider, "locked", "pw")
    await provider.accounts.set_enabled(sub, False)
    with pytest.raises(SignInRefused):
        await enter(provider, "locked", "pw")
    with pytest.raises(SignInRefused):
        await refresh(provider.issuer, CLI_CLIENT, tokens.refresh_token)
    assert await provider.accounts.exists(sub)
    await provider.accounts.set_enabled(sub, True)
    assert (await enter(provider, "locked", "pw")).access_token


async def test_a_new_password_takes_the_place_of_the_old(provider: EmbeddedNanoIdp) -> None:
    sub = await provider.accounts.create_user("changing", "E", "cũ")
    await provider.accounts.set_password(sub, "mới")
    with pytest.raises(SignInRefused):
        await enter(provider, "changing", "cũ")
    assert (await enter(provider, "changing", "mới")).access_token


async def test_creating_again_is_a_repeat_only_with_the_same_password(provider: EmbeddedNanoIdp) -> None:
    sub = await provider.accounts.create_user("repeat", "F", "pw")
    assert await provider.accounts.create_user("repeat", "F", "pw") == sub
    with pytest.raises(ProviderRefused, match="đã có người dùng"):
        await provider.accounts.create_user("repeat", "G", "another")
    assert (await enter(provider, "repeat", "pw")).access_token


async def test_many_are_made_all_or_none(provider: EmbeddedNanoIdp) -> None:
    people = [NewUser("good-one", "A", "pw"), NewUser("same-name", "B", "1"), NewUser("same-name", "C", "2")]
    with pytest.raises(ProviderRefused, match="same-name"):
        await provider.accounts.create_users(people)
    assert not await provider.accounts.exists("good-one")
    assert not await provider.accounts.exists("same-name")


@pytest.mark.parametrize("username", ["", " ", "a ", "a\nb", "a" * 151])
async def test_a_name_nobody_could_type_is_refused(provider: EmbeddedNanoIdp, username: str) -> None:
    with pytest.raises(ProviderRefused, match="từ 1 đến 150 ký tự"):
        await provider.accounts.create_user(username, "H", "pw")


async def test_an_unknown_account_and_an_empty_password_are_named(provider: EmbeddedNanoIdp) -> None:
    assert not await provider.accounts.exists("nobody")
    with pytest.raises(UnknownPerson):
        await provider.accounts.set_enabled("nobody", True)
    with pytest.raises(UnknownPerson):
        await provider.accounts.set_password("nobody", "pw")
    with pytest.raises(ProviderRefused, match="Mật khẩu không được để trống"):
        await provider.accounts.create_user("somebody", "I", "")


async def test_what_this_provider_cannot_do_is_said(provider: EmbeddedNanoIdp) -> None:
    with pytest.raises(NotSupported, match="Máy chủ đăng nhập trình diễn không kết thúc được các phiên"):
        await provider.accounts.end_sessions("an.nv")


async def test_names_and_passwords_with_a_programs_signs_stay_what_they_are(provider: EmbeddedNanoIdp) -> None:
    name, password = "o'h\"ara: {x} ${HOME}", "${PATH} <b>&amp; : # \\ 'x' 🔑"
    assert await provider.accounts.create_user(name, "${HOME}", password) == name
    claims = await verified(provider, (await enter(provider, name, password)).access_token)
    assert claims["sub"] == name


async def test_hundreds_of_people_are_made_and_sign_in_one_after_another(provider: EmbeddedNanoIdp) -> None:
    await provider.accounts.create_users([NewUser(f"many{number}", "K", "pw") for number in range(200)])
    async with aiohttp.TCPConnector(limit=4) as connector:
        for number in range(200):
            tokens = await sign_in(provider.issuer, CLI_CLIENT, CLI_REDIRECT, f"many{number}", "pw", connector=connector)
            assert tokens.access_token


async def test_changes_at_once_through_two_handles_are_all_kept(provider: EmbeddedNanoIdp, tmp_path: Path) -> None:
    second = NanoIdpAccounts(**vars_of(provider.accounts))
    handles = (provider.accounts, second)
    await asyncio.gather(*(handles[number % 2].create_user(f"both{number}", "L", "pw") for number in range(40)))
    assert all([await second.exists(f"both{number}") for number in range(40)])
    assert (await enter(provider, "both38", "pw")).access_token
    assert (await enter(provider, "both39", "pw")).access_token


async def test_only_the_protocol_is_open(provider: EmbeddedNanoIdp) -> None:
    await provider.accounts.create_user("target", "M", "pw")
    calls = (
        ("GET", "/"),
        ("GET", "/api/users"),
        ("POST", "/api/users/target/token"),
        ("POST", "/api/runtime/users"),
        ("GET", "/api/audit"),
        ("POST", "/api/keys/rotate"),
        ("GET", "/users"),
        ("POST", "/register"),
        ("GET", "/saml/metadata"),
    )
    async with aiohttp.ClientSession() as http:
        for method, path in calls:
            async with http.request(method, provider.issuer + path) as answer:
                assert answer.status == 404, path
        async with http.post(f"{provider.issuer}/api/config/reload") as answer:
            assert answer.status == 401


async def test_the_page_is_vietnamese_and_needs_no_other_address(provider: EmbeddedNanoIdp) -> None:
    query = "response_type=code&client_id=chamdiem-cli&redirect_uri=http://127.0.0.1/callback&scope=openid&code_challenge_method=S256"
    async with aiohttp.ClientSession() as http, http.get(f"{provider.issuer}/authorize?{query}&code_challenge={'a' * 43}") as answer:
        page = await answer.text()
    assert "Mật khẩu" in page
    assert "http://" not in page
    assert "https://" not in page


async def test_a_request_without_a_challenge_is_not_served(provider: EmbeddedNanoIdp) -> None:
    query = "response_type=code&client_id=chamdiem-cli&redirect_uri=http://127.0.0.1/callback&scope=openid&state=s"
    async with aiohttp.ClientSession() as http, http.get(f"{provider.issuer}/authorize?{query}", allow_redirects=False) as answer:
        assert answer.status == 302
        assert "error=invalid_request" in answer.headers["Location"]


async def test_a_second_start_keeps_people_keys_and_spent_tokens(tmp_path: Path) -> None:
    async with EmbeddedNanoIdp(tmp_path / "idp") as first:
        await first.accounts.create_user("an", "Nguyễn Văn An", "pw")
        await first.accounts.set_enabled(await first.accounts.create_user("bình", "Lê Bình", "pw"), False)
        tokens = await enter(first, "an", "pw")
        spent, kept = tokens.refresh_token, (await refresh(first.issuer, CLI_CLIENT, tokens.refresh_token)).access_token
        issuer = first.issuer
    async with EmbeddedNanoIdp(tmp_path / "idp") as second:
        assert second.issuer == issuer
        assert (await verified(second, kept))["sub"] == "an"
        assert (await enter(second, "an", "pw")).access_token
        with pytest.raises(SignInRefused):
            await enter(second, "bình", "pw")
        with pytest.raises(SignInRefused):
            await refresh(issuer, CLI_CLIENT, spent)


async def test_no_password_and_no_secret_is_open_to_read(tmp_path: Path) -> None:
    async with EmbeddedNanoIdp(tmp_path / "idp") as provider:
        await provider.accounts.create_user("an", "Nguyễn Văn An", "mat-khau-rieng")
        await enter(provider, "an", "mat-khau-rieng")
    files = [path for path in (tmp_path / "idp").rglob("*") if path.is_file()]
    assert not [path for path in files if b"mat-khau-rieng" in path.read_bytes()]
    private = ("accounts.json", "provider.json", "users.yaml", "settings.yaml", "runtime.db")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in files}
    assert {modes[name] for name in private} == {0o600}
    assert not [name for name, mode in modes.items() if "private" in name and mode != 0o600]


async def test_a_provider_that_is_down_is_said_and_the_change_can_be_repeated(tmp_path: Path) -> None:
    async with EmbeddedNanoIdp(tmp_path / "idp") as first:
        accounts = first.accounts
    with pytest.raises(ProviderUnavailable):
        await accounts.create_user("an", "Nguyễn Văn An", "pw")
    async with EmbeddedNanoIdp(tmp_path / "idp") as second:
        assert await second.accounts.create_user("an", "Nguyễn Văn An", "pw") == "an"
        assert (await enter(second, "an", "pw")).access_token


def vars_of(accounts: NanoIdpAccounts) -> dict[str, Any]:
    known = vars(accounts)
    return {
        "folder": known["_files"].folder,
        "issuer": known["_issuer"],
        "management_secret": known["_secret"],
        "password_salt": known["_salt"],
    }
