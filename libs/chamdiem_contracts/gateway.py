"""What the gateway tells: sessions that ended, so that their tokens are refused for the minutes they still live."""

from typing import ClassVar

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
