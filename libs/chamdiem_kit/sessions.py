"""Sessions that ended (by `gateway.session.ended`): their tokens are refused for the minutes they still live."""

import asyncio
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.gateway import SessionEndedV1
from chamdiem_kit.db import Database
from chamdiem_kit.inbox import Received
from chamdiem_kit.listener import Listener

CHANNEL = "chamdiem_session"

_SAVE = text("""
    INSERT INTO ended_session (session_id, refused_until) VALUES (:session_id, :refused_until)
    ON CONFLICT (session_id) DO UPDATE SET refused_until = greatest(ended_session.refused_until, excluded.refused_until)""")
_NOTIFY = text(f"SELECT pg_notify('{CHANNEL}', '')")
_ALIVE = text("SELECT session_id, refused_until FROM ended_session WHERE refused_until > clock_timestamp()")
_FORGET = text("DELETE FROM ended_session WHERE refused_until < clock_timestamp() - interval '1 day'")


async def on_session_ended(tx: AsyncConnection, event: Received[SessionEndedV1]) -> None:
    """Handler of `gateway.session.ended` in every service."""
    await tx.execute(_SAVE, {"session_id": event.data.session_id, "refused_until": event.data.refused_until})
    await tx.execute(_NOTIFY)


class EndedSessions:
    """The ended sessions whose tokens still live, kept equal to the table; any replica's notification renews them."""

    def __init__(self, database: Database, listener: Listener) -> None:
        self._database = database
        self._ended: dict[str, datetime] = {}
        self._wake = asyncio.Event()
        self._wake.set()
        listener.on(CHANNEL, lambda _: self._wake.set())

    def __contains__(self, session_id: object) -> bool:
        return session_id in self._ended

    async def run(self) -> None:
        """Renew until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                async with self._database.transaction() as tx:
                    rows = (await tx.execute(_ALIVE)).all()
                    await tx.execute(_FORGET)
            except Exception:
                await asyncio.sleep(1)
                self._wake.set()
                continue
            self._ended = {r.session_id: r.refused_until for r in rows}
