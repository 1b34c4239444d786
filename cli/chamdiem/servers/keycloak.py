"""Keycloak from Maven Central, as a daemon with its database on the folder's PostgreSQL."""

import asyncio
import hashlib
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import aiohttp

from chamdiem.embedded.databases import SERVICES
from chamdiem.provision.declarations import INFRA
from chamdiem.provision.keycloak import (
    CLI_CLIENT,
    GATEWAY_CLIENT,
    IDENTITY_CLIENT,
    REALM,
    RealmAdmin,
    RealmRefused,
    WantedRealm,
    create_realm,
)
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.java import OLDEST, java
from chamdiem.servers.keycloak_database import KeycloakDatabase
from chamdiem.servers.progress import Tell
from chamdiem.servers.server import NativeServer

_ADMIN = "chamdiem-admin"
_PREPARED = "keycloak-database"
_BUILD = ("--db=postgres", "--health-enabled=true", "--metrics-enabled=true", "--cache=local")
# For one machine that also runs everything else: no second compiler and no parallel collector halves the start and takes a third off
# the memory.
_MACHINE = (
    *("-XX:MetaspaceSize=96M", "-XX:MaxMetaspaceSize=256m", "-Xms64m", "-Xmx512m"),
    *("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
    *("-Dfile.encoding=UTF-8", "-Djava.security.egd=file:/dev/urandom", "-Duser.language=en", "-Duser.country=US"),
    *(f"--add-opens=java.base/java.{package}=ALL-UNNAMED" for package in ("util", "util.concurrent", "security", "lang")),
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
    "-Dpicocli.disable.closures=true",
    "-Dquarkus-log-max-startup-records=10000",
)


class Keycloak(NativeServer):
    """The identity provider with the realm `chamdiem`, reached on 127.0.0.1 only."""

    name: ClassVar[str] = "keycloak"
    title: ClassVar[str] = "Keycloak"
    version: ClassVar[str] = "26.7.3"
    port_names: ClassVar[tuple[str, ...]] = ("http", "management")
    after: ClassVar[tuple[str, ...]] = ("postgresql",)
    patience_s: ClassVar[float] = 240
    """An empty database and two busy processors; from the prepared one it is a tenth."""

    _made_new = False

    @property
    def url(self) -> str:
        """Where it is reached on this machine."""
        return f"http://{self.address}"

    @property
    def issuer(self) -> str:
        """The name in every token of the realm."""
        return f"{self.url}/realms/{REALM}"

    @property
    def admin(self) -> RealmAdmin:
        """Keycloak's own administrator; no process of ours gets it."""
        return RealmAdmin(self.url, _ADMIN, self.place.secret("admin"))

    @property
    def cli_client(self) -> str:
        """The public client by which commands and tests sign people in; back to any port of 127.0.0.1 at `/callback`."""
        return CLI_CLIENT

    def wanted(self) -> WantedRealm:
        """What differs from one data folder to the next."""
        return WantedRealm(
            public_origin=self.place.public_origin,
            # Through the edge, which knows every replica of the gateway.
            backchannel_logout_url=f"http://127.0.0.1:{self.place.port('http', of='nginx')}/auth/backchannel-logout",
            gateway_secret=self.place.secret("gateway"),
            identity_secret=self.place.secret("identity"),
        )

    def missing(self) -> list[str]:
        sentences = []
        if java() is None:
            sentences.append(f"Thiếu Java để chạy Keycloak; hãy cài Java {OLDEST} trở lên rồi chạy lại.")
        if not self.place.cache.has(self.name, self.version) and not shutil.which("mvn"):
            sentences.append("Thiếu Maven để lấy Keycloak; hãy cài Maven rồi chạy lại.")
        return sentences

    async def fetch(self, tell: Tell) -> None:
        async def make(fresh: Path) -> None:
            tell("đang tải về")
            artifact = f"org.keycloak:keycloak-quarkus-dist:{self.version}:zip"
            await self.place.run_tool(
                [shutil.which("mvn") or "mvn", "-B", "-ntp", "dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={fresh}"],
                what="tải Keycloak từ Maven",
                cwd=fresh,
            )
            tell("đang mở gói")
            await asyncio.to_thread(_unpack, fresh, f"keycloak-{self.version}")
            tell("đang dựng")
            await self.place.run_tool([*_command(fresh), "build", *_BUILD], what="dựng Keycloak", cwd=fresh)

        await self.place.cache.once(self.name, self.version, make)

    async def start(self, tell: Tell) -> None:
        database = self._database()
        self._made_new = await database.is_empty()
        prepared = self.place.cache.folder(_PREPARED, self._prepared_version())
        if self._made_new and prepared.is_dir():
            await database.fill(prepared / "database.sql")
            await database.set_administrator_password(self.admin.username, self.admin.password)
            self._made_new = False
        if self._made_new:
            tell("đang khởi động lần đầu, khoảng một phút")
        await self.launch(
            {
                "KC_BOOTSTRAP_ADMIN_USERNAME": self.admin.username,
                "KC_BOOTSTRAP_ADMIN_PASSWORD": self.admin.password,
                "KC_HOSTNAME": self.url,
                "KC_HTTP_ENABLED": "true",
                "KC_HTTP_HOST": "127.0.0.1",
                "KC_HTTP_PORT": str(self.place.port("http")),
                "KC_HTTP_MANAGEMENT_HOST": "127.0.0.1",
                "KC_HTTP_MANAGEMENT_PORT": str(self.place.port("management")),
                "KC_CACHE": "local",
                "KC_DB_URL": f"jdbc:postgresql://127.0.0.1:{database.port}/{database.name}",
                "KC_DB_USERNAME": database.user,
                "KC_DB_PASSWORD": database.password,
                # Asked many times a second while it starts, it would write each time that it is not ready yet.
                "KC_LOG_LEVEL": "INFO,io.smallrye.health:error",
            }
        )

    async def launch(self, configuration: Mapping[str, str]) -> None:
        """Start the server's process; `configuration` is for its environment."""
        await self.daemons.start(
            self.name,
            [*_command(self._programs), "start", "--optimized"],
            cwd=self.place.folder,
            env={
                "PATH": "/usr/bin:/bin",
                "HOME": str(self.place.folder),
                "LC_ALL": "C.UTF-8",
                "TZ": "UTC",
                # The look of the pages as declared, not a copy of it in the cache.
                "KC_SPI_THEME__FOLDER__DIR": str(INFRA / "keycloak" / "themes"),
                **configuration,
            },
            version=self.version,
        )

    async def is_ready(self) -> bool:
        address = f"http://127.0.0.1:{self.place.port('management')}/health/ready"
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as http, http.get(address) as answer:
                return answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def provision(self, tell: Tell) -> None:
        try:
            await create_realm(self.admin, self.wanted())
        except RealmRefused as fault:
            raise ServerFailed(str(fault)) from fault
        if self._made_new:
            tell("đang cất cơ sở dữ liệu mẫu cho những lần sau")
            await self.place.cache.once(_PREPARED, self._prepared_version(), self._prepare)
            self._made_new = False

    def settings(self) -> Mapping[str, Mapping[str, str]]:
        settings = {service: {"oidc_issuer": self.issuer} for service in SERVICES}
        settings["identity"] |= {
            "keycloak_url": self.url,
            "keycloak_realm": REALM,
            "keycloak_client_id": IDENTITY_CLIENT,
            "keycloak_client_secret": self.wanted().identity_secret,
        }
        settings["gateway"] |= {"client_id": GATEWAY_CLIENT, "client_secret": self.wanted().gateway_secret}
        return settings

    async def _prepare(self, fresh: Path) -> None:
        superuser = f"postgres:{self.place.secret('postgres', of='postgresql')}"
        dsn = f"postgresql://{superuser}@127.0.0.1:{self.place.port('sql', of='postgresql')}/postgres"
        await self._database().prepare_from(dsn, fresh / "database.sql")

    def _prepared_version(self) -> str:
        """Another for another Keycloak or another declaration of the realm."""
        declared = sorted(path for path in (INFRA / "keycloak").rglob("*.json"))
        content = hashlib.sha256(b"\0".join(path.read_bytes() for path in declared)).hexdigest()
        return f"{self.version}-{content[:12]}"

    def _database(self) -> KeycloakDatabase:
        password = self.place.secret("keycloak", of="postgresql")
        return KeycloakDatabase(self.place.port("sql", of="postgresql"), "keycloak", "keycloak", password)

    @property
    def _programs(self) -> Path:
        return self.place.cache.folder(self.name, self.version)


def _command(home: Path) -> list[str | Path]:
    """Keycloak as its own start script runs it. Without the script, whose child it would be: the pid that is remembered does the work."""
    program = java()
    if program is None:
        raise ServerFailed(f"Thiếu Java để chạy Keycloak; hãy cài Java {OLDEST} trở lên rồi chạy lại.")
    return [
        program,
        *_MACHINE,
        f"-Dkc.home.dir={home}",
        f"-Djboss.server.config.dir={home / 'conf'}",
        *("-cp", home / "lib" / "quarkus-run.jar", "io.quarkus.bootstrap.runner.QuarkusEntryPoint"),
    ]


def _unpack(folder: Path, top: str) -> None:
    """Make the folder the archive's top folder."""
    (archive,) = folder.glob("*.zip")
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    archive.unlink()
    for entry in (folder / top).iterdir():
        entry.rename(folder / entry.name)
    (folder / top).rmdir()
    for script in (folder / "bin").glob("*.sh"):
        script.chmod(0o755)
