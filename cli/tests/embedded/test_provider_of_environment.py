from pathlib import Path

import pytest
from pydantic import SecretStr

from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.folder import write_private
from chamdiem.embedded.nanoidp import SECRETS
from chamdiem.embedded.provider_of_environment import VARIABLE, provider_from_environment
from chamdiem_kit.settings import ServiceSettings


def settings_with(profile: str = "embedded", issuer: str = "http://127.0.0.1:9000") -> ServiceSettings:
    return ServiceSettings.model_validate(
        {"service": "identity", "profile": profile, "database_url": SecretStr("postgresql+asyncpg://127.0.0.1/none"), "oidc_issuer": issuer}
    )


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Names the folder of a provider that has been started before."""
    write_private(tmp_path / SECRETS, '{"management_secret": "m", "password_salt": "s"}', durable=False)
    return {VARIABLE: str(tmp_path)}


async def test_accounts_are_those_of_the_named_folder(environment: dict[str, str]) -> None:
    assert not await provider_from_environment(environment, settings_with()).exists("an")


@pytest.mark.parametrize(
    "settings",
    [
        settings_with(profile="production"),
        settings_with(issuer="http://10.0.0.1:9000"),
        settings_with(issuer="https://sso.example.vn"),
        settings_with(issuer="http://127.0.0.1.example.vn"),
    ],
)
def test_the_demonstration_provider_is_refused_outside_one_machine(environment: dict[str, str], settings: ServiceSettings) -> None:
    with pytest.raises(EmbeddedPartFailed, match=r"127\.0\.0\.1"):
        provider_from_environment(environment, settings)


def test_a_folder_that_is_no_providers_is_refused_by_the_name_of_its_variable(tmp_path: Path) -> None:
    for environment in ({}, {VARIABLE: str(tmp_path)}, {VARIABLE: str(tmp_path / "none")}):
        with pytest.raises(EmbeddedPartFailed, match=VARIABLE):
            provider_from_environment(environment, settings_with())
