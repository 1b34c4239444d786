"""Foreign events that open, reassign or reopen appraisals: periods, criteria sets, survey forms."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment import events as assignment_events
from chamdiem_appraisal.assignment import plan_store
from chamdiem_appraisal.assignment import store as assignment
from chamdiem_appraisal.assignment.domain import AppraisalStatus
from chamdiem_appraisal.assignment.handlers import assign_period
from chamdiem_appraisal.knock_out import store as knock_outs
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.known import store as known
from chamdiem_appraisal.known.domain import NewExtension
from chamdiem_appraisal.scoring import store as scores
from chamdiem_appraisal.sending import store
from chamdiem_appraisal.sending.domain import reopen_by_event
from chamdiem_appraisal.sending.telling import tell_sheets
from chamdiem_contracts.assessment import CriteriaSetPublishedV1, PeriodState, SurveyFormsPublishedV1
from chamdiem_kit import outbox
from chamdiem_kit.inbox import Received

_REASSIGNED = "Đổi cơ quan thẩm định thay"
_AMENDED = "Sửa bộ tiêu chí của kỳ đánh giá"


async def on_period(tx: AsyncConnection, event: Received[PeriodState]) -> None:
    """A period was opened or changed, or its clock was moved. A replay makes it known again, but what it did is not done twice."""
    await known.alone(tx)
    news = await known.save_period(tx, event.data)
    _, done_version = await plan_store.done_for(tx, event.data.period_id)
    if news is None or event.data.version <= done_version:
        return
    await _assign(tx, event.data.period_id)
    late = [extension for extension in news.extensions if extension.came_too_late_to_keep_scores]
    if late:
        await _open_sheets_again(tx, event.data.period_id, late)
    await plan_store.note_done(tx, event.data.period_id, event.data.version)


async def on_criteria_set_published(tx: AsyncConnection, event: Received[CriteriaSetPublishedV1]) -> None:
    """A set is known now; periods that waited for it are assigned."""
    await known.alone(tx)
    await criteria.save_set(tx, event.data)
    for period_id in await known.periods_waiting_for(tx, event.data.criteria_set_id):
        await _assign(tx, period_id)


async def on_survey_forms_published(tx: AsyncConnection, event: Received[SurveyFormsPublishedV1]) -> None:
    """Survey forms are known now; periods whose sets could not be read without them are assigned."""
    await known.alone(tx)
    await criteria.save_forms(tx, event.data)
    for period_id in await known.periods_waiting_for(tx, event.data.survey_forms_id):
        await _assign(tx, period_id)


async def _assign(tx: AsyncConnection, period_id: UUID) -> None:
    renewed = await assign_period(tx, period_id)
    if renewed is None:
        return
    plan = renewed.replanned
    moved, dropped = (*plan.moved_items, *plan.moved_knock_outs), (*plan.dropped_items, *plan.dropped_knock_outs)
    gone = {(row.sheet_id, row.item) for row in plan.dropped_items}
    unfit = [row for row in await scores.standing_unfit(tx, period_id, renewed.sets) if (row.sheet_id, row.item) not in gone]
    reassigned = {row.to_id for row in plan.moved_items}
    # An agency that has to score something anew, or something new, is not done (rules §2).
    amended = {row.appraisal_id for row in unfit} | plan.grown
    touched = {row.from_id for row in moved} | {row.to_id for row in moved} | {row.appraisal_id for row in dropped} | amended
    if not touched:
        return
    locked = await assignment.lock_ids(tx, sorted(touched))
    await scores.remove_items(tx, [(row.sheet_id, row.item) for row in plan.moved_items], "removed_by_reassignment")
    await scores.remove_items(tx, [(row.sheet_id, row.item) for row in (*unfit, *plan.dropped_items)], "removed_by_amendment")
    await knock_outs.remove(tx, [(row.sheet_id, row.code) for row in (*plan.moved_knock_outs, *plan.dropped_knock_outs)])
    await plan_store.drop(tx, plan)
    sheets = sorted({row.sheet_id for row in (*moved, *dropped, *unfit)})
    for appraisal, period in locked:
        act, reason = ("reassigned", _REASSIGNED) if appraisal.id in reassigned else ("reopened_by_amendment", _AMENDED)
        current = appraisal
        if appraisal.status is AppraisalStatus.SENT and appraisal.id in reassigned | amended:
            current = reopen_by_event(appraisal)
            await assignment.save(tx, current)
            await assignment.log(tx, [current], act, reason="" if act == "reassigned" else reason)
        await tell_sheets(tx, current, sheets, told_before=True)
        if current is not appraisal:
            await outbox.add(tx, assignment_events.reopened(current, period, reason))


async def _open_sheets_again(tx: AsyncConnection, period_id: UUID, extensions: Sequence[NewExtension]) -> None:
    """Remove what was given to sheets that may be sent again, and reopen the appraisals with an item on them (rules §4)."""
    ended = {e.unit_code: e.last_instant_before for e in extensions}
    # A sheet sent by the old last instant was sent without the extension, which so changes nothing for it.
    sheets = [
        row
        for row in await store.sheets_of_units(tx, period_id, sorted(ended))
        if row.sent_at is None or row.sent_at > ended[row.unit_code]
    ]
    if not sheets:
        return
    ids = [row.sheet_id for row in sheets]
    units = {row.unit_code for row in sheets}
    locked = await assignment.lock_of_sheets(tx, ids)
    await scores.remove_of_sheets(tx, ids)
    reason = "Gia hạn tự đánh giá: " + ", ".join(sorted(units))
    for appraisal, period in locked:
        current = appraisal
        if appraisal.status is AppraisalStatus.SENT or appraisal.closed_units & units:
            current = reopen_by_event(appraisal, units)
            await assignment.save(tx, current)
            await assignment.log(tx, [current], "reopened_by_extension", reason=reason)
        await tell_sheets(tx, current, ids, told_before=True)
        if current is not appraisal:
            await outbox.add(tx, assignment_events.reopened(current, period, reason))
