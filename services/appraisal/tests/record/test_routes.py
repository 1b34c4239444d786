"""The appraisal record: whole for managers, the own items for an agency, the same bytes for the same data."""

import io
import re

import openpyxl
import pytest
from services.appraisal.tests.world import OWN, PLAIN, World
from tests.support.house import problem_of

from chamdiem_contracts.appraisal import RecordPrintedV1


@pytest.mark.parametrize("file_format", ["pdf", "docx", "xlsx"])
async def test_the_same_scores_give_the_same_bytes(world: World, file_format: str) -> None:
    await world.score_all()
    path = f"/sheets/{world.sheets[PLAIN]}/record.{file_format}"
    first = await world.clients["manager"].get(path)
    assert first.status_code == 200, first.text
    assert (await world.clients["manager"].get(path)).content == first.content
    assert re.search(r'filename="NV-THU-khac-appraisal\.\w+"', first.headers["Content-Disposition"])


async def test_an_agency_gets_its_own_items_only_and_nothing_of_a_sheet_it_has_no_part_in(world: World) -> None:
    await world.score_all()
    whole = _texts((await world.clients["manager"].get(f"/sheets/{world.sheets[PLAIN]}/record.xlsx")).content)
    own = _texts((await world.clients["snv"].get(f"/sheets/{world.sheets[PLAIN]}/record.xlsx")).content)
    assert any("Tiêu chí 1.3" in t for t in whole)
    assert any("Tiêu chí 1.1" in t for t in own)
    assert not any("Tiêu chí 1.3" in t for t in own)
    answer = await world.clients["snv"].get(f"/sheets/{world.sheets[OWN]}/record.pdf")
    assert problem_of(answer) == (404, "appraisal/sheet-not-found")


async def test_what_is_printed_is_told_once_before_anybody_holds_it(world: World) -> None:
    await world.score_all()
    path = f"/sheets/{world.sheets[PLAIN]}/record."
    for client in (world.clients["manager"], world.clients["snv"]):
        for file_format in ("xlsx", "docx"):
            assert (await client.get(path + file_format)).status_code == 200
    told = [e for e in await world.house.outbox() if isinstance(e, RecordPrintedV1)]
    assert [(e.sheet_id, e.unit_code, e.appraiser_code) for e in told] == [
        (world.sheets[PLAIN], PLAIN, None),
        (world.sheets[PLAIN], PLAIN, "SNV"),
    ]
    whole = _texts((await world.clients["manager"].get(path + "xlsx")).content)
    assert any(told[0].fingerprint in text for text in whole)
    assert (await world.score("snv", {"unit": PLAIN, "item": "1.1", "score": "0.5", "reason": "Xem lại"}))["refused"] == []
    assert (await world.clients["manager"].get(path + "xlsx")).status_code == 200
    assert len([e for e in await world.house.outbox() if isinstance(e, RecordPrintedV1)]) == 3


def _texts(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
