"""The provider's accounts: identity's port, done on the running embedded provider."""

import asyncio
import fcntl
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import aiohttp

from chamdiem.embedded.folder import write_private
from chamdiem.embedded.password_digest import password_digest
from chamdiem_identity.provider.port import NewUser, NotSupported, ProviderRefused, ProviderUnavailable, UnknownPerson

_NAME_LENGTH = 150


@dataclass(frozen=True)
class _Account:
    full_name: str
    digest: str
    enabled: bool = True


_Accounts = dict[str, _Account]
_Change = Callable[[_Accounts], None]


@dataclass(frozen=True)
class ProviderFiles:
    """The files of one provider: `accounts.json` is what holds, the provider's own `users.yaml` is written from it."""

    folder: Path

    @property
    def accounts(self) -> Path:
        return self.folder / "accounts.json"

    @property
    def users(self) -> Path:
        return self.folder / "config" / "users.yaml"

    def load(self) -> _Accounts:
        try:
            stored = json.loads(self.accounts.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        return {sub: _Account(**account) for sub, account in stored.items()}

    def save(self, accounts: _Accounts) -> None:
        """Write the accounts (durably), and for the provider only the enabled ones, so that a disabled one cannot refresh either."""
        stored = {sub: asdict(account) for sub, account in accounts.items()}
        write_private(self.accounts, json.dumps(stored, ensure_ascii=False), durable=True)
        self.write_users(accounts)

    def write_users(self, accounts: _Accounts) -> None:
        """JSON, because YAML contains it. Names of people stay out: the provider would expand a `${…}` in them."""
        users = {sub: {"password": account.digest, "email": "", "roles": []} for sub, account in accounts.items() if account.enabled}
        write_private(self.users, json.dumps({"config_version": 1, "users": users}), durable=False)


class NanoIdpAccounts:
    """`IdentityProvider` on nanoidp. The `sub` is the user name, as nanoidp has it.

    Changes asked for at the same time are written and told to the provider together. When a call returns the provider acts by it, and
    so does the next start. Safe for several of these on one folder, also in several processes.
    """

    def __init__(self, folder: Path, issuer: str, *, management_secret: str, password_salt: str) -> None:
        self._files = ProviderFiles(folder)
        self._issuer = issuer
        self._secret = management_secret
        self._salt = password_salt
        self._waiting: list[tuple[_Change, asyncio.Future[None]]] = []
        self._writing = asyncio.Lock()

    async def create_user(self, username: str, full_name: str, password: str) -> str:
        """Make an account and give its `sub`. The same call again (same name, same password) is a repeat and changes nothing.

        Raises `ProviderRefused` for a name in use, for one that is empty, longer than 150 characters or not printable, and
        for an empty password.
        """
        (sub,) = await self.create_users([NewUser(username, full_name, password)])
        return sub

    async def create_users(self, users: Sequence[NewUser]) -> list[str]:
        """Many at once, all or none; errors as `create_user`."""
        digests = await asyncio.gather(*(self._digest(user.username, user.password) for user in users))

        def create(accounts: _Accounts) -> None:
            made = dict(accounts)
            for user, digest in zip(users, digests, strict=True):
                if made.setdefault(user.username, _Account(user.full_name, digest)).digest != digest:
                    raise ProviderRefused(f"Tên đăng nhập {user.username} đã có người dùng; hãy chọn tên khác.")
            accounts.update(made)

        await self._change(create)
        return [user.username for user in users]

    async def set_password(self, sub: str, password: str) -> None:
        """Give a new password. Raises `UnknownPerson`, `ProviderRefused` for an empty one."""
        digest = await self._digest(sub, password)
        await self._change(lambda accounts: accounts.update({sub: replace(_known(accounts, sub), digest=digest)}))

    async def set_enabled(self, sub: str, enabled: bool) -> None:
        """Let sign in and refresh, or not. Raises `UnknownPerson`."""
        await self._change(lambda accounts: accounts.update({sub: replace(_known(accounts, sub), enabled=enabled)}))

    async def exists(self, sub: str) -> bool:
        """Whether there is such an account, enabled or not."""
        return sub in await asyncio.to_thread(self._files.load)

    async def enabled_by_sub(self) -> dict[str, bool]:
        """Everybody there: whether they may sign in."""
        return {sub: account.enabled for sub, account in (await asyncio.to_thread(self._files.load)).items()}

    async def close(self) -> None:
        """Nothing is held open."""

    async def end_sessions(self, sub: str) -> None:
        """Raises `NotSupported`: nanoidp keeps no sessions it could end. A disabled account's next refresh fails, its access
        token lives on for its minutes; services refuse it by our own lock."""
        raise NotSupported("Máy chủ đăng nhập trình diễn không kết thúc được các phiên đang mở.")

    async def _digest(self, username: str, password: str) -> str:
        if not (0 < len(username) <= _NAME_LENGTH and username.isprintable() and username == username.strip()):
            raise ProviderRefused("Tên đăng nhập phải có từ 1 đến 150 ký tự in được, không bắt đầu hay kết thúc bằng dấu cách.")
        if not password:
            raise ProviderRefused("Mật khẩu không được để trống.")
        return await asyncio.to_thread(password_digest, self._salt, username, password)

    async def _change(self, change: _Change) -> None:
        """Have `change` made; whoever comes first carries the others' along."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((change, done))
        async with self._writing:
            if not done.done():
                batch, self._waiting = self._waiting, []
                # To the end even if our own caller gives up: the others in the batch wait for it.
                await asyncio.shield(asyncio.ensure_future(self._make(batch)))
        await done

    async def _make(self, batch: list[tuple[_Change, asyncio.Future[None]]]) -> None:
        try:
            refused = await asyncio.to_thread(self._write, [change for change, _ in batch])
            await self._tell_the_provider()
        except Exception as fault:
            refused = [fault] * len(batch)  # not lost: everyone who waits gets it
        for (_, done), error in zip(batch, refused, strict=True):
            if done.cancelled():
                continue
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)

    def _write(self, changes: list[_Change]) -> list[Exception | None]:
        lock = os.open(self._files.folder / "accounts.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            accounts = self._files.load()
            refused = [_attempt(change, accounts) for change in changes]
            self._files.save(accounts)
        finally:
            os.close(lock)
        return refused

    async def _tell_the_provider(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as http:
            try:
                async with http.post(f"{self._issuer}/api/config/reload", headers={"X-Management-Secret": self._secret}) as answer:
                    taken = answer.status == 200
            except aiohttp.ClientError as error:
                raise ProviderUnavailable("Máy chủ đăng nhập trình diễn không trả lời; hãy chạy lại nền tảng.") from error
        if not taken:
            raise ProviderUnavailable("Máy chủ đăng nhập trình diễn không nhận thay đổi tài khoản; xem nhật ký nanoidp.log.")


def _known(accounts: _Accounts, sub: str) -> _Account:
    try:
        return accounts[sub]
    except KeyError:
        raise UnknownPerson(f"Máy chủ đăng nhập không có tài khoản {sub}.") from None


def _attempt(change: _Change, accounts: _Accounts) -> Exception | None:
    try:
        change(accounts)
    except (ProviderRefused, UnknownPerson) as error:
        return error
    return None
