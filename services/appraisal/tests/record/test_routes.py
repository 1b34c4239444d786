"""The appraisal record: whole for managers, the own items for an agency, the same bytes for the same data."""

import io
import re

import openpyxl
import pytest
from services.appraisal.tests.world import OWN, PLAIN, World
from tests.support.house import problem_of


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


def _texts(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
