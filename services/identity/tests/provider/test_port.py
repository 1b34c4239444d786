"""The double that identity's other tests use keeps the contract of the port."""

from tests.support.provider_contract import IdentityProviderContract


class TestProviderOutside(IdentityProviderContract):
    """Its `provider` is the double's fixture."""
