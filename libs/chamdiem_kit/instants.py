"""Times in requests: exactly the form of the cycle folder (`2022-01-31T17:00:00+07:00`), nothing that pydantic would guess."""

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator

from chamdiem_rules.instants import parse_instant
from chamdiem_rules.refusal import Refused


def _read(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise ValueError("not a time")
    try:
        return parse_instant(value).astimezone(UTC)
    except Refused as refused:
        raise ValueError(refused.code) from refused


Instant = Annotated[datetime, BeforeValidator(_read, json_schema_input_type=str)]
"""A time with its offset, `YYYY-MM-DDTHH:MM[:SS[.f]](Z|±HH:MM)`; kept in UTC. Anything else is a 422 that names the field."""
