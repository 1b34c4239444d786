"""An identity provider outside the house that agrees to everything."""

from collections.abc import Sequence

from chamdiem_identity.provider.port import NewUser


class WillingProvider:
    """`IdentityProvider`; the `sub` is the user name."""

    async def create_user(self, username: str, full_name: str, password: str) -> str:
        return username

    async def create_users(self, users: Sequence[NewUser]) -> list[str]:
        return [user.username for user in users]

    async def set_password(self, sub: str, password: str) -> None:
        return

    async def set_enabled(self, sub: str, enabled: bool) -> None:
        return

    async def end_sessions(self, sub: str) -> None:
        return

    async def exists(self, sub: str) -> bool:
        return True

    async def enabled_by_sub(self) -> dict[str, bool]:
        return {}

    async def close(self) -> None:
        return
