"""Assigns a period as soon as all that it takes is known: its sheets, sets and survey forms, in whatever order they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment import events, store
from chamdiem_appraisal.assignment.domain import made_from, plan_assignments
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.known import store as known
from chamdiem_kit import outbox


@dataclass(frozen=True)
class Moved:
    """Items and knock-outs that went to another agency; rows with `from_id` and `to_id`, the appraisals."""

    items: Sequence[Any] = ()
    knock_outs: Sequence[Any] = ()


async def assign_period(tx: AsyncConnection, period_id: UUID) -> Moved:
    """Make or renew the assignment where something it hangs on changed; the caller is alone (`known.store.alone`)."""
    period = await known.load_period(tx, period_id)
    sheets = await known.sheets_of_period(tx, period_id)
    if period is None or period.status == "planned" or not sheets:
        return Moved()
    digest = made_from(sheets, period.conflict)
    done_from, done_version = await store.done_for(tx, period_id)
    if done_from == digest or period.version < done_version:
        return Moved()
    sets = {}
    for criteria_set_id in {sheet.criteria_set_id for sheet in sheets}:
        found = await criteria.criteria_set_of(tx, criteria_set_id, period.survey_forms_id)
        if found is None:
            return Moved()
        sets[criteria_set_id] = found
    plan = plan_assignments(sheets, sets, period.conflict)
    opened, moved_items, moved_knock_outs = await store.save_plan(tx, period, plan, digest)
    await store.log(tx, opened, "opened")
    await outbox.add_all(tx, [events.opened(appraisal, period) for appraisal in sorted(opened, key=lambda a: a.appraiser_code)])
    return Moved(moved_items, moved_knock_outs)
