"""What identity relies on of any identity provider: each adapter passes this suite by giving the `provider` fixture.

class TestNanoIdp(IdentityProviderContract): ...
"""

from uuid import uuid4

import pytest

from chamdiem_identity.provider.port import IdentityProvider, NewUser, NotSupported, ProviderRefused, UnknownPerson


def a_name() -> str:
    return f"nguoi-{uuid4().hex[:12]}"


class IdentityProviderContract:
    async def test_a_made_person_exists_and_another_does_not(self, provider: IdentityProvider) -> None:
        sub = await provider.create_user(a_name(), "Nguyễn Thị Lan", "Mat-khau-1")
        assert await provider.exists(sub)
        assert not await provider.exists(f"{sub}-khac")

    async def test_making_the_same_person_again_gives_the_same_sub(self, provider: IdentityProvider) -> None:
        name = a_name()
        first = await provider.create_user(name, "Lan", "Mat-khau-1")
        assert await provider.create_user(name, "Lan", "Mat-khau-1") == first

    async def test_a_name_in_use_is_refused_to_another(self, provider: IdentityProvider) -> None:
        name = a_name()
        await provider.create_user(name, "Lan", "Mat-khau-1")
        with pytest.raises(ProviderRefused):
            await provider.create_user(name, "Mai", "Mat-khau-2")

    async def test_many_are_made_in_their_order(self, provider: IdentityProvider) -> None:
        users = [NewUser(a_name(), "Lan", "Mat-khau-1") for _ in range(5)]
        subs = list(await provider.create_users(users))
        assert len(set(subs)) == 5
        assert [await provider.create_user(u.username, u.full_name, u.password) for u in users] == subs

    async def test_many_are_made_all_or_none(self, provider: IdentityProvider) -> None:
        taken, fresh = a_name(), a_name()
        await provider.create_user(taken, "Lan", "Mat-khau-1")
        with pytest.raises(ProviderRefused):
            await provider.create_users([NewUser(fresh, "Mai", "Mat-khau-1"), NewUser(taken, "Mai", "Mat-khau-2")])
        await provider.create_user(fresh, "Hoa", "Mat-khau-3")

    async def test_changes_of_nobody_are_refused(self, provider: IdentityProvider) -> None:
        nobody = a_name()
        with pytest.raises(UnknownPerson):
            await provider.set_enabled(nobody, False)
        with pytest.raises(UnknownPerson):
            await provider.set_password(nobody, "Mat-khau-2")

    async def test_every_change_may_be_repeated(self, provider: IdentityProvider) -> None:
        sub = await provider.create_user(a_name(), "Lan", "Mat-khau-1")
        for _ in range(2):
            await provider.set_enabled(sub, False)
            await provider.set_password(sub, "Mat-khau-2")
        assert await provider.exists(sub)

    async def test_ending_sessions_is_done_or_said_to_be_impossible(self, provider: IdentityProvider) -> None:
        sub = await provider.create_user(a_name(), "Lan", "Mat-khau-1")
        try:
            await provider.end_sessions(sub)
        except NotSupported:
            assert await provider.exists(sub)
