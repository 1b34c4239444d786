"""The demonstration provider passes the suites that identity and people rely on."""

from collections.abc import AsyncIterator
from typing import ClassVar

import pytest
from tests.support.provider_contract import IdentityProviderContract
from tests.support.provider_sign_in_contract import Door, SignInContract

from chamdiem.embedded.nanoidp import CLI_CLIENT, CLI_REDIRECT, EmbeddedNanoIdp
from chamdiem_identity.provider.port import IdentityProvider


@pytest.fixture(scope="module")
async def nanoidp(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmbeddedNanoIdp]:
    async with EmbeddedNanoIdp(tmp_path_factory.mktemp("provider") / "data") as running:
        yield running


@pytest.fixture
def provider(nanoidp: EmbeddedNanoIdp) -> IdentityProvider:
    return nanoidp.accounts


@pytest.fixture
def door(nanoidp: EmbeddedNanoIdp) -> Door:
    return Door(nanoidp.issuer, CLI_CLIENT, CLI_REDIRECT)


class TestNanoIdp(IdentityProviderContract, SignInContract):
    """Everything is in the suites."""

    asks_for_new_password: ClassVar[bool] = False
