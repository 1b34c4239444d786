"""What people notice of a change at the identity provider: each adapter passes this suite beside the one in `provider_contract`.

class TestNanoIdp(SignInContract): ...   with the fixtures `provider` and `door`
"""

from dataclasses import dataclass
from typing import ClassVar

import jwt
import pytest
from tests.support.provider_contract import a_name

from chamdiem.embedded.errors import SignInRefused
from chamdiem.sign_in.code_flow import Tokens, refresh, sign_in
from chamdiem_identity.provider.domain import new_password
from chamdiem_identity.provider.port import IdentityProvider, NewUser

FIRST, SECOND, CHOSEN = "Mat-khau-1", "Mat-khau-2", "Tu-chon-2026"


@dataclass(frozen=True)
class Door:
    """The provider as a program with a public client meets it."""

    issuer: str
    client_id: str
    redirect_uri: str

    async def enter(self, username: str, password: str, new_password: str | None = None) -> Tokens:
        """Sign in. Raises `SignInRefused`."""
        return await sign_in(self.issuer, self.client_id, self.redirect_uri, username, password, new_password=new_password)

    async def stay(self, tokens: Tokens) -> Tokens:
        """Refresh. Raises `SignInRefused`."""
        return await refresh(self.issuer, self.client_id, tokens.refresh_token)


class SignInContract:
    asks_for_new_password: ClassVar[bool]
    """Whether the provider has a given password changed at the first sign-in."""

    async def test_a_made_person_signs_in_under_the_sub_that_identity_was_told(self, provider: IdentityProvider, door: Door) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Nguyễn Thị Lan", FIRST)
        tokens = await door.enter(name, FIRST, CHOSEN)
        assert claim(tokens, "sub") == sub
        assert tokens.changed == self.asks_for_new_password

    async def test_each_of_many_signs_in_by_the_own_one_time_password(self, provider: IdentityProvider, door: Door) -> None:
        users = [NewUser(a_name(), "Lan", new_password()) for _ in range(3)]
        subs = await provider.create_users(users)
        for user, sub in zip(users, subs, strict=True):
            assert claim(await door.enter(user.username, user.password, CHOSEN), "sub") == sub

    async def test_a_person_of_a_refused_batch_cannot_sign_in(self, provider: IdentityProvider, door: Door) -> None:
        taken, fresh = a_name(), a_name()
        await provider.create_user(taken, "Lan", FIRST)
        with pytest.raises(Exception, match="đã có người dùng"):
            await provider.create_users([NewUser(fresh, "Mai", SECOND), NewUser(taken, "Mai", SECOND)])
        with pytest.raises(SignInRefused):
            await door.enter(fresh, SECOND, CHOSEN)

    async def test_a_locked_person_neither_signs_in_nor_goes_on(self, provider: IdentityProvider, door: Door) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Lan", FIRST)
        tokens = await door.enter(name, FIRST, CHOSEN)
        await provider.set_enabled(sub, False)
        with pytest.raises(SignInRefused):
            await door.stay(tokens)
        with pytest.raises(SignInRefused):
            await door.enter(name, self.password_after(CHOSEN))

    async def test_who_is_unlocked_signs_in_as_before(self, provider: IdentityProvider, door: Door) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Lan", FIRST)
        await door.enter(name, FIRST, CHOSEN)
        await provider.set_enabled(sub, False)
        await provider.set_enabled(sub, True)
        assert claim(await door.enter(name, self.password_after(CHOSEN)), "sub") == sub

    async def test_a_password_given_anew_is_the_only_one_and_to_be_changed(self, provider: IdentityProvider, door: Door) -> None:
        name = a_name()
        sub = await provider.create_user(name, "Lan", FIRST)
        await door.enter(name, FIRST, CHOSEN)
        await provider.set_password(sub, SECOND)
        with pytest.raises(SignInRefused):
            await door.enter(name, self.password_after(CHOSEN))
        assert (await door.enter(name, SECOND, "Tu-chon-2027")).changed == self.asks_for_new_password

    async def test_who_may_sign_in_is_listed(self, provider: IdentityProvider) -> None:
        lan, mai = [await provider.create_user(a_name(), "Lan", FIRST) for _ in range(2)]
        await provider.set_enabled(mai, False)
        known = await provider.enabled_by_sub()
        assert (known[lan], known[mai]) == (True, False)

    def password_after(self, chosen: str) -> str:
        """The password of somebody who signed in for the first time."""
        return chosen if self.asks_for_new_password else FIRST


def claim(tokens: Tokens, name: str) -> object:
    """What the access token says, unverified."""
    return jwt.decode(tokens.access_token, options={"verify_signature": False})[name]
