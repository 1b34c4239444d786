"""MinIO from its Go module (decision 0010), as a daemon."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import aiohttp
from minio.error import MinioException
from urllib3.exceptions import HTTPError

from chamdiem.provision.minio import EVIDENCE_BUCKET, RECEIVING_BUCKET, REGION, SERVICES, StoreKeys, WantedStore, create_store
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.progress import Tell
from chamdiem.servers.server import NativeServer

_MODULE = "github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c"
_PACKAGES = 1300
"""How many the compiler names on its way, for the bar."""


class MinIO(NativeServer):
    """The object store with its two buckets."""

    name: ClassVar[str] = "minio"
    title: ClassVar[str] = "MinIO"
    version: ClassVar[str] = "2026.02.12"
    port_names: ClassVar[tuple[str, ...]] = ("s3", "console")

    @property
    def root(self) -> StoreKeys:
        """The store's own administrator; no process of ours gets it."""
        return StoreKeys("chamdiem-root", self.place.secret("root"))

    def user(self, service: str) -> StoreKeys:
        """The keys of one service."""
        return StoreKeys(f"chamdiem-{service}", self.place.secret(service))

    def missing(self) -> list[str]:
        if self.place.cache.has(self.name, self.version) or shutil.which("go"):
            return []
        return ["Thiếu Go để dựng MinIO (không còn bản dựng sẵn nào được phát hành); hãy cài Go 1.24 trở lên rồi chạy lại."]

    async def fetch(self, tell: Tell) -> None:
        async def build(fresh: Path) -> None:
            compiled = 0

            def count(_: str) -> None:
                nonlocal compiled
                compiled += 1
                tell("đang dựng từ mã nguồn", min(compiled / _PACKAGES, 1))

            tell("đang tải mã nguồn")
            await self.place.run_tool(
                [shutil.which("go") or "go", "install", "-v", "-trimpath", "-ldflags", "-s -w", _MODULE],
                what="dựng MinIO từ mã nguồn",
                cwd=fresh,
                env={"CGO_ENABLED": "0", "GOBIN": str(fresh), "GOFLAGS": "", "GOWORK": "off"},
                on_line=count,
            )

        await self.place.cache.once(self.name, self.version, build)

    async def start(self, tell: Tell) -> None:
        data = self.place.folder / "data"
        data.mkdir(mode=0o700, exist_ok=True)
        await self.daemons.start(
            "minio",
            [
                self.place.cache.folder(self.name, self.version) / "minio",
                *("server", "--quiet", "--address", self.address, "--console-address", f"127.0.0.1:{self.place.port('console')}"),
                data,
            ],
            cwd=self.place.folder,
            env={
                "PATH": "/usr/bin:/bin",
                "HOME": str(self.place.folder),
                "TZ": "UTC",
                "MINIO_ROOT_USER": self.root.access_key,
                "MINIO_ROOT_PASSWORD": self.root.secret_key,
                "MINIO_BROWSER": "off",
                "MINIO_UPDATE": "off",
                "MINIO_REGION": REGION,
                "MINIO_API_CORS_ALLOW_ORIGIN": self.place.public_origin,
                # Setting a password costs 64 MiB of work memory each, which it would keep otherwise.
                "GOMEMLIMIT": "256MiB",
            },
            version=self.version,
        )

    async def is_ready(self) -> bool:
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as http,
                http.get(f"http://{self.address}/minio/health/cluster") as answer,
            ):
                return answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def provision(self, tell: Tell) -> None:
        try:
            await create_store(self.address, self.root, WantedStore({service: self.user(service) for service in SERVICES}))
        except (MinioException, HTTPError) as fault:
            raise ServerFailed(f"MinIO không nhận cấu hình: {fault}") from fault

    def settings(self) -> Mapping[str, Mapping[str, str]]:
        return {
            service: {
                "s3_endpoint": self.address,
                "s3_access_key": self.user(service).access_key,
                "s3_secret_key": self.user(service).secret_key,
                "receiving_bucket": RECEIVING_BUCKET,
                "evidence_bucket": EVIDENCE_BUCKET,
            }
            for service in SERVICES
        }
