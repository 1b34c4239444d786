"""The demonstration provider passes the suite that identity relies on."""

from collections.abc import AsyncIterator

import pytest
from tests.support.provider_contract import IdentityProviderContract

from chamdiem.embedded.nanoidp import EmbeddedNanoIdp
from chamdiem_identity.provider.port import IdentityProvider


@pytest.fixture(scope="module")
async def provider(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[IdentityProvider]:
    async with EmbeddedNanoIdp(tmp_path_factory.mktemp("provider") / "data") as running:
        yield running.accounts


class TestNanoIdp(IdentityProviderContract):
    """Everything is in the suite."""
