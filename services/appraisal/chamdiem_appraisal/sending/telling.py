"""Tells what an agency gave to sheets and asked about them; used where it sends, and where a sent appraisal loses scores."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_appraisal.clarification import events as clarification_events
from chamdiem_appraisal.clarification import store as clarification
from chamdiem_appraisal.knock_out import store as knock_outs
from chamdiem_appraisal.scoring import store as scores
from chamdiem_appraisal.sending import events, store
from chamdiem_contracts.appraisal import AppraisedSheetVersion
from chamdiem_kit import outbox


async def tell_sheets(
    tx: AsyncConnection, appraisal: Appraisal, sheets: Sequence[UUID] | None = None, *, told_before: bool = False
) -> tuple[AppraisedSheetVersion, ...]:
    """Write one event for each of the sheets (None: all of the appraisal's) and name them with their versions."""
    versions = await store.next_versions(tx, appraisal.id, sheets, told_before=told_before)
    named = list(versions)
    given = await scores.given_to(tx, appraisal.id, named)
    confirmed = await knock_outs.confirmed_on(tx, appraisal.id, named)
    await outbox.add_all(tx, events.appraised_sheets(appraisal, versions, given, confirmed))
    return tuple(AppraisedSheetVersion(sheet_id=sheet_id, version=version) for sheet_id, version in versions.items())


async def tell_questions(tx: AsyncConnection, appraisal: Appraisal, round_: int, now: datetime) -> None:
    """Send the round's new questions: one event for each sheet that has any."""
    versions = await clarification.send(tx, appraisal, round_, now)
    if versions:
        questions = await clarification.all_sent(tx, appraisal.id, list(versions))
        await outbox.add_all(tx, clarification_events.requested(appraisal, versions, questions))
