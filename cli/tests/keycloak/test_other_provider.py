"""Sign-in through a government provider, which nanoidp plays."""

from collections.abc import AsyncIterator

import pytest
from tests.support.provider_contract import a_name
from tests.support.provider_sign_in_contract import CHOSEN, FIRST, Door, claim

from chamdiem.embedded.errors import SignInRefused
from chamdiem.embedded.nanoidp import GATEWAY_CLIENT, EmbeddedNanoIdp
from chamdiem.provision.keycloak import RealmRefused
from chamdiem.provision.keycloak_broker import TrustedProvider, trust_provider
from chamdiem.servers.keycloak import Keycloak
from chamdiem.sign_in.code_flow import Tokens, sign_in
from chamdiem_identity.provider.keycloak import KeycloakAccounts
from chamdiem_identity.provider.port import ProviderRefused, UnknownPerson

ALIAS = "cong-dang-nhap"
THEIR_PASSWORD = "mat-khau-o-cong"


@pytest.fixture(scope="module")
async def government(keycloak: Keycloak, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmbeddedNanoIdp]:
    back = f"{keycloak.issuer}/broker/{ALIAS}/endpoint"
    async with EmbeddedNanoIdp(tmp_path_factory.mktemp("government") / "data", gateway_redirects=(back,)) as running:
        provider = TrustedProvider(ALIAS, "Cổng đăng nhập của tỉnh", running.issuer, GATEWAY_CLIENT, running.gateway_client_secret)
        assert provider.return_address(keycloak.url) == back
        for _ in range(2):
            await trust_provider(keycloak.admin, provider)
        yield running


async def through(door: Door, number: str) -> Tokens:
    """Sign in over there by a number, and choose a password of ours where one is due."""
    return await sign_in(door.issuer, door.client_id, door.redirect_uri, number, THEIR_PASSWORD, through=ALIAS, new_password=CHOSEN)


async def test_a_linked_person_comes_in_as_the_own_person(government: EmbeddedNanoIdp, provider: KeycloakAccounts, door: Door) -> None:
    name, number = a_name(), a_name()
    await government.accounts.create_user(number, "Nguyễn Thị Lan", THEIR_PASSWORD)
    sub = await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    assert await provider.link(name, ALIAS, number)
    assert not await provider.link(name, ALIAS, number)
    assert claim(await through(door, number), "sub") == sub
    assert claim(await through(door, number), "preferred_username") == name


async def test_a_stranger_is_refused_in_vietnamese_and_nobody_is_made(
    government: EmbeddedNanoIdp, provider: KeycloakAccounts, door: Door
) -> None:
    name, number = a_name(), a_name()
    await government.accounts.create_user(number, "Người lạ", THEIR_PASSWORD)
    for _ in range(2):
        with pytest.raises(SignInRefused, match=r"chưa được liên kết.*Sở Nội vụ"):
            await through(door, number)
    await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    assert await provider.link(name, ALIAS, number), "the number is somebody's already"


async def test_a_like_name_over_there_opens_nothing(government: EmbeddedNanoIdp, provider: KeycloakAccounts, door: Door) -> None:
    name = a_name()
    await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    await government.accounts.create_user(name, "Người trùng tên", THEIR_PASSWORD)
    with pytest.raises(SignInRefused, match="chưa được liên kết"):
        await through(door, name)


async def test_a_locked_person_does_not_come_in_through_the_other_door(
    government: EmbeddedNanoIdp, provider: KeycloakAccounts, door: Door
) -> None:
    name, number = a_name(), a_name()
    await government.accounts.create_user(number, "Nguyễn Thị Lan", THEIR_PASSWORD)
    sub = await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
    await provider.link(name, ALIAS, number)
    await provider.set_enabled(sub, False)
    with pytest.raises(SignInRefused, match="đã bị khóa"):
        await through(door, number)


async def test_a_number_belongs_to_one_person_and_a_person_has_one_number(government: EmbeddedNanoIdp, provider: KeycloakAccounts) -> None:
    lan, mai, number = a_name(), a_name(), a_name()
    for name in (lan, mai):
        await provider.create_user(name, "Lan", FIRST)
    await provider.link(lan, ALIAS, number)
    with pytest.raises(ProviderRefused, match="người khác"):
        await provider.link(mai, ALIAS, number)
    with pytest.raises(ProviderRefused, match="số khác"):
        await provider.link(lan, ALIAS, f"{number}1")
    with pytest.raises(UnknownPerson):
        await provider.link(a_name(), ALIAS, f"{number}2")


async def test_a_provider_that_goes_by_another_name_is_not_trusted(keycloak: Keycloak, government: EmbeddedNanoIdp) -> None:
    liar = TrustedProvider("la", "Cổng lạ", f"{government.issuer}/", GATEWAY_CLIENT, "x")
    with pytest.raises(RealmRefused, match="xưng tên khác"):
        await trust_provider(keycloak.admin, liar)
    with pytest.raises(RealmRefused, match="Không đọc được"):
        await trust_provider(keycloak.admin, TrustedProvider("la", "Cổng lạ", "http://127.0.0.1:9", GATEWAY_CLIENT, "x"))
