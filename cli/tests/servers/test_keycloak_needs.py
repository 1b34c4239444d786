"""What a machine without Java or Maven is told."""

from pathlib import Path

import pytest

from chamdiem.servers.cache import Cache
from chamdiem.servers.folder import ServersFolder
from chamdiem.servers.java import OLDEST, first_new_enough
from chamdiem.servers.keycloak import Keycloak
from chamdiem.servers.place import Options, Place


def a_java(folder: Path, version: str) -> Path:
    """A program that says it is Java of that version."""
    program = folder / f"java-{version}"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2026-01-20' >&2\n", "utf-8")
    program.chmod(0o755)
    return program


def test_a_java_too_old_is_none(tmp_path: Path) -> None:
    old, new = a_java(tmp_path, "11.0.20"), a_java(tmp_path, f"{OLDEST}.0.9")
    assert first_new_enough([tmp_path / "khong-co", old]) is None
    assert first_new_enough([old, new]) == new


def test_without_maven_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    server = Keycloak(Place("keycloak", ServersFolder(tmp_path / "data"), Cache(tmp_path / "cache"), Options()))
    assert [sentence for sentence in server.missing() if "Maven" in sentence] == [
        "Thiếu Maven để lấy Keycloak; hãy cài Maven rồi chạy lại."
    ]
    server.place.cache.folder("keycloak", Keycloak.version).mkdir(parents=True)
    assert not any("Maven" in sentence for sentence in server.missing())
