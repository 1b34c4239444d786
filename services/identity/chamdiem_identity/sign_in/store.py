"""The SQL of sign-ins; nobody else writes their table."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.gateway import SessionBegunV1

_KEEP = text("""
    INSERT INTO sign_in (id, sub, username, signed_in_at) VALUES (:id, :sub, :username, :at) ON CONFLICT (id) DO NOTHING""")


async def keep(tx: AsyncConnection, begun: SessionBegunV1) -> None:
    """Keep a sign-in, once."""
    await tx.execute(_KEEP, {"id": begun.sign_in_id, "sub": begun.sub, "username": begun.username, "at": begun.begun_at})
