"""The SQL of notifications; nobody else writes their table. Everyone sees the own account's only: it stands in the WHERE."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.notification.domain import Reminder

_REMIND = text("""
    WITH told AS (
        INSERT INTO notification (id, account_id, kind, text, path, sent_by)
        SELECT uuidv7(), id, 'reminder', :text, :path, :sent_by FROM account
         WHERE status <> 'ended' AND ((kind = 'data_entry' AND unit_code = ANY(:units))
               OR (kind = 'appraisal' AND appraiser_code = ANY(:appraisers)))
        RETURNING account_id
    ) SELECT a.unit_code, a.appraiser_code FROM told JOIN account a ON a.id = told.account_id""")
# Who holds a lasting or a lent approval now answers for the unit; a manager who stands in for one unit only hears of that one's.
_TELL = """
    INSERT INTO notification (id, account_id, kind, text, path, about, about_version)
    SELECT uuidv7(), id, 'appeal', :text, :path, :about, :about_version FROM account WHERE status <> 'ended' AND """
_AGAIN = " ON CONFLICT (account_id, about, about_version) WHERE about IS NOT NULL DO NOTHING"
_TELL_MANAGERS = text(f"{_TELL} kind = 'management' AND only_for_unit IS NULL {_AGAIN}")
_TELL_HEADS = text(f"""
    {_TELL} kind = 'data_entry' AND unit_code = :unit AND EXISTS (
        SELECT FROM jsonb_array_elements(roles) AS r WHERE r ->> 'role' = 'unit_approver'
           AND coalesce((r ->> 'valid_from')::timestamptz <= clock_timestamp(), true)
           AND coalesce((r ->> 'valid_to')::timestamptz >= clock_timestamp(), true)) {_AGAIN}""")
_PAGE = text("""
    SELECT n.id, n.kind, n.text, n.path, n.sent_at, n.read_at, a.holder_name AS sent_by_name
      FROM notification n LEFT JOIN account a ON a.id = n.sent_by
     WHERE n.account_id = :account_id AND (CAST(:after AS uuid) IS NULL OR n.id < :after)
       AND (n.read_at IS NULL OR NOT :only_unread)
     ORDER BY n.id DESC LIMIT :limit""")
_UNREAD = text("SELECT count(*) FROM notification WHERE account_id = :account_id AND read_at IS NULL")
_READ = text("""
    UPDATE notification SET read_at = coalesce(read_at, clock_timestamp()) WHERE id = :id AND account_id = :account_id RETURNING id""")


async def remind(tx: AsyncConnection, reminder: Reminder, sent_by: UUID) -> Sequence[tuple[str | None, str | None]]:
    """Tell everybody concerned; the unit and the agency of each account that was told."""
    rows = await tx.execute(
        _REMIND,
        {
            "text": reminder.text,
            "path": reminder.path,
            "sent_by": sent_by,
            "units": list(reminder.units),
            "appraisers": list(reminder.appraisers),
        },
    )
    return [(row.unit_code, row.appraiser_code) for row in rows]


async def tell_managers(tx: AsyncConnection, said: str, path: str, *, about: UUID, version: int) -> None:
    """Tell all managers once of one version of something."""
    await tx.execute(_TELL_MANAGERS, {"text": said, "path": path, "about": about, "about_version": version})


async def tell_heads(tx: AsyncConnection, unit: str, said: str, path: str, *, about: UUID, version: int) -> None:
    """Tell those who approve for a unit once of one version of something."""
    await tx.execute(_TELL_HEADS, {"text": said, "path": path, "about": about, "about_version": version, "unit": unit})


async def page(tx: AsyncConnection, account_id: UUID, *, only_unread: bool, after: UUID | None, limit: int) -> Sequence[dict[str, Any]]:
    """An account's own, the newest first."""
    rows = await tx.execute(_PAGE, {"account_id": account_id, "only_unread": only_unread, "after": after, "limit": limit})
    return [dict(row) for row in rows.mappings()]


async def count_unread(tx: AsyncConnection, account_id: UUID) -> int:
    """How many of an account's own were not read."""
    return int((await tx.execute(_UNREAD, {"account_id": account_id})).scalar_one())


async def mark_read(tx: AsyncConnection, account_id: UUID, notification_id: UUID) -> bool:
    """Whether there was such a one of the account's own; reading twice keeps the first time."""
    return (await tx.execute(_READ, {"id": notification_id, "account_id": account_id})).first() is not None
