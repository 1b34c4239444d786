"""What the gateway tells: who signed in, and sessions that ended, so that their tokens are refused for the minutes they still live."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from chamdiem_contracts.base import Event


class SessionEndedV1(Event):
    """A browser session ended by signing out, by a lock, or by the identity provider's back-channel."""

    type: ClassVar[str] = "gateway.session.ended.v1"
    session_id: str
    """The token's `sid`, else its `jti`."""
    refused_until: AwareDatetime

    @property
    def subject(self) -> str:
        return self.session_id


class SessionBegunV1(Event):
    """A person signed in by a browser. `sign_in_id` is made for this event: nothing of the session itself is told."""

    type: ClassVar[str] = "gateway.session.begun.v1"
    sign_in_id: UUID
    sub: str
    username: str
    begun_at: AwareDatetime

    @property
    def subject(self) -> str:
        return str(self.sign_in_id)
