"""What the gateway tells of sign-ins."""

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.gateway import SessionBegunV1
from chamdiem_identity.sign_in import store
from chamdiem_kit.inbox import Received


async def on_session_begun(tx: AsyncConnection, event: Received[SessionBegunV1]) -> None:
    """Keep it for the log."""
    await store.keep(tx, event.data)
