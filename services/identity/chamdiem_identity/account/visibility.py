"""Which accounts one may see (rights.md: "administrator all; head and lead those of the own unit; everyone the own"); it is the WHERE of
record, list and history, so that they cannot differ. A manager sees the appraisal locks that are his to lift.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account.domain import Account, AccountNotFound
from chamdiem_identity.account.store import SELECT, read
from chamdiem_kit.access import Actor

_ADMINISTRATOR_OR_OWN = "(CAST(:everything AS boolean) OR p.sub = :sub"
_VISIBLE = f"""{_ADMINISTRATOR_OR_OWN}
    OR a.unit_code IN (SELECT code FROM unit WHERE code = CAST(:unit AS text) OR parent_code = CAST(:unit AS text))
    OR a.appraiser_code = CAST(:agency AS text)
    OR (CAST(:locks AS boolean) AND a.appraisal_lock IS NOT NULL))"""
_PAGE = text(f"""
    {SELECT} WHERE {_VISIBLE} AND (CAST(:after AS uuid) IS NULL OR a.id > :after)
       AND (CAST(:unit_code AS text) IS NULL OR a.unit_code = :unit_code)
       AND (CAST(:appraiser_code AS text) IS NULL OR a.appraiser_code = :appraiser_code)
       AND (CAST(:kind AS text) IS NULL OR a.kind = :kind)
       AND (CAST(:status AS text) IS NULL OR a.status = :status)
     ORDER BY a.id LIMIT :limit""")
_ONE = text(f"{SELECT} WHERE a.id = :id AND {_VISIBLE}")
_ONE_OF_LOG = text(f"{SELECT} WHERE a.id = :id AND {_ADMINISTRATOR_OR_OWN})")


async def page(tx: AsyncConnection, actor: Actor, filters: dict[str, str | None], *, after: UUID | None, limit: int) -> Sequence[Account]:
    """The accounts one may see, in the order of their ids."""
    rows = await tx.execute(_PAGE, {**_scope(actor), **filters, "after": after, "limit": limit})
    return [read(r) for r in rows.mappings()]


async def load(tx: AsyncConnection, actor: Actor, account_id: UUID) -> Account:
    """One account; another's is `AccountNotFound` too."""
    return _found((await tx.execute(_ONE, {**_scope(actor), "id": account_id})).mappings().first())


async def require_log_of(tx: AsyncConnection, actor: Actor, account_id: UUID) -> None:
    """Raise `AccountNotFound` unless one may read the account's log: an administrator any, everyone the own."""
    scope = _scope(actor)
    _found((await tx.execute(_ONE_OF_LOG, {"id": account_id, "everything": scope["everything"], "sub": actor.sub})).mappings().first())


def _scope(actor: Actor) -> dict[str, Any]:
    return {
        "everything": actor.kind == "administration",
        "sub": actor.sub,
        "unit": actor.unit_code if "unit_approver" in actor.roles else None,
        "agency": actor.appraiser_code if "appraisal_lead" in actor.roles else None,
        "locks": actor.kind == "management",
    }


def _found(row: Any) -> Account:
    if row is None:
        raise AccountNotFound("Hãy kiểm tra lại tài khoản.")
    return read(row)
