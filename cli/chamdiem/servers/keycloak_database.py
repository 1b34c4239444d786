"""Keycloak's database prepared once: making its tables and the realm takes it a minute, filling in a copy takes a second.

The copy has no secret in it: no signing key (Keycloak makes new ones when it finds none), no password, no client's secret. Each data
folder gets its own.
"""

import asyncio
import base64
import hashlib
import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

from chamdiem.embedded import postgres_cluster
from chamdiem.servers.errors import ServerFailed

_ROUNDS = 210_000
_SCRUB = """
    DELETE FROM component_config WHERE component_id IN (SELECT id FROM component WHERE provider_type = 'org.keycloak.keys.KeyProvider');
    DELETE FROM component WHERE provider_type = 'org.keycloak.keys.KeyProvider';
    UPDATE credential SET secret_data = '{}';
    UPDATE client SET secret = NULL;
    DELETE FROM offline_client_session;
    DELETE FROM offline_user_session;
    DELETE FROM event_entity;
    DELETE FROM admin_event_entity;
    DELETE FROM server_config;"""


@dataclass(frozen=True)
class KeycloakDatabase:
    """Where it is and who owns it, on a PostgreSQL of this machine."""

    port: int
    name: str
    user: str
    password: str = field(repr=False)

    async def is_empty(self) -> bool:
        """Whether no Keycloak has begun with it."""
        inside = await asyncpg.connect(self._dsn(self.name), ssl=False)
        try:
            return not await inside.fetchval("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')")
        finally:
            await inside.close()

    async def fill(self, prepared: Path) -> None:
        """Make an empty database the prepared one; whole or not at all. Raises `ServerFailed`."""
        await self._run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-1", "-f", str(prepared)], self.name)

    async def set_administrator_password(self, username: str, password: str) -> None:
        """The password of the master realm's administrator; while Keycloak does not run."""
        salt = os.urandom(16)
        digest = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, _ROUNDS, 64)
        secret = {"value": _b64(digest), "salt": _b64(salt), "additionalParameters": {}}
        how = {"hashIterations": _ROUNDS, "algorithm": "pbkdf2-sha512", "additionalParameters": {}}
        inside = await asyncpg.connect(self._dsn(self.name), ssl=False)
        try:
            await inside.execute(
                """UPDATE credential SET secret_data = $1, credential_data = $2
                    WHERE type = 'password' AND user_id IN (
                        SELECT u.id FROM user_entity u JOIN realm r ON r.id = u.realm_id WHERE r.name = 'master' AND u.username = $3)""",
                json.dumps(secret),
                json.dumps(how),
                username,
            )
        finally:
            await inside.close()

    async def prepare_from(self, admin_dsn: str, into: Path) -> None:
        """Write a copy without secrets to the file `into`. `admin_dsn`: a superuser's. Raises `ServerFailed`."""
        copy = f"{self.name}_copy"
        raw = into.with_name("raw.sql")
        admin = await asyncpg.connect(admin_dsn, ssl=False)
        try:
            await admin.execute(f"DROP DATABASE IF EXISTS {copy}")
            await admin.execute(f"CREATE DATABASE {copy} OWNER {self.user} TEMPLATE template0 ENCODING 'UTF8'")
            await self._run("pg_dump", ["--no-owner", "--no-privileges", "-f", str(raw)], self.name)
            await self._run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-1", "-f", str(raw)], copy)
            inside = await asyncpg.connect(self._dsn(copy), ssl=False)
            try:
                await inside.execute(_SCRUB)
            finally:
                await inside.close()
            await self._run("pg_dump", ["--no-owner", "--no-privileges", "-f", str(into)], copy)
        finally:
            raw.unlink(missing_ok=True)
            await admin.execute(f"DROP DATABASE IF EXISTS {copy} WITH (FORCE)")
            await admin.close()

    def _dsn(self, database: str) -> str:
        return f"postgresql://{self.user}:{self.password}@127.0.0.1:{self.port}/{database}"

    async def _run(self, program: str, arguments: Sequence[str], database: str) -> None:
        command: list[str | Path] = [
            postgres_cluster.BINARIES / program,
            "-h",
            "127.0.0.1",
            "-p",
            str(self.port),
            "-U",
            self.user,
            *arguments,
            database,
        ]
        process = await asyncio.create_subprocess_exec(
            *command,
            env={**postgres_cluster.ENVIRONMENT, "PGPASSWORD": self.password, "PGSSLMODE": "disable"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        said = (await process.communicate())[0].decode("utf-8", "replace")
        if process.returncode != 0:
            raise ServerFailed(f"Không chuẩn bị được cơ sở dữ liệu của Keycloak ({program}): {said.strip()[-300:]}")


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
