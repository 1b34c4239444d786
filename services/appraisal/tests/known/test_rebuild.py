"""Emptied of what others told, and told all of it again, the service is what it was: nothing of its own is undone or told twice."""

from datetime import UTC, datetime

from services.appraisal.tests.world import DAY, OWN, PLAIN, SILENT, World
from sqlalchemy import text

KNOWN = ("known_unit", "known_criteria_set", "known_survey_forms", "known_period", "known_extension", "known_sheet")
SNAPSHOTS = ("known_self_assessment", "known_answer", "known_result", "inbox", "inbox_part")
STATE = (
    "SELECT sheet_id, item, score, not_applicable, count, reason, version FROM appraised_score ORDER BY 1, 2",
    "SELECT id, status, version, round FROM appraisal ORDER BY 1",
    "SELECT sheet_id, item, appraisal_id FROM assigned_item ORDER BY 1, 2",
    "SELECT sheet_id, version, status FROM known_self_assessment ORDER BY 1",
    "SELECT sheet_id, last_instant FROM known_sheet ORDER BY 1",
    "SELECT period_id, version, conflict_enabled, clock_version FROM known_period",
    "SELECT unit_code, to_at FROM known_extension ORDER BY 1, 2",
)


async def test_a_rebuild_from_the_others_outboxes_gives_the_same_state(world: World) -> None:
    opened = world.the_set(), world.the_period(), world.sent(PLAIN), world.sent(OWN)
    await world.score_all()
    await world.extend(SILENT, datetime.now(UTC) + DAY)
    extended = world.state
    late = world.sent(SILENT, sent_at=datetime.now(UTC))
    await world.house.tell(opened[1], late)
    await world.change_period(conflict_enabled=False)
    switched = world.state
    await world.change_period(conflict_enabled=True)
    last = world.state
    await world.score_all()
    assert (await world.clients["stc_lead"].post(f"/appraisals/{await world.id_of('STC')}/send")).status_code == 200
    before, told = [await world.house.rows(sql) for sql in STATE], len(await world.house.outbox())
    async with world.house.service.transaction() as tx:
        for table in (*KNOWN, *SNAPSHOTS):
            await tx.execute(text(f"DELETE FROM {table}"))
    kind = type(opened[1])
    states = [opened[1], *(kind.model_validate(state) for state in (extended, switched, last))]
    for event in (*states[:2], *opened[2:], opened[0], states[2], late, states[3]):
        await world.house.tell(event)
    assert [await world.house.rows(sql) for sql in STATE] == before
    assert len(await world.house.outbox()) == told
