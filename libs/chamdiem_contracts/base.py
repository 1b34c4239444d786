"""What all events share, and the register of event types."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, PlainSerializer


def _plain(value: Decimal) -> str:
    return format(value, "f")


Points = Annotated[Decimal, PlainSerializer(_plain, return_type=str, when_used="json")]
"""An exact decimal, written as text in fixed point; binary floating point never touches one (rules §1)."""

_REGISTER: dict[str, type["Event"]] = {}


class Part(BaseModel):
    """A piece of an event that is no event of its own."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Event(BaseModel):
    """One thing that happened, with the whole present state of its subject and the subject's version.

    An older version of the same subject may be passed over: nothing was said in it alone. Unknown fields are ignored, so that a new
    optional field is no new version of the event.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: ClassVar[str]
    version: int

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        name = cls.__dict__.get("type")
        if name is not None:
            if name in _REGISTER:
                raise TypeError(f"event type declared twice: {name}")
            _REGISTER[name] = cls

    @property
    def subject(self) -> str:
        """The key of the thing the event tells of; events of one subject are ordered by `version`."""
        raise NotImplementedError


def event_types() -> Mapping[str, type[Event]]:
    """All declared event types by name, after the modules of all publishing services are imported."""
    from chamdiem_contracts import appraisal, assessment, gateway, identity, ranking  # noqa: F401, PLC0415  the register fills on import

    return MappingProxyType(dict(sorted(_REGISTER.items())))
