"""Which accounts one may see (rights.md: "administrator all; head and lead those of the own unit; everyone the own"); it is the WHERE of
record, list and history, so that they cannot differ. A manager sees the appraisal locks that are his to lift.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account.domain import Account, AccountNotFound
from chamdiem_identity.account.store import SELECT, read
from chamdiem_kit.access import Actor
from chamdiem_kit.word_search import finds

_ADMINISTRATOR_OR_OWN = "(CAST(:everything AS boolean) OR p.sub = :sub"
_VISIBLE = f"""{_ADMINISTRATOR_OR_OWN}
    OR a.unit_code IN (SELECT code FROM unit WHERE code = CAST(:unit AS text) OR parent_code = CAST(:unit AS text))
    OR a.appraiser_code = CAST(:agency AS text)
    OR (CAST(:locks AS boolean) AND a.appraisal_lock IS NOT NULL))"""
# By the holder's name in Vietnamese order; the last one seen is named by its id.
_PAGE = f"""
    {SELECT} LEFT JOIN unit u ON u.code = a.unit_code
     WHERE {_VISIBLE}
       AND (CAST(:after AS uuid) IS NULL OR (a.name_sort_key, a.id) > (SELECT name_sort_key, id FROM account WHERE id = :after))
       AND (CAST(:unit_code AS text) IS NULL OR a.unit_code = :unit_code)
       AND (CAST(:appraiser_code AS text) IS NULL OR a.appraiser_code = :appraiser_code)
       AND (CAST(:kind AS text) IS NULL OR a.kind = :kind)
       AND (CAST(:status AS text) IS NULL OR a.status = :status)
       AND (NOT :usable OR a.status <> 'ended')
       AND (NOT :appraisal_lock OR (a.status <> 'ended' AND a.appraisal_lock IS NOT NULL))"""
_LOOKED_IN = "concat_ws(' ', a.holder_name, p.username, u.name, a.unit_code, a.appraiser_code)"
_ONE = text(f"{SELECT} WHERE a.id = :id AND {_VISIBLE}")
_ONE_OF_LOG = text(f"{SELECT} WHERE a.id = :id AND {_ADMINISTRATOR_OR_OWN})")


async def page(
    tx: AsyncConnection, actor: Actor, filters: Mapping[str, Any], words: str | None, *, after: UUID | None, limit: int
) -> Sequence[Account]:
    """The accounts one may see that hold the words, by name."""
    values = {**_scope(actor), **filters, "after": after, "limit": limit}
    found = finds(words, _LOOKED_IN, values)
    rows = await tx.execute(text(f"{_PAGE} AND {found} ORDER BY a.name_sort_key, a.id LIMIT :limit"), values)
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
