"""Evidence found by name."""

import unicodedata
from pathlib import Path

import pytest

from chamdiem.cycle.evidence_files import evidence_files
from chamdiem.cycle.faults import FolderFault


def evidence(folder: Path) -> Path:
    (folder / "evidence").mkdir()
    return folder / "evidence"


def test_a_file_kept_in_decomposed_letters_is_found_by_its_composed_name(tmp_path: Path) -> None:
    name = "Báo cáo số 1 (đã ký) 📈.pdf"
    (evidence(tmp_path) / unicodedata.normalize("NFD", name)).write_bytes(b"x")
    assert evidence_files(tmp_path)[name].read_bytes() == b"x"


def test_of_two_files_with_one_composed_name_the_composed_one_is_meant(tmp_path: Path) -> None:
    place = evidence(tmp_path)
    (place / unicodedata.normalize("NFD", "á.pdf")).write_bytes(b"decomposed")
    (place / "á.pdf").write_bytes(b"composed")
    assert evidence_files(tmp_path)["á.pdf"].read_bytes() == b"composed"


def test_links_folders_and_names_that_are_no_text_are_no_evidence(tmp_path: Path) -> None:
    place = evidence(tmp_path)
    (tmp_path / "outside.pdf").write_bytes(b"x")
    (place / "link.pdf").symlink_to(tmp_path / "outside.pdf")
    (place / "folder.pdf").mkdir()
    (place / "\udce9.pdf").write_bytes(b"x")
    (place / "a.pdf").write_bytes(b"x")
    assert list(evidence_files(tmp_path)) == ["a.pdf"]


def test_no_evidence_folder_is_no_evidence(tmp_path: Path) -> None:
    assert not evidence_files(tmp_path)


def test_an_evidence_folder_that_is_a_file_or_a_link_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "evidence").symlink_to(tmp_path)
    with pytest.raises(FolderFault):
        evidence_files(tmp_path)
    (tmp_path / "evidence").unlink()
    (tmp_path / "evidence").write_bytes(b"")
    with pytest.raises(FolderFault):
        evidence_files(tmp_path)
