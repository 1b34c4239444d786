"""Sign-ins and ended access tokens as they are told."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from chamdiem_contracts.gateway import SessionBegunV1, SessionEndedV1
from chamdiem_gateway.session.domain import EndedToken


def ended(tokens: Iterable[EndedToken]) -> list[SessionEndedV1]:
    """One event for each; a later end of the same has a later version."""
    return [
        SessionEndedV1(version=int(t.expires_at.timestamp()), session_id=t.token_session, refused_until=t.expires_at)
        for t in tokens
        if t.token_session
    ]


def begun(sub: str, username: str, at: datetime) -> SessionBegunV1:
    """One sign-in."""
    return SessionBegunV1(version=1, sign_in_id=uuid4(), sub=sub, username=username, begun_at=at)
