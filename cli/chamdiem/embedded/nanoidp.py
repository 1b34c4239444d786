"""An OIDC provider for demonstration (nanoidp), private: on 127.0.0.1, with a key and users that outlive a restart."""

import asyncio
import json
import secrets
import sys
from pathlib import Path
from typing import Any

import aiohttp

from chamdiem.embedded.accounts import NanoIdpAccounts, ProviderFiles
from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.folder import write_private
from chamdiem.embedded.part import Part

CLI_CLIENT = "chamdiem-cli"
GATEWAY_CLIENT = "chamdiem-gateway"
AUDIENCE = "chamdiem"
# Any port of loopback: the provider compares the path only there (RFC 8252, section 7.3).
CLI_REDIRECT = "http://127.0.0.1/callback"
_ACCESS_TOKEN_MINUTES = 10
_REFRESH_TOKEN_MINUTES = 12 * 60
SECRETS = "provider.json"
_START_TIMEOUT_S = 60


class EmbeddedNanoIdp(Part):
    """The provider with its two clients: `chamdiem-cli` (public) and `chamdiem-gateway` (with a secret, by POST).

    `gateway_redirects` are the addresses the gateway may be sent back to. Passwords and users: `accounts`.
    """

    port_names = ("nanoidp",)

    accounts: NanoIdpAccounts
    gateway_client_secret: str

    def __init__(self, data_dir: Path, *, gateway_redirects: tuple[str, ...] = ()) -> None:
        super().__init__(data_dir)
        self._gateway_redirects = gateway_redirects

    @property
    def issuer(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return f"http://127.0.0.1:{self.ports['nanoidp']}"

    async def _begin(self) -> None:
        folder = self._folder.path
        (folder / "config").mkdir(mode=0o700, exist_ok=True)
        known = self._secrets()
        self.gateway_client_secret = known["gateway_client_secret"]
        self.accounts = NanoIdpAccounts(
            folder, self.issuer, management_secret=known["management_secret"], password_salt=known["password_salt"]
        )
        write_private(folder / "config" / "settings.yaml", json.dumps(self._settings(known)), durable=False)
        files = ProviderFiles(folder)
        files.write_users(files.load())
        command = [sys.executable, "-I", "-m", "chamdiem.embedded.nanoidp_server", str(folder / "config"), str(self.ports["nanoidp"])]
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder), "MALLOC_ARENA_MAX": "1"}
        self._server = self._children.start("nanoidp", command, cwd=folder, env=environment)
        await self._wait_until_it_answers()

    def _secrets(self) -> dict[str, str]:
        known: dict[str, str] = self._folder.read_json(SECRETS)
        if not known:
            known = {
                name: secrets.token_urlsafe(32) for name in ("gateway_client_secret", "management_secret", "password_salt", "cookie_key")
            }
            self._folder.write_json(SECRETS, known)
        return known

    def _settings(self, known: dict[str, str]) -> dict[str, Any]:
        clients: list[dict[str, Any]] = [{"client_id": CLI_CLIENT, "token_endpoint_auth_method": "none", "redirect_uris": [CLI_REDIRECT]}]
        if self._gateway_redirects:
            clients.append(
                {
                    "client_id": GATEWAY_CLIENT,
                    "token_endpoint_auth_method": "client_secret_post",
                    "client_secret": known["gateway_client_secret"],
                    "redirect_uris": list(self._gateway_redirects),
                }
            )
        return {
            "config_version": 1,
            "config_validation": "strict",
            "security_profile": "oauth21",
            "server": {"host": "127.0.0.1", "port": self.ports["nanoidp"], "rate_limit_enabled": False},
            "oauth": {
                "issuer": self.issuer,
                "audience": AUDIENCE,
                "token_expiry_minutes": _ACCESS_TOKEN_MINUTES,
                "refresh_token_expiry_minutes": _REFRESH_TOKEN_MINUTES,
                "refresh_token_rotation": True,
                "require_pkce": True,
                "clients": clients,
            },
            # On disk, so that a refresh token spent before a restart stays spent after it.
            "runtime": {"store": "sqlite", "path": str(self._folder.path / "runtime" / "runtime.db")},
            "jwt": {"algorithm": "RS256", "keys_dir": str(self._folder.path / "keys")},
            "session": {"secret_key": known["cookie_key"], "management_secret": known["management_secret"], "require_ui_login": True},
            "logging": {"level": "WARNING", "log_token_requests": False, "log_saml_requests": False, "verbose_logging": False},
            "cors_allowed_origins": [],
        }

    async def _wait_until_it_answers(self) -> None:
        log = self._folder.path / "logs" / "nanoidp.log"
        try:
            async with asyncio.timeout(_START_TIMEOUT_S), aiohttp.ClientSession() as http:
                while not await _answers_as(http, self.issuer):
                    if self._server is None or self._server.ended:
                        raise EmbeddedPartFailed(f"Máy chủ đăng nhập trình diễn không khởi động được; xem {log}.")
                    await asyncio.sleep(0.02)
        except TimeoutError as error:
            raise EmbeddedPartFailed(f"Máy chủ đăng nhập trình diễn không sẵn sàng sau {_START_TIMEOUT_S} giây; xem {log}.") from error


async def _answers_as(http: aiohttp.ClientSession, issuer: str) -> bool:
    try:
        async with http.get(f"{issuer}/.well-known/openid-configuration") as answer:
            return answer.status == 200 and (await answer.json()).get("issuer") == issuer
    except aiohttp.ClientError:
        return False
