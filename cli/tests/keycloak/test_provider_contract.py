"""Keycloak passes the same suites as the demonstration provider, and more that only it can."""

import asyncio
from typing import ClassVar

import pytest
from cli.tests.keycloak.conftest import settings_of
from tests.support.provider_contract import IdentityProviderContract, a_name
from tests.support.provider_sign_in_contract import CHOSEN, FIRST, SECOND, Door, SignInContract, claim

from chamdiem.embedded.errors import SignInRefused
from chamdiem.provision.keycloak import administration
from chamdiem.servers.keycloak import Keycloak
from chamdiem.sign_in.code_flow import PasswordChangeDue
from chamdiem_identity.provider.domain import new_password
from chamdiem_identity.provider.keycloak import KeycloakAccounts, KeycloakSettings
from chamdiem_identity.provider.port import NewUser, ProviderRefused, ProviderUnavailable, UnknownPerson


class TestKeycloak(IdentityProviderContract, SignInContract):
    """Everything else is in the suites."""

    asks_for_new_password: ClassVar[bool] = True

    async def test_the_given_password_lets_nobody_in_before_it_is_changed(self, provider: KeycloakAccounts, door: Door) -> None:
        name = a_name()
        await provider.create_user(name, "Lan", FIRST)
        with pytest.raises(PasswordChangeDue):
            await door.enter(name, FIRST)

    async def test_a_weak_new_password_is_refused_in_vietnamese(self, provider: KeycloakAccounts, door: Door) -> None:
        name = a_name()
        await provider.create_user(name, "Lan", FIRST)
        with pytest.raises(SignInRefused, match="từ 12 ký tự"):
            await door.enter(name, FIRST, "yeu")

    @pytest.mark.parametrize("password", ["yeu", "khongcosovachuhoa"[:11], "Mat-khau", "x" * 129])
    async def test_a_password_against_the_policy_is_refused_in_vietnamese(self, provider: KeycloakAccounts, password: str) -> None:
        with pytest.raises(ProviderRefused, match="Mật khẩu"):
            await provider.create_user(a_name(), "Lan", password)
        sub = await provider.create_user(a_name(), "Lan", FIRST)
        with pytest.raises(ProviderRefused, match="Mật khẩu"):
            await provider.set_password(sub, password)

    async def test_twelve_plain_letters_are_enough(self, provider: KeycloakAccounts) -> None:
        assert await provider.create_user(a_name(), "Lan", "muoihaichucai")

    async def test_a_password_of_before_is_refused_and_the_last_one_stays(self, provider: KeycloakAccounts, door: Door) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Lan", FIRST)
        await provider.set_password(sub, SECOND)
        for _ in range(2):
            with pytest.raises(ProviderRefused, match="5 mật khẩu gần nhất"):
                await provider.set_password(sub, FIRST)
        await provider.set_password(sub, SECOND)
        assert (await door.enter(name, SECOND, CHOSEN)).changed

    async def test_what_others_keep_at_a_person_survives_every_change(self, keycloak: Keycloak, provider: KeycloakAccounts) -> None:
        sub = await provider.create_user(a_name(), "Nguyễn Thị Lan", FIRST)
        async with administration(keycloak.admin, "chamdiem") as admin:
            there = await admin.a_get_user(sub)
            kept = {**there["attributes"], "so-hieu": ["CB-001"]}
            await admin.a_update_user(sub, {**there, "email": "lan@example.vn", "attributes": kept})
            await provider.set_password(sub, SECOND)
            await provider.set_enabled(sub, False)
            await provider.set_enabled(sub, True)
            after = await admin.a_get_user(sub)
        assert (after["lastName"], after["email"], after["attributes"]["so-hieu"]) == ("Nguyễn Thị Lan", "lan@example.vn", ["CB-001"])

    async def test_ended_sessions_are_over_though_the_person_may_come_back(self, provider: KeycloakAccounts, door: Door) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Lan", FIRST)
        tokens = await door.enter(name, FIRST, CHOSEN)
        await provider.end_sessions(sub)
        with pytest.raises(SignInRefused):
            await door.stay(tokens)
        assert claim(await door.enter(name, CHOSEN), "sub") == sub

    async def test_a_spent_refresh_token_ends_the_session_it_was_stolen_from(self, provider: KeycloakAccounts, door: Door) -> None:
        name = a_name()
        await provider.create_user(name, "Lan", FIRST)
        tokens = await door.enter(name, FIRST, CHOSEN)
        fresh = await door.stay(tokens)
        with pytest.raises(SignInRefused):
            await door.stay(tokens)
        with pytest.raises(SignInRefused):
            await door.stay(fresh)

    async def test_five_wrong_passwords_keep_out_the_right_one_until_a_new_one_is_given(
        self, provider: KeycloakAccounts, door: Door
    ) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Lan", FIRST)
        await door.enter(name, FIRST, CHOSEN)
        for _ in range(5):
            with pytest.raises(SignInRefused, match="Sau 5 lần sai"):
                await door.enter(name, "sai")
        with pytest.raises(SignInRefused, match="Sau 5 lần sai"):
            await door.enter(name, CHOSEN)
        await provider.set_password(sub, SECOND)
        assert (await door.enter(name, SECOND, "Tu-chon-2027")).changed

    async def test_a_locked_person_reads_who_can_lift_the_lock(self, provider: KeycloakAccounts, door: Door) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Lan", FIRST)
        await provider.set_enabled(sub, False)
        with pytest.raises(SignInRefused, match=r"đã bị khóa.*Sở Nội vụ"):
            await door.enter(name, FIRST)

    async def test_the_whole_vietnamese_name_stands_in_its_order(self, provider: KeycloakAccounts, door: Door) -> None:
        name = a_name()
        await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
        assert claim(await door.enter(name, FIRST, CHOSEN), "name") == "Nguyễn Thị Lan"

    @pytest.mark.parametrize("name", ["", "a b", "a<b", "x" * 151])
    async def test_a_name_that_keycloak_does_not_take_is_refused_in_vietnamese(self, provider: KeycloakAccounts, name: str) -> None:
        with pytest.raises(ProviderRefused, match="Tên đăng nhập"):
            await provider.create_user(name, "Lan", FIRST)

    @pytest.mark.parametrize("sub", ["", "../clients", "..%2Fclients", "1A3B5C7D-0000-4000-8000-ABCDEF012345"])
    async def test_what_is_no_id_is_nobody(self, provider: KeycloakAccounts, sub: str) -> None:
        assert not await provider.exists(sub)
        with pytest.raises(UnknownPerson):
            await provider.set_enabled(sub, False)

    async def test_a_hundred_one_time_passwords_do_not_take_a_minute(self, provider: KeycloakAccounts) -> None:
        users = [NewUser(a_name(), "Lan", new_password()) for _ in range(100)]
        async with asyncio.timeout(30):
            assert len(set(await provider.create_users(users))) == 100


async def test_a_keycloak_that_does_not_answer_is_tried_again_later() -> None:
    nowhere = KeycloakSettings.model_validate({"keycloak_url": "http://127.0.0.1:9", "keycloak_client_secret": "x"})
    accounts = KeycloakAccounts(nowhere)
    try:
        with pytest.raises(ProviderUnavailable):
            await accounts.create_user(a_name(), "Lan", FIRST)
        with pytest.raises(ProviderUnavailable):
            await accounts.create_users([NewUser(a_name(), "Lan", FIRST)])
    finally:
        await accounts.close()


async def test_a_wrong_secret_of_ours_is_no_refusal_of_the_person(keycloak: Keycloak) -> None:
    accounts = KeycloakAccounts(settings_of(keycloak).model_copy(update={"keycloak_client_id": "khong-co"}))
    try:
        with pytest.raises(ProviderUnavailable):
            await accounts.create_user(a_name(), "Lan", FIRST)
    finally:
        await accounts.close()
