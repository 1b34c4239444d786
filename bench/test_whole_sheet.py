"""A whole sheet of 250 answers saved and then sent by 16 clients; in between it is exported, approved and signed, which is not counted.

Two replicas of the service on one database, as production has them: one process fills one core, and there are two.
The report of one sheet is printed to be signed; the others attach a file that was accepted before, since printing is measured elsewhere.
"""

from uuid import UUID

import asyncpg
import orjson
from bench.support.figures import hold, show
from bench.support.http_client import Act, Connection, Load, drain
from bench.support.processes import served
from bench.support.sheets import OpenSheet, open_sheets, whole_sheet
from tests.support.databases import Databases
from tests.support.issuer import Issuer

from chamdiem_kit.db import asyncpg_url

LEAVES, SHEETS, CLIENTS = 250, 160, 16
BODY = whole_sheet(LEAVES)


async def test_more_than_eighty_whole_sheets_a_second_are_saved_and_sent(databases: Databases, issuer: Issuer) -> None:
    url = await databases.fresh("chamdiem_assessment")
    sheets = await open_sheets(url, issuer, units=SHEETS, leaves=LEAVES, begun=False)
    signed = await _signed_reports(url, sheets)
    async with served("assessment", url, issuer.url) as one_at, served("assessment", url, issuer.url) as other_at:
        servers = (one_at.pid, other_at.pid)
        people = [_People((one_at, other_at)[n % 2].port, sheet) for n, sheet in enumerate(sheets)]
        for one in people:
            await one.connect()
        saved = await drain([one.save for one in people], CLIENTS, servers=servers)
        await people[0].print_report()
        await drain([_approving(one, signed[one.sheet.id]) for one in people], CLIENTS)
        sent = await drain([one.send for one in people], CLIENTS, servers=servers)
        for one in people:
            await one.leave()
    whole = Load(sorted(one.took_s for one in people), saved.wall_s + sent.wall_s, saved.server_cpu_s + sent.server_cpu_s)
    for name, load in (("saved", saved), ("sent", sent), ("saved and sent", whole)):
        show(f"{SHEETS} sheets of {LEAVES} answers, {CLIENTS} clients, {name}: {load.summary}")
    hold("whole sheets saved and sent a second", whole.rate, 80, at_least=True, digits=0)


class _People:
    """A unit's officer and head, each with a connection, and how long its save and its send took together."""

    def __init__(self, port: int, sheet: OpenSheet) -> None:
        self.sheet = sheet
        self.took_s = 0.0
        self._officer, self._head = Connection(port, sheet.officer), Connection(port, sheet.head)

    async def connect(self) -> None:
        await self._officer.__aenter__()
        await self._head.__aenter__()

    async def leave(self) -> None:
        await self._officer.__aexit__()
        await self._head.__aexit__()

    async def save(self) -> None:
        load = await drain([self._save], 1)
        self.took_s += load.wall_s

    async def send(self) -> None:
        load = await drain([self._send], 1)
        self.took_s += load.wall_s

    async def _save(self) -> None:
        answer = await self._officer.request("PATCH", self._path("/items"), BODY)
        assert answer.status == 200 and orjson.loads(answer.body)["saved"] == LEAVES, answer

    async def _send(self) -> None:
        answer = await self._head.request("POST", self._path("/send"))
        assert answer.status == 200, answer

    async def print_report(self) -> None:
        """The PDF of the whole sheet."""
        answer = await self._head.request("GET", self._path("/report.pdf"))
        assert answer.status == 200 and answer.body.startswith(b"%PDF-"), answer.head

    async def approve(self, signed: UUID) -> None:
        """Export, approve exactly that, attach the signed file."""
        exported = await self._head.request("POST", self._path("/report"))
        fingerprint = orjson.loads(exported.body)["fingerprint"]
        approved = await self._head.request("POST", self._path("/approve"), orjson.dumps({"fingerprint": fingerprint}))
        assert approved.status == 200, approved
        attached = await self._head.request("PUT", self._path("/signed-report"), orjson.dumps({"evidence_id": str(signed)}))
        assert attached.status == 200, attached

    def _path(self, rest: str) -> str:
        return f"/api/assessment/sheets/{self.sheet.id}{rest}"


def _approving(people: _People, signed: UUID) -> Act:
    return lambda: people.approve(signed)


async def _signed_reports(url: str, sheets: list[OpenSheet]) -> dict[str, UUID]:
    """An accepted PDF of each unit, as its worker would have left it."""
    connection = await asyncpg.connect(asyncpg_url(url))
    found: dict[str, UUID] = {}
    for sheet in sheets:
        found[sheet.id] = await connection.fetchval(
            """INSERT INTO evidence (period_id, unit_code, name, media_type, announced_size_bytes, uploaded_by, status, sha256, size_bytes,
                                     uploaded_at, judged_at)
               VALUES ($1, $2, 'bao-cao.pdf', 'application/pdf', 1000, $3, 'accepted', repeat('ab', 32), 1000, now(), now())
               RETURNING id""",
            sheet.period_id,
            sheet.unit_code,
            sheet.head_id,
        )
    await connection.close()
    return found
