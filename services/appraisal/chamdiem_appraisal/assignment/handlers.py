"""Assigns a period as soon as all that it takes is known: its sheets, sets and survey forms, in whatever order they came."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment import events, plan_store, store
from chamdiem_appraisal.assignment.domain import made_from, plan_assignments
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.known import store as known
from chamdiem_kit import outbox
from chamdiem_rules.criteria_set import CriteriaSet


@dataclass(frozen=True)
class Reassigned:
    """A period's renewed assignment, and the sets it was made by."""

    replanned: plan_store.Replanned
    sets: Mapping[UUID, CriteriaSet]


async def assign_period(tx: AsyncConnection, period_id: UUID) -> Reassigned | None:
    """Make or renew the assignment where something it hangs on changed; the caller is alone (`known.store.alone`).

    None where nothing was renewed, and for a first assignment.
    """
    period = await known.load_period(tx, period_id)
    sheets = await known.sheets_of_period(tx, period_id)
    if period is None or period.status == "planned" or not sheets:
        return None
    digest = made_from(sheets, period.conflict)
    done_from, done_version = await plan_store.done_for(tx, period_id)
    if done_from == digest or period.version < done_version:
        return None
    sets = {}
    for criteria_set_id in {sheet.criteria_set_id for sheet in sheets}:
        found = await criteria.criteria_set_of(tx, criteria_set_id, period.survey_forms_id)
        if found is None:
            return None
        sets[criteria_set_id] = found
    plan = plan_assignments(sheets, sets, period.conflict)
    replanned = await plan_store.save_plan(tx, period, plan, digest, first=not done_from)
    await store.log(tx, replanned.opened, "opened")
    await outbox.add_all(tx, [events.opened(appraisal, period) for appraisal in sorted(replanned.opened, key=lambda a: a.appraiser_code)])
    return Reassigned(replanned, sets) if done_from else None
