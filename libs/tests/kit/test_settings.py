"""Where settings come from, and what is said when one is missing or wrong."""

from pathlib import Path

import pytest

from chamdiem_kit.settings import FOLDER_VARIABLE, SettingsFault, read_migration_url, read_object_store_settings, read_settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    return tmp_path


def keep(folder: Path, **settings: str) -> None:
    for name, value in settings.items():
        (folder / f"chamdiem_ranking_{name}").write_text(value, "utf-8")


def test_settings_are_read_from_files_named_as_the_variables(folder: Path) -> None:
    keep(folder, database_url="postgresql+asyncpg://a:b@c/d\n", oidc_issuer="https://sso.example.vn", database_pool_size="7\n")
    read = read_settings("ranking")
    assert (read.database_url.get_secret_value(), read.database_pool_size) == ("postgresql+asyncpg://a:b@c/d", 7)


def test_the_environment_goes_before_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(folder, migration_database_url="postgresql://of-the-file")
    assert read_migration_url("ranking") == "postgresql://of-the-file"
    monkeypatch.setenv("CHAMDIEM_RANKING_MIGRATION_DATABASE_URL", "postgresql://of-the-environment")
    assert read_migration_url("ranking") == "postgresql://of-the-environment"


def test_what_is_missing_is_named_as_variable_and_as_file(folder: Path) -> None:
    with pytest.raises(SettingsFault) as fault:
        read_settings("ranking")
    for name in ("database_url", "oidc_issuer"):
        assert f"CHAMDIEM_RANKING_{name.upper()} (hoặc tệp {folder}/chamdiem_ranking_{name})" in str(fault.value)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("database_pool_size", "many", "phải là số nguyên"),
        ("database_pool_size", "0", "phải từ 1 trở lên"),
        ("database_pool_size", "101", "phải từ 100 trở xuống"),
        ("log_level", "LOUD-7c1", "'DEBUG', 'INFO', 'WARNING'"),
    ],
)
def test_what_is_wrong_is_said(folder: Path, field: str, value: str, said: str) -> None:
    keep(folder, database_url="postgresql://x", oidc_issuer="https://sso", **{field: value})
    with pytest.raises(SettingsFault) as fault:
        read_settings("ranking")
    assert f"CHAMDIEM_RANKING_{field.upper()}" in str(fault.value)
    assert said in str(fault.value)


def test_a_secret_that_is_wrong_is_not_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAMDIEM_RANKING_S3_PUBLIC_ORIGIN", "secret-in-the-wrong-place")
    with pytest.raises(SettingsFault) as fault:
        read_object_store_settings("ranking")
    assert "S3_PUBLIC_ORIGIN" in str(fault.value)
    assert "secret-in-the-wrong-place" not in str(fault.value)


def test_without_a_folder_only_the_environment_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "none"))
    with pytest.raises(SettingsFault, match="CHAMDIEM_APPRAISAL_S3_ENDPOINT"):
        read_object_store_settings("appraisal")
