"""Ended access tokens as they are told."""

from collections.abc import Iterable

from chamdiem_contracts.gateway import SessionEndedV1
from chamdiem_gateway.session.domain import EndedToken


def ended(tokens: Iterable[EndedToken]) -> list[SessionEndedV1]:
    """One event for each; a later end of the same has a later version."""
    return [
        SessionEndedV1(version=int(t.expires_at.timestamp()), session_id=t.token_session, refused_until=t.expires_at)
        for t in tokens
        if t.token_session
    ]
