"""Evidence uploaded by our signed link beside a bare S3 PUT of the same bytes to the same MinIO, in turns; then until the worker's verdict.

The bare one is a PUT by a link that the store's own client signed beforehand, for the host only: nothing does less. Beside it, for
comparison, a PUT as S3 clients send it without TLS, with the digest of the payload signed, which MinIO checks. Ours are announced
beforehand, one link a file; what announcing and judging add is shown with the verdict. All go straight to MinIO with the same client.
"""

import hashlib
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import permutations
from statistics import median
from urllib.parse import urlsplit
from uuid import uuid4

from bench.support.figures import hold, show
from bench.support.http_client import Act, Connection, Load, drain
from minio import Minio
from minio.credentials.credentials import Credentials
from minio.signer import sign_v4_s3
from services.assessment.tests.sheets import PDF
from tests.e2e.live import ok
from tests.e2e.period_world import OPENS, PeriodWorld

from chamdiem.production.stack import Production
from chamdiem.provision.minio import RECEIVING_BUCKET
from chamdiem.servers.minio import MinIO

KIB, MIB = 1024, 1024 * 1024
UPLOADS_A_TURN = {64 * KIB: 120, 1 * MIB: 48, 16 * MIB: 8}
"""By size of the file in bytes; the limit is 20 MiB."""
TURNS, CLIENTS, JUDGED = 12, 4, 5
KINDS = OURS, BARE, DIGEST = "signed link of a size", "bare PUT", "PUT with its digest signed"


@dataclass(frozen=True)
class Announced:
    """Where and with what one announced file is uploaded; `place`: path and query."""

    id: str
    place: str
    media_type: str


async def test_evidence_arrives_as_quickly_as_a_bare_put(production: Production, world: PeriodWorld) -> None:
    store = production.servers.by_name["minio"]
    assert isinstance(store, MinIO)
    await world.at(OPENS)
    async with _connections(store) as connections:
        for size, uploads in UPLOADS_A_TURN.items():
            content = _a_file(size)
            await _turns(world, store, connections, content, 1, uploads)
            turns = await _turns(world, store, connections, content, TURNS, uploads)
            for kind in KINDS:
                load = Load()
                for turn in turns:
                    load.add(turn[kind])
                show(f"{_named(size)}, {CLIENTS} clients, {kind}: {load.rate * size / MIB:.0f} MiB/s, {load.summary}")
            share, of_digest = (median(turn[OURS].rate / turn[limit].rate for turn in turns) for limit in (BARE, DIGEST))
            show(f"share of the rate of a PUT with its digest signed: {of_digest:.2f}")
            hold(f"upload of {_named(size)} by a signed link, share of a bare PUT's rate, median of {TURNS}", share, 0.95, at_least=True)
        for size in UPLOADS_A_TURN:
            took_s = [await _judged(world, connections[0], _a_file(size)) for _ in range(JUDGED)]
            show(f"{_named(size)} from announcing to the worker's verdict: p50 {1000 * median(took_s):.0f} ms, at most {max(took_s):.2f} s")


async def _turns(
    world: PeriodWorld, store: MinIO, connections: list[Connection], content: bytes, turns: int, uploads: int
) -> list[dict[str, Load]]:
    """All kinds, turn by turn in every order, so that what else happens on the machine, and what one kind leaves to the next, meets all."""
    made = []
    orders = list(permutations(KINDS))
    servers = [pid for program in store.programs() for pid in program.members()]
    sha256 = hashlib.sha256(content).hexdigest()
    for turn in range(turns):
        announced = [await _announce(world, len(content)) for _ in range(uploads)]
        acts = {
            OURS: [_uploading(_of(connections, n), announced[n], content) for n in range(uploads)],
            BARE: [_putting(_of(connections, n), _a_link(store), "", content) for n in range(uploads)],
            DIGEST: [_putting(_of(connections, n), *_a_signed_put(store, sha256), content) for n in range(uploads)],
        }
        made.append({kind: await _drained(acts[kind], servers) for kind in orders[turn % len(orders)]})
    return made


