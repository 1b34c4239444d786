"""What others are told when an amending decision was applied: the period first, then every sheet that is not what it was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.amendment.domain import SheetAfter, Versions
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.period import store as periods
from chamdiem_assessment.period.domain import Period
from chamdiem_assessment.period.events import period_event
from chamdiem_assessment.report.domain import Present
from chamdiem_assessment.report.store import issued_set
from chamdiem_assessment.sending import events as sending
from chamdiem_assessment.sending import store as receipts
from chamdiem_assessment.sheet import answer_store
from chamdiem_contracts.assessment import PeriodChangedV1
from chamdiem_contracts.base import Event


async def told_of(tx: AsyncConnection, period: Period, versions: Versions, amended: Sequence[SheetAfter], now: datetime) -> list[Event]:
    """The events, from what was just kept."""
    told: list[Event] = [period_event(PeriodChangedV1, period, await periods.list_sheets(tx, period.id), now)]
    told += [sending.recalled(a.sheet.of, a.state) for a in amended if a.goes_back and a.sheet.state.is_sent and a.state]
    again = [a for a in amended if a.told_again]
    if not again:
        return told
    ids = [a.sheet.of.sheet_id for a in again]
    issued = await issued_set(tx, versions.new_id)
    kept = await receipts.newest_receipts(tx, ids)
    answers = await answer_store.answers_of_sheets(tx, ids)
    named = await files.by_id(tx, {i for of_sheet in answers.values() for answer in of_sheet.values() for i in answer.evidence_ids})
    for a in again:
        of = a.sheet.of
        version = a.state.version if a.state is not None else 0
        present = Present(versions.new, issued, answers[of.sheet_id], named)
        told.append(sending.sent(of, replace(kept[of.sheet_id], version=version), present))
    return told
