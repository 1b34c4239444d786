"""Appraisals sent and reopened, council sessions opened and closed: what they do to appraisal accounts (rules §4)."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState
from chamdiem_contracts.ranking import CouncilSessionState
from chamdiem_identity.account import events
from chamdiem_identity.account import store as accounts
from chamdiem_identity.account.domain import Account
from chamdiem_identity.lock import domain, store
from chamdiem_kit import outbox
from chamdiem_kit.inbox import Received


async def on_appraisal(tx: AsyncConnection, event: Received[AppraisalState]) -> None:
    """Lock the agency's appraisal accounts once none of its appraisals is open; a new or reopened one lifts the lock."""
    told = event.data
    await accounts.begin_writing(tx)
    appraisal = domain.AppraisalOfAgency(told.appraisal_id, told.version, told.open, told.lock_scope)
    if not await store.keep_appraisal(tx, told.appraiser_code, appraisal) or event.replayed:
        return
    lock = (await store.agency_locks(tx, [told.appraiser_code]))[told.appraiser_code]
    present = await accounts.appraisal_accounts_to_change(tx, told.appraiser_code)
    changed = _changed(present, [domain.follow_agency(a, lock) for a in present])
    if lock.scope is None:
        await accounts.save(tx, changed, "appraisal_unlocked", told.reason, None)
    else:
        await accounts.save(tx, changed, "appraisal_locked", "Cơ quan đã gửi kết quả thẩm định (Điều 10.3).", None)
    await outbox.add_all(tx, events.all_changed(changed))


async def on_council_session(tx: AsyncConnection, event: Received[CouncilSessionState]) -> None:
    """Let locked members read and agree while a council session is open."""
    await accounts.begin_writing(tx)
    if not await store.keep_session(tx, event.data.session_id, event.data.version, event.data.open) or event.replayed:
        return
    is_open = await store.session_open(tx)
    present = await accounts.appraisal_accounts_to_change(tx)
    changed = _changed(present, [domain.follow_council(a, is_open) for a in present])
    await accounts.save(tx, changed, "council_session_opened" if is_open else "council_session_closed", "", None)
    await outbox.add_all(tx, events.all_changed(changed))


def _changed(before: Sequence[Account], after: Sequence[Account]) -> list[Account]:
    return [new for old, new in zip(before, after, strict=True) if new is not old]
