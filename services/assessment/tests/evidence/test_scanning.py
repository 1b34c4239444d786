"""The virus scanner as the worker has it: a real clamd whose only signature is that of EICAR's harmless test file."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from services.assessment.tests.sheets import PDF, Desk
from services.assessment.tests.world import World, ok
from tests.support.databases import Databases
from tests.support.eventually import eventually
from tests.support.house import open_house, problem_of
from tests.support.issuer import Issuer
from tests.support.real_servers import RealServers

from chamdiem.servers.clamav import ClamAV
from chamdiem_assessment.app import create_service
from chamdiem_assessment.evidence.clamd import Clamd
from chamdiem_assessment.evidence.domain import MAX_SIZE_BYTES
from chamdiem_assessment.evidence.scanning import ScannerSilent
from chamdiem_assessment.settings import EvidenceSettings
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings

# In two halves, so that no scanner takes this file for the test file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
EXAMPLES = Path(__file__).parents[4] / "examples" / "cycle-small" / "evidence"


@pytest.fixture(scope="session")
async def clamav(real_servers: RealServers) -> ClamAV:
    server = await real_servers.have("clamav")
    assert isinstance(server, ClamAV)
    return server


@pytest.fixture
async def scanned(databases: Databases, issuer: Issuer, object_store: ObjectStoreSettings, clamav: ClamAV) -> AsyncIterator[Desk]:
    """As `desk`, with clamd configured."""

    def create(settings: ServiceSettings, bus: InProcessBus) -> Service:
        return create_service(settings, bus, object_store, EvidenceSettings(clamd_address=clamav.address))

    async with open_house(databases, issuer, "chamdiem_assessment", create) as opened:
        yield await Desk.begin(await World.begin(opened))


def with_a_part_more(document: bytes, content: bytes) -> bytes:
    """An office document with one more file packed into it."""
    packed = io.BytesIO(document)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image9.bin", content)
    return packed.getvalue()


def office_document() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


@asynccontextmanager
async def led_to(port: int, address: str) -> AsyncIterator[None]:
    """Who connects to the port reaches the address."""
    host, _, number = address.rpartition(":")

    async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while piece := await reader.read(65536):
                writer.write(piece)
                await writer.drain()
            writer.write_eof()

    async def lead(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(host, int(number))
        await asyncio.gather(copy(reader, back), copy(there, writer))
        back.close()
        writer.close()

    async with await asyncio.start_server(lead, "127.0.0.1", port):
        yield


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("báo cáo.pdf", PDF + EICAR),
        ("công văn.docx", with_a_part_more(office_document(), EICAR)),
        ("biểu số liệu.xlsx", with_a_part_more(office_document(), b"a" * 1000 + EICAR)),
        ("trong tệp nén.docx", with_a_part_more(office_document(), with_a_part_more(office_document(), EICAR))),
    ],
)
async def test_an_infected_file_is_refused_and_can_be_named_by_no_sheet(scanned: Desk, name: str, content: bytes) -> None:
    judged = await scanned.upload(name, content)
    assert (judged["status"], judged["scan"], judged["sha256"]) == ("refused", "infected", None)
    assert "mã độc" in judged["refusal"]
    assert "Eicar-Test-Signature" in judged["refusal"]
    assert problem_of(await scanned.officer.get(f"/evidence/{judged['id']}/link")) == (409, "assessment/evidence-infected")
    gone = await scanned.world.house.rows("SELECT received_removed FROM evidence")
    assert len(gone) == 1


async def test_a_clean_file_says_that_it_was_scanned(scanned: Desk) -> None:
    judged = await scanned.upload("công văn.docx", office_document())
    assert (judged["status"], judged["scan"]) == ("accepted", "clean")


async def test_a_file_of_the_largest_size_is_scanned(scanned: Desk) -> None:
    content = PDF + b"%" * (MAX_SIZE_BYTES - len(PDF))
    judged = await scanned.upload("lớn.pdf", content)
    assert (judged["status"], judged["scan"]) == ("accepted", "clean")


async def test_without_a_scanner_a_file_is_taken_and_says_that_nobody_looked(desk: Desk) -> None:
    judged = await desk.upload("báo cáo.pdf", PDF)
    assert (judged["status"], judged["scan"]) == ("accepted", "not_scanned")


async def test_while_clamd_is_silent_a_file_waits_and_is_judged_when_it_is_back(
    databases: Databases, issuer: Issuer, object_store: ObjectStoreSettings, clamav: ClamAV, unused_tcp_port: int
) -> None:
    def create(settings: ServiceSettings, bus: InProcessBus) -> Service:
        return create_service(settings, bus, object_store, EvidenceSettings(clamd_address=f"127.0.0.1:{unused_tcp_port}"))

    async with open_house(databases, issuer, "chamdiem_assessment", create) as opened:
        desk = await Desk.begin(await World.begin(opened))
        waiting = await desk.upload("báo cáo.pdf", PDF, wait_s=1)
        assert (waiting["status"], waiting["scan"]) == ("waiting", "not_scanned")
        async with led_to(unused_tcp_port, clamav.address):

            async def judged() -> bool:
                found = ok(await desk.officer.get(f"/evidence/{waiting['id']}"))
                return (found["status"], found["scan"]) == ("accepted", "clean")

            await eventually(judged)


def test_a_stream_over_clamds_own_limit_gives_no_verdict(clamav: ClamAV) -> None:
    with pytest.raises(ScannerSilent, match="size limit"):
        Clamd(clamav.address, 30).scan(io.BytesIO(bytes(26 * 1024 * 1024)))


def test_who_answers_nothing_gives_no_verdict(unused_tcp_port: int) -> None:
    with pytest.raises(ScannerSilent):
        Clamd(f"127.0.0.1:{unused_tcp_port}", 1).scan(io.BytesIO(b"a"))
