"""What a machine lacks is said before anything is tried, and not where the cache has it already."""

from pathlib import Path

import pytest

from chamdiem.servers.cache import Cache
from chamdiem.servers.minio import MinIO
from chamdiem.servers.native import Servers


def minio_on(tmp_path: Path) -> MinIO:
    server = Servers(tmp_path / "data", cache=Cache(tmp_path / "cache"), catalogue=(MinIO,)).by_name["minio"]
    assert isinstance(server, MinIO)
    return server


async def test_without_go_minio_is_not_to_be_had_and_one_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    [sentence] = minio_on(tmp_path).missing()
    assert sentence.startswith("Thiếu Go để dựng MinIO") and "hãy cài Go" in sentence
    outcome = await Servers(tmp_path / "data", cache=Cache(tmp_path / "cache"), catalogue=(MinIO,)).up()
    assert (outcome.running, outcome.faults, outcome.absent) == ((), {"minio": [sentence]}, {"minio"})


def test_a_build_in_the_cache_needs_no_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    Cache(tmp_path / "cache").folder("minio", MinIO.version).mkdir(parents=True)
    assert minio_on(tmp_path).missing() == []


async def test_a_build_that_fails_names_its_log_and_leaves_nothing_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go = tmp_path / "go"
    go.write_text("#!/bin/sh\necho 'no such module'\nexit 1\n")
    go.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    outcome = await Servers(tmp_path / "data", cache=Cache(tmp_path / "cache"), catalogue=(MinIO,)).up()
    log = tmp_path / "data/minio/logs/tool.log"
    assert outcome.faults == {"minio": [f"Không dựng MinIO từ mã nguồn được (mã 1); xem {log}."]}
    assert log.read_text() == "no such module\n"
    assert [path.name for path in (tmp_path / "cache").iterdir() if path.is_dir()] == []
