"""Appeals as ranking told them: who is to answer is told, and then who asked."""

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.ranking import AppealState
from chamdiem_identity.notification import domain, store
from chamdiem_kit.inbox import Received


async def on_appeal(tx: AsyncConnection, event: Received[AppealState]) -> None:
    """Home Affairs' leaders read of an appeal, the unit's heads of its answer; after a rebuild nobody is told again."""
    if event.replayed:
        return
    told = event.data
    path = f"/results/{told.period_id}/appeals"
    if told.outcome is None:
        await store.tell_managers(tx, domain.appeal_asked(told.unit_name), path, about=told.appeal_id, version=told.version)
    else:
        words = domain.appeal_answered(told.outcome)
        await store.tell_heads(tx, told.unit_code, words, path, about=told.appeal_id, version=told.version)