async def _drained(acts: list[Act], servers: list[int]) -> Load:
    """Each connection does its acts one after another, all connections side by side."""
    chains = [acts[n::CLIENTS] for n in range(CLIENTS)]
    load = Load()

    def chained(chain: list[Act]) -> Act:
        async def do() -> None:
            for act in chain:
                begun = time.perf_counter()
                await act()
                load.took_s.append(time.perf_counter() - begun)

        return do

    whole = await drain([chained(chain) for chain in chains], CLIENTS, servers=servers)
    load.wall_s, load.server_cpu_s = whole.wall_s, whole.server_cpu_s
    return load


def _of(connections: list[Connection], number: int) -> Connection:
    return connections[number % CLIENTS]


def _putting(connection: Connection, link: str, headers: str, content: bytes) -> Act:
    async def put() -> None:
        answer = await connection.request("PUT", link, content, headers, media_type="application/pdf")
        assert answer.status == 200, answer

    return put


def _uploading(connection: Connection, file: Announced, content: bytes) -> Act:
    async def upload() -> None:
        answer = await connection.request("PUT", file.place, content, media_type=file.media_type)
        assert answer.status == 200, answer

    return upload


async def _announce(world: PeriodWorld, size_bytes: int) -> Announced:
    asked = {"period_id": world.period_id, "name": "Tài liệu kiểm chứng.pdf", "size_bytes": size_bytes}
    announced = ok(await world.people["officer"].post("/assessment/evidence", json=asked))
    link = urlsplit(announced["upload"]["url"])
    return Announced(announced["id"], f"{link.path}?{link.query}", announced["upload"]["headers"]["Content-Type"])


async def _judged(world: PeriodWorld, connection: Connection, content: bytes) -> float:
    """Announce, upload, say so and wait; seconds until the worker has accepted it."""
    begun = time.perf_counter()
    file = await _announce(world, len(content))
    await _uploading(connection, file, content)()
    found = ok(await world.people["officer"].post(f"/assessment/evidence/{file.id}/uploaded", params={"wait_s": 30}))
    assert found["status"] == "accepted", found
    return time.perf_counter() - begun


def _a_link(store: MinIO) -> str:
    """Path and query of a PUT signed by the key that signs our links."""
    keys = store.user("assessment")
    client = Minio(store.address, access_key=keys.access_key, secret_key=keys.secret_key, secure=False, region="us-east-1")
    link = urlsplit(client.presigned_put_object(RECEIVING_BUCKET, str(uuid4()), timedelta(minutes=5)))
    return f"{link.path}?{link.query}"


def _a_signed_put(store: MinIO, sha256: str) -> tuple[str, str]:
    """Path and further headers of a PUT as S3 clients sign it: in a header, the payload's digest included."""
    keys, now, path = store.user("assessment"), datetime.now(UTC), f"/{RECEIVING_BUCKET}/{uuid4()}"
    signed = sign_v4_s3(
        method="PUT",
        url=urlsplit(f"http://{store.address}{path}"),
        region="us-east-1",
        headers={"Host": store.address, "x-amz-content-sha256": sha256, "x-amz-date": now.strftime("%Y%m%dT%H%M%SZ")},
        credentials=Credentials(keys.access_key, keys.secret_key),
        content_sha256=sha256,
        date=now,
    )
    return path, "".join(f"{name}: {value}\r\n" for name, value in signed.items() if name != "Host")


def _a_file(size_bytes: int) -> bytes:
    """A PDF that no other is the same as."""
    line = f"% {uuid4()}\n".encode()
    return (PDF + line * (size_bytes // len(line) + 1))[:size_bytes]


def _named(size_bytes: int) -> str:
    return f"{size_bytes // MIB} MiB" if size_bytes >= MIB else f"{size_bytes // KIB} KiB"


@asynccontextmanager
async def _connections(store: MinIO) -> AsyncIterator[list[Connection]]:
    port = store.place.port("s3")
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(Connection(port, {"Host": store.address})) for _ in range(CLIENTS)]
