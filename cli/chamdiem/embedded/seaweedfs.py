"""An S3 server from a wheel (SeaweedFS), private: own keys, own ports on 127.0.0.1, nothing told to anybody."""

import asyncio
import json
import os
import secrets
import signal
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from minio import Minio
from minio.commonconfig import COMPLIANCE
from minio.objectlockconfig import YEARS, ObjectLockConfig

from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.folder import write_private
from chamdiem.embedded.part import Part

RECEIVING_BUCKET = "chamdiem-receiving"
EVIDENCE_BUCKET = "chamdiem-evidence"
REGION = "us-east-1"
# Law on archives aside, evidence must outlive the period and its complaints; the lock is the store's own, not ours to lift.
_KEPT_YEARS = 10
_SERVERS = ("s3", "filer", "master", "volume", "admin")
_SECRETS = "s3-keys.json"
_START_TIMEOUT_S = 60


@dataclass(frozen=True)
class S3Keys:
    """One identity of the object store."""

    access_key: str
    secret_key: str = field(repr=False)


class EmbeddedSeaweed(Part):
    """The object store with its two buckets: receiving, and evidence with versions and object lock.

    `writer` (assessment) reads and writes objects of both; `reader` (appraisal) reads the evidence bucket and nothing else.
    `throwaway`: nobody needs the folder afterwards, so the server is not given the seconds it takes to end by itself.
    """

    port_names = tuple(f"{server}{suffix}" for server in _SERVERS for suffix in ("", ".grpc"))

    writer: S3Keys
    reader: S3Keys

    def __init__(self, data_dir: Path, *, throwaway: bool = False) -> None:
        super().__init__(data_dir)
        self._stop_signal = signal.SIGKILL if throwaway else signal.SIGTERM

    @property
    def endpoint(self) -> str:
        """`127.0.0.1:PORT`, plain HTTP."""
        return f"127.0.0.1:{self.ports['s3']}"

    async def _begin(self) -> None:
        owner, self.writer, self.reader = self._keys()
        folder = self._folder.path
        store = folder / "store"
        store.mkdir(mode=0o700, exist_ok=True)
        identities = folder / "s3.json"
        write_private(identities, json.dumps({"identities": _identities(owner, self.writer, self.reader)}), durable=False)
        # It keeps the options of its last start there; ours are always all given.
        (store / "mini.options").unlink(missing_ok=True)
        self._remove_sockets()
        self._server = self._children.start(
            "seaweedfs", self._command(store, identities), cwd=store, env=_environment(folder), stop_signal=self._stop_signal
        )
        await self._wait_until_it_answers()
        await asyncio.to_thread(_create_buckets, self._client(owner))

    async def stop(self) -> None:
        await super().stop()
        if self._ports is not None:
            self._remove_sockets()

    def _keys(self) -> tuple[S3Keys, S3Keys, S3Keys]:
        known = self._folder.read_json(_SECRETS)
        if not known:
            known = {name: {"access": secrets.token_hex(10), "secret": secrets.token_urlsafe(30)} for name in ("owner", "writer", "reader")}
            self._folder.write_json(_SECRETS, known)
        owner, writer, reader = (S3Keys(known[name]["access"], known[name]["secret"]) for name in ("owner", "writer", "reader"))
        return owner, writer, reader

    def _command(self, store: Path, identities: Path) -> list[str | Path]:
        ports = self.ports
        return [
            Path(sysconfig.get_path("scripts")) / "weed",
            "mini",
            f"-dir={store}",
            "-ip=127.0.0.1",
            "-ip.bind=127.0.0.1",
            *(f"-{server}.port{suffix}={ports[server + suffix]}" for server in _SERVERS for suffix in ("", ".grpc")),
            f"-s3.config={identities}",
            # Only S3, with its keys: the other servers' own pages and file access are closed.
            "-disableHttp",
            "-s3.iam=false",
            "-s3.port.iceberg=0",
            "-s3.port.lance=0",
            "-admin.ui=false",
            "-webdav=false",
            "-master.telemetry=false",
            "-volume.preStopSeconds=0",
            "-volume.index=leveldb",
            "-s3.cacheCapacityMB=16",
        ]

    def _client(self, keys: S3Keys) -> Minio:
        return Minio(self.endpoint, access_key=keys.access_key, secret_key=keys.secret_key, secure=False, region=REGION)

    async def _wait_until_it_answers(self) -> None:
        try:
            async with asyncio.timeout(_START_TIMEOUT_S), aiohttp.ClientSession() as http:
                while not await _answers(http, f"http://{self.endpoint}/healthz"):
                    if self._server is None or self._server.ended:
                        raise EmbeddedPartFailed(f"Kho minh chứng không khởi động được; xem {self._folder.path / 'logs/seaweedfs.log'}.")
                    await asyncio.sleep(0.02)
        except TimeoutError as error:
            log = self._folder.path / "logs/seaweedfs.log"
            raise EmbeddedPartFailed(f"Kho minh chứng không sẵn sàng sau {_START_TIMEOUT_S} giây; xem {log}.") from error

    def _remove_sockets(self) -> None:
        """SeaweedFS puts sockets named by port under /tmp, wherever it runs, and a killed one leaves them there."""
        for server in _SERVERS:
            for name in (f"seaweedfs-{server}-{self.ports[server]}.sock", f"seaweedfs-{server}-grpc-{self.ports[server + '.grpc']}.sock"):
                socket = Path("/tmp") / name  # noqa: S108 - the server's own fixed place
                if socket.is_socket() and socket.stat().st_uid == os.geteuid():
                    socket.unlink(missing_ok=True)


def _environment(home: Path) -> dict[str, str]:
    # HOME: it would read a configuration of the user's otherwise. The limit: it takes what there is. It counts memory that is asked for and
    # never touched, over 160 MiB from the start; with 256 MiB 500 uploads cost three times the work, all of it collecting garbage.
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "TZ": "UTC", "GOMEMLIMIT": "400MiB"}


def _identities(owner: S3Keys, writer: S3Keys, reader: S3Keys) -> list[dict[str, object]]:
    both = [f"{action}:{bucket}" for action in ("Read", "Write", "List", "Tagging") for bucket in (RECEIVING_BUCKET, EVIDENCE_BUCKET)]
    rights = (
        ("owner", owner, ["Admin"]),
        ("writer", writer, both),
        ("reader", reader, [f"Read:{EVIDENCE_BUCKET}", f"List:{EVIDENCE_BUCKET}"]),
    )
    return [
        {"name": name, "credentials": [{"accessKey": keys.access_key, "secretKey": keys.secret_key}], "actions": actions}
        for name, keys, actions in rights
    ]


async def _answers(http: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with http.get(url) as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


def _create_buckets(s3: Minio) -> None:
    """Make what is missing, and say the lock again: a start cut short between the two is completed by the next."""
    if not s3.bucket_exists(RECEIVING_BUCKET):
        s3.make_bucket(RECEIVING_BUCKET)
    if not s3.bucket_exists(EVIDENCE_BUCKET):
        s3.make_bucket(EVIDENCE_BUCKET, object_lock=True)
    s3.set_object_lock_config(EVIDENCE_BUCKET, ObjectLockConfig(COMPLIANCE, _KEPT_YEARS, YEARS))
