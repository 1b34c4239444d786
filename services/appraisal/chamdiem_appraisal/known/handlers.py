"""Foreign events that change nothing here but what is known."""

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.known import store
from chamdiem_contracts.assessment import SelfAssessmentState
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_contracts.ranking import ResultState
from chamdiem_kit.inbox import Received


async def on_unit_changed(tx: AsyncConnection, event: Received[UnitChangedV1]) -> None:
    """A unit's name and type."""
    await store.save_unit(tx, event.data)


async def on_self_assessment(tx: AsyncConnection, event: Received[SelfAssessmentState]) -> None:
    """A sheet was sent, or recalled and so unsent again."""
    # After a rebuild "when it arrived" must not be now: scores given since then would look older than what they were given to.
    await store.save_self_assessment(tx, event.data, arrived_at=event.occurred_at if event.replayed else None)


async def on_result(tx: AsyncConnection, event: Received[ResultState]) -> None:
    """How far the result is: who sees scores, and whether a reopening comes too late, hang on it."""
    await store.save_result(tx, event.data)
