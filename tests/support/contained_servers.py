"""The same servers in containers, where a Docker engine answers and has their images: each only starts another way."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

import asyncpg

from chamdiem.provision.declarations import INFRA
from chamdiem.provision.minio import REGION
from chamdiem.servers.catalogue import CATALOGUE
from chamdiem.servers.keycloak import Keycloak
from chamdiem.servers.minio import MinIO
from chamdiem.servers.postgresql import PostgreSQL, declared
from chamdiem.servers.progress import Tell
from chamdiem.servers.rabbitmq import ADMIN, RabbitMQ
from chamdiem.servers.server import NativeServer

_RUN = Path(__file__).with_name("run_container.py")


class Contained(NativeServer):
    """Started as a container by a process that stands for it: ended with that process, as every daemon is."""

    image: ClassVar[str]

    def missing(self) -> list[str]:
        return []

    async def fetch(self, tell: Tell) -> None:
        return

    async def run(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        ports: Mapping[int, str] | None = None,
        mounts: Mapping[Path, str] | None = None,
    ) -> None:
        """`ports`: the container's → the name of ours; None: it listens on this machine's loopback itself."""
        told = {
            "command": list(command),
            "env": dict(env),
            "ports": {str(inner): self.place.port(name) for inner, name in (ports or {}).items()},
            "network": "bridge" if ports else "host",
            "mounts": {str(ours): inner for ours, inner in (mounts or {}).items()},
        }
        engine = {name: value for name, value in os.environ.items() if name.startswith("DOCKER_")}
        await self.daemons.start(
            self.name,
            [sys.executable, _RUN, self.image, json.dumps(told)],
            cwd=self.place.folder,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.place.folder), **engine},
            version=self.version,
        )

    def readable(self, name: str, text: str) -> Path:
        """A file that the container's user may read; the folder around it lets nobody else in."""
        path = self.place.folder / name
        path.write_text(text, "utf-8")
        path.chmod(0o644)
        return path


class ContainedPostgreSQL(Contained, PostgreSQL):
    image = "postgres:18.6"

    async def start(self, tell: Tell) -> None:
        password = self.readable("password", self.place.secret("postgres"))
        await self.run(
            ["postgres", *(part for setting in declared() for part in ("-c", setting))],
            env={"POSTGRES_PASSWORD_FILE": "/password"},
            ports={5432: "sql"},
            mounts={password: "/password"},
        )

    async def is_ready(self) -> bool:
        try:
            connection = await asyncpg.connect(self.admin_dsn, ssl=False, timeout=5)
        except (OSError, asyncpg.PostgresError, TimeoutError):
            return False
        await connection.close()
        return True


class ContainedMinIO(Contained, MinIO):
    image = "chamdiem-minio:2026.02.12"

    async def start(self, tell: Tell) -> None:
        env = {
            "MINIO_ROOT_USER": self.root.access_key,
            "MINIO_ROOT_PASSWORD": self.root.secret_key,
            "MINIO_REGION": REGION,
            "MINIO_API_CORS_ALLOW_ORIGIN": self.place.public_origin,
        }
        await self.run(["server", "--quiet", "--address", ":9000", "/data"], env=env, ports={9000: "s3"})


class ContainedRabbitMQ(Contained, RabbitMQ):
    image = "rabbitmq:4.0.5"

    async def start(self, tell: Tell) -> None:
        admin = self.readable("admin.conf", f"default_user = {ADMIN}\ndefault_pass = {self.place.secret('admin')}\n")
        declared_files = {
            INFRA / "rabbitmq" / name: f"/etc/rabbitmq/{name}" for name in ("rabbitmq.conf", "advanced.config", "enabled_plugins")
        }
        await self.run(
            ["rabbitmq-server"],
            env={"RABBITMQ_NODENAME": "rabbit@localhost"},
            ports={5672: "amqp", 15672: "management"},
            mounts={**declared_files, admin: "/etc/rabbitmq/conf.d/20-admin.conf"},
        )

    async def write_down(self) -> None:
        return  # no test kills what runs in a container

    async def is_ready(self) -> bool:
        # The engine's own listener takes connections before the broker does.
        return "Server startup complete" in self.daemons.log_of(self.name).read_text("utf-8", errors="replace") and await super().is_ready()


class ContainedKeycloak(Contained, Keycloak):
    image = "chamdiem-keycloak:26.7.3"

    async def launch(self, configuration: Mapping[str, str]) -> None:
        # On this machine's own network: the database it is told of listens on loopback only.
        await self.run(["start", "--optimized"], env=configuration)


_IN_CONTAINERS: tuple[type[Contained], ...] = (ContainedPostgreSQL, ContainedMinIO, ContainedRabbitMQ, ContainedKeycloak)


def catalogue_of_tests() -> tuple[type[NativeServer], ...]:
    """The catalogue with each server in a container that can be had so; without an engine, the native one."""
    contained = {kind.name: kind for kind in _IN_CONTAINERS if _is_here(kind.image)}
    return tuple(contained.get(kind.name, kind) for kind in CATALOGUE)


def _is_here(image: str) -> bool:
    try:
        return subprocess.run(["docker", "image", "inspect", image], capture_output=True, check=False, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
