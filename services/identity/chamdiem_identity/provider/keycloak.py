"""Identity's port, done on Keycloak by its administration interface, with the few rights of the client `chamdiem-identity`."""

import asyncio
import re
from collections.abc import Awaitable, Mapping, Sequence
from typing import Any, TypeVar

from keycloak import KeycloakAdmin, KeycloakOpenIDConnection
from keycloak.exceptions import KeycloakConnectionError, KeycloakError
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from chamdiem_identity.provider.keycloak_passwords import first_credential, is_marked, mark
from chamdiem_identity.provider.keycloak_refusals import PasswordUsedBefore, refusal_of
from chamdiem_identity.provider.port import NewUser, ProviderRefused, ProviderUnavailable, UnknownPerson
from chamdiem_kit.settings import read

_MARK = "chamdiem_first_password"
_SUB = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_AT_ONCE = 8
_PAGE = 200
_TIMEOUT_S = 20
T = TypeVar("T")


class KeycloakSettings(BaseSettings):
    """Environment names are `CHAMDIEM_IDENTITY_KEYCLOAK_…`. `keycloak_url` has no `/realms/…` at its end."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    keycloak_url: str = Field(pattern=r"^https?://[^?#]+$")
    keycloak_realm: str = "chamdiem"
    keycloak_client_id: str = "chamdiem-identity"
    keycloak_client_secret: SecretStr


def read_keycloak_settings() -> KeycloakSettings:
    """From the environment or files. Raises `chamdiem_kit.settings.SettingsFault`."""
    return read(KeycloakSettings, "identity")


class KeycloakAccounts:
    """`IdentityProvider` on Keycloak. The `sub` is Keycloak's own id of the user; the whole Vietnamese name stands in `lastName`.

    Keycloak keeps names in lower case, so names that differ only by case are one. Safe for many of these at once, in many processes.
    `close()` gives its connections back.
    """

    def __init__(self, settings: KeycloakSettings) -> None:
        self._connection = KeycloakOpenIDConnection(
            server_url=settings.keycloak_url,
            realm_name=settings.keycloak_realm,
            client_id=settings.keycloak_client_id,
            client_secret_key=settings.keycloak_client_secret.get_secret_value(),
            timeout=_TIMEOUT_S,
        )
        self._keycloak = KeycloakAdmin(connection=self._connection)
        self._gate = asyncio.Semaphore(_AT_ONCE)

    async def close(self) -> None:
        """Give the connections back; the next call opens none."""
        await self._connection.aclose()
        await self._connection.keycloak_openid.connection.aclose()

    async def create_user(self, username: str, full_name: str, password: str) -> str:
        """Make a person who must choose a new password at the first sign-in.

        Raises `ProviderRefused` for a name in use, a name that Keycloak does not take, or a password that its policy does not allow.
        """
        sub, _ = await self._create(NewUser(username, full_name, password))
        return sub

    async def create_users(self, users: Sequence[NewUser]) -> list[str]:
        """Many at once; when one is refused, those made by this call are taken away again. Errors as `create_user`."""
        made = await asyncio.gather(*(self._create(user) for user in users), return_exceptions=True)
        faults = [one for one in made if isinstance(one, BaseException)]
        if not faults:
            return [one[0] for one in made if not isinstance(one, BaseException)]
        # What found no answer is tried again as a whole, and those who are made already are known by their mark then.
        if all(isinstance(fault, ProviderRefused) for fault in faults):
            fresh = [sub for sub, is_new in (one for one in made if not isinstance(one, BaseException)) if is_new]
            await asyncio.gather(*(self._asked(self._keycloak.a_delete_user(sub)) for sub in fresh))
            raise faults[0]
        raise next(fault for fault in faults if not isinstance(fault, ProviderRefused))

    async def set_password(self, sub: str, password: str) -> None:
        """Give a password for one sign-in, and let in who was kept out for wrong ones.

        Raises `UnknownPerson`, and `ProviderRefused` for one that the policy does not allow or that the person had before.
        """
        person = await self._person(sub)
        before = _mark_of(person)
        # First the mark: when only the password arrives, a repeat could not be told from a password of long ago.
        await self._keep(person, [await asyncio.to_thread(mark, password)])
        try:
            await self._asked(self._keycloak.a_set_user_password(sub, password, temporary=True))
        except PasswordUsedBefore:
            if not await asyncio.to_thread(is_marked, password, before):
                await self._keep(person, [before] if before else [])
                raise
        except ProviderRefused:
            await self._keep(person, [before] if before else [])
            raise
        await self._asked(self._keycloak.a_clear_bruteforce_attempts_for_user(sub))

    async def set_enabled(self, sub: str, enabled: bool) -> None:
        """Let the person sign in and refresh, or not and end what is open. Raises `UnknownPerson`."""
        _check(sub)
        # Alone: this field changes nothing else, and nobody's change in between is written over.
        await self._asked(self._keycloak.a_update_user(sub, {"enabled": enabled}))
        if not enabled:
            await self.end_sessions(sub)

    async def end_sessions(self, sub: str) -> None:
        """End all sessions; Keycloak tells the gateway, which is no part of locking somebody there. Raises `UnknownPerson`."""
        _check(sub)
        await self._asked(self._keycloak.a_user_logout(sub))

    async def exists(self, sub: str) -> bool:
        """Whether there is such a person, enabled or not."""
        try:
            await self._person(sub)
        except UnknownPerson:
            return False
        return True

    async def enabled_by_sub(self) -> Mapping[str, bool]:
        """Every person of the realm: whether they may sign in."""
        known: dict[str, bool] = {}
        while True:
            query = {"first": len(known), "max": _PAGE, "briefRepresentation": True}
            page = await self._asked(self._keycloak.a_get_users(query))
            before = len(known)
            known |= {str(one["id"]): bool(one["enabled"]) for one in page}
            if len(page) < _PAGE or len(known) == before:
                return known

    async def link(self, username: str, provider: str, number: str) -> bool:
        """Let a person of ours sign in through another provider (by its alias), where they are known by `number`; whether that is new.

        Raises `UnknownPerson`, and `ProviderRefused` where the person has another number there or the number is somebody else's.
        """
        person = await self._named(username)
        if person is None:
            raise UnknownPerson(f"Máy chủ đăng nhập không có người nào tên {username}.")
        links = await self._asked(self._keycloak.a_get_user_social_logins(person["id"]))
        there = next((str(one["userId"]) for one in links if one["identityProvider"] == provider), None)
        if there is not None and there != number:
            raise ProviderRefused(f"{username} đã được liên kết với một số khác; hãy gỡ liên kết cũ ở máy chủ đăng nhập trước.")
        query = {"idpAlias": provider, "idpUserId": number, "first": 0, "max": 2}
        if any(one["id"] != person["id"] for one in await self._asked(self._keycloak.a_get_users(query))):
            raise ProviderRefused(f"Số của {username} đã được liên kết với người khác.")
        if there is None:
            await self._asked(self._keycloak.a_add_user_social_login(person["id"], provider, number, number))
        return there is None

    async def _create(self, user: NewUser) -> tuple[str, bool]:
        """The person's `sub`, and whether this call made it."""
        # Hashing lets the event loop go on: its algorithm's library gives the interpreter free.
        credential, kept = await asyncio.gather(asyncio.to_thread(first_credential, user.password), asyncio.to_thread(mark, user.password))
        wanted = {
            "username": user.username,
            "lastName": user.full_name,
            "enabled": True,
            "attributes": {_MARK: [kept]},
            "credentials": [credential],
            "requiredActions": ["UPDATE_PASSWORD"],
        }
        try:
            return str(await self._asked(self._keycloak.a_create_user(wanted, exist_ok=False))), True
        except ProviderRefused:
            there = await self._named(user.username)
            if there is not None and await asyncio.to_thread(is_marked, user.password, _mark_of(there)):
                return str(there["id"]), False
            raise

    async def _named(self, username: str) -> dict[str, Any] | None:
        query = {"username": username, "exact": True, "max": 1, "first": 0}
        found: list[dict[str, Any]] = await self._asked(self._keycloak.a_get_users(query))
        # An empty name finds everybody.
        return next((one for one in found if one["username"] == username.lower()), None)

    async def _person(self, sub: str) -> dict[str, Any]:
        _check(sub)
        found: dict[str, Any] = await self._asked(self._keycloak.a_get_user(sub))
        return found

    async def _keep(self, person: Mapping[str, Any], marks: Sequence[str]) -> None:
        """Write the person back with another mark; Keycloak empties every field that is not sent."""
        attributes = {**person.get("attributes", {}), _MARK: list(marks)}
        await self._asked(self._keycloak.a_update_user(str(person["id"]), {**person, "attributes": attributes}))

    async def _asked(self, call: Awaitable[T]) -> T:
        """What Keycloak answers; its refusals and silence as the port has them."""
        async with self._gate:
            try:
                return await call
            except KeycloakConnectionError as fault:
                raise ProviderUnavailable("Máy chủ đăng nhập chưa trả lời; hãy thử lại sau ít phút.") from fault
            except KeycloakError as fault:
                raise refusal_of(fault.response_code, fault.response_body) from fault


def _check(sub: str) -> None:
    """Raise `UnknownPerson` for what is no id of Keycloak's: it becomes part of an address."""
    if not _SUB.fullmatch(sub):
        raise UnknownPerson("Máy chủ đăng nhập không có người này.")


def _mark_of(person: Mapping[str, Any]) -> str:
    marks = person.get("attributes", {}).get(_MARK) or [""]
    return str(marks[0])
