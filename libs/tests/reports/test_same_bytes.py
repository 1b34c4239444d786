"""The same data gives the same bytes, in any process, at any time, with any hash seed and working directory."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from chamdiem_reports.documents import AppraisalTotals, Document
from chamdiem_reports.rendering import FORMATS, render

from .factories import Make, a_ranking, a_report, a_seal, an_appraisal_record

MAKERS: dict[str, Make] = {"a_report": a_report, "an_appraisal_record": an_appraisal_record, "a_ranking": a_ranking}
_ELSEWHERE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
import factories
from chamdiem_reports.documents import AppraisalTotals, Document
from chamdiem_reports.rendering import FORMATS, render
for maker in ("a_ranking", "an_appraisal_record", "a_report"):
    for file_format in sorted(FORMATS, reverse=True):
        print(maker, file_format, hashlib.sha256(render(getattr(factories, maker)(), file_format)).hexdigest())
"""


def test_another_process_in_another_order_writes_the_same_bytes(tmp_path: Path) -> None:
    here = {
        (maker, file_format): hashlib.sha256(render(make(), file_format)).hexdigest()
        for maker, make in MAKERS.items()
        for file_format in FORMATS
    }
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/New_York", "SOURCE_DATE_EPOCH": "1700000000", "LC_ALL": "C"}
    command = [sys.executable, "-c", _ELSEWHERE, str(Path(__file__).parent)]
    told = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    there = {(maker, file_format): digest for maker, file_format, digest in (line.split() for line in told.splitlines())}
    assert there == here


@pytest.mark.parametrize("file_format", sorted(FORMATS))
def test_threads_at_the_same_time_write_the_same_bytes(file_format: str) -> None:
    documents = [a_ranking(), a_ranking(seal=a_seal(rehearsal=True))] * 3
    alone = [render(document, file_format) for document in documents[:2]] * 3
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda document: render(document, file_format), documents)) == alone


@pytest.mark.parametrize("file_format", sorted(FORMATS))
def test_documents_with_nothing_in_them_are_written_too(file_format: str) -> None:
    nothing: tuple[Document, ...] = (
        a_report(fields=(), rows=(), missing_evidence=(), recipients=()),
        an_appraisal_record(
            rows=(), claims=(), adjustments=(), agencies=(), totals=AppraisalTotals(max_score=Decimal(0), self_total=Decimal(0))
        ),
        a_ranking(rows=(), fields=(), by_field=(), levels=(), knocked_out=(), notes=()),
    )
    assert all(render(document, file_format) for document in nothing)


@pytest.mark.parametrize("file_format", sorted(FORMATS))
def test_other_data_gives_other_bytes(file_format: str) -> None:
    assert render(a_report(), file_format) != render(a_report(seal=a_seal(rehearsal=True)), file_format)


def test_no_file_tells_when_or_where_it_was_made() -> None:
    pdf = render(a_report(), "pdf")
    assert b"CreationDate" not in pdf
    assert b"ModDate" not in pdf
    for file_format in ("docx", "xlsx"):
        with ZipFile(BytesIO(render(a_report(), file_format))) as package:
            assert {entry.date_time[0] for entry in package.infolist()} == {1980}


def test_every_format_has_its_media_type() -> None:
    assert {name: file_format.media_type.split("/")[1].split(".")[0] for name, file_format in FORMATS.items()} == {
        "pdf": "pdf",
        "docx": "vnd",
        "xlsx": "vnd",
    }


def test_a_format_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        render(a_report(), "odt")
