"""An account as it is told, and as the kit knows it."""

from collections.abc import Iterable

from chamdiem_contracts.identity import AccountChangedV1, RoleGrant
from chamdiem_identity.account.domain import Account


def changed(account: Account) -> AccountChangedV1:
    """The account's whole present state; only of one whose person the provider has made."""
    assert account.sub is not None
    return AccountChangedV1.model_validate(
        {
            "version": account.version,
            "account_id": account.id,
            "sub": account.sub,
            "username": account.username,
            "holder_name": account.holder_name,
            "kind": account.kind,
            "roles": tuple(RoleGrant.model_validate(r, from_attributes=True) for r in account.roles),
            "unit_code": account.unit_code,
            "appraiser_code": account.appraiser_code,
            "only_for_unit": account.only_for_unit,
            "former_units": account.former_units,
            "status": account.status,
            "locked_reason": account.locked_reason,
            "locked_at": account.locked_at,
            "appraisal_lock": account.appraisal_lock,
            "council_session_open": account.council_session_open,
        }
    )


def all_changed(accounts: Iterable[Account]) -> list[AccountChangedV1]:
    """The events of several; a person who is still being made is told of once there is a `sub`."""
    return [changed(a) for a in accounts if a.sub is not None]
