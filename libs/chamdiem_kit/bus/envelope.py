"""A message as AMQP carries it: CloudEvents 1.0 in binary mode, the content is the event's JSON (or a piece of it).

Headers begin with `cloudEvents:` as the AMQP binding of CloudEvents says; `subjectversion` and `traceid`, and where an event travels in
parts `eventid`, `part` and `parts`, are extensions of ours. The broker itself vouches for `user_id`: it refuses a message that names
another user than the one that is signed in.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from aiormq.abc import DeliveredMessage
from pamqp.commands import Basic
from pamqp.common import FieldValue

from chamdiem_contracts.asyncapi import dataschema_of
from chamdiem_kit.bus.port import Message

_P = "cloudEvents:"
_NAMESPACE = UUID("6d9a1d5c-8a3b-5f0e-9d63-2a4f5be0c7a1")
_PERSISTENT = 2


class NotAnEvent(Exception):
    """The message is none of ours; the text is a Vietnamese sentence, `letter` what can be kept of it."""

    def __init__(self, reason: str, letter: Message) -> None:
        super().__init__(reason)
        self.reason, self.letter = reason, letter


def properties_of(message: Message, user: str) -> Basic.Properties:
    """The properties and headers of a message that `user` publishes."""
    headers: dict[str, FieldValue] = {
        f"{_P}specversion": "1.0",
        f"{_P}id": str(message.id),
        f"{_P}source": message.source,
        f"{_P}type": message.type,
        f"{_P}subject": message.subject,
        f"{_P}time": message.occurred_at.isoformat(),
        f"{_P}dataschema": dataschema_of(message.type),
        f"{_P}subjectversion": message.subject_version,
        f"{_P}traceid": message.trace_id,
    }
    if message.parts > 1:
        headers |= {f"{_P}eventid": str(message.event_id), f"{_P}part": message.part, f"{_P}parts": message.parts}
    return Basic.Properties(
        content_type="application/json",
        content_encoding="utf-8",
        delivery_mode=_PERSISTENT,
        message_id=str(message.id),
        message_type=message.type,
        user_id=user,
        headers=headers,
    )


def message_of(delivered: DeliveredMessage, prefix: str) -> Message:
    """The message as it was published; `prefix` and the service's name make the broker's user of a service.

    Raises `NotAnEvent` for what is not whole or not by the service that it names.
    """
    properties, headers = delivered.header.properties, delivered.header.properties.headers or {}
    try:
        message = _read(headers, delivered.body.decode())
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise NotAnEvent(f"Không phải sự kiện của hệ thống: {type(fault).__name__} {fault}"[:500], _letter(delivered)) from fault
    if properties.user_id != f"{prefix}{message.source}" or not message.type.startswith(f"{message.source}."):
        sender = properties.user_id or "người không rõ"
        raise NotAnEvent(f"Sự kiện tự xưng là của {message.source} nhưng do {sender} gửi.", _letter(delivered))
    return message


def _read(headers: Mapping[str, Any], data: str) -> Message:
    if "\0" in data:
        raise ValueError("NUL")  # the database keeps no such text
    message = Message(
        id=UUID(headers[f"{_P}id"]),
        event_id=UUID(headers.get(f"{_P}eventid", headers[f"{_P}id"])),
        part=int(headers.get(f"{_P}part", 1)),
        parts=int(headers.get(f"{_P}parts", 1)),
        source=str(headers[f"{_P}source"]),
        type=headers[f"{_P}type"],
        subject=headers[f"{_P}subject"],
        subject_version=int(headers[f"{_P}subjectversion"]),
        trace_id=headers[f"{_P}traceid"],
        occurred_at=datetime.fromisoformat(headers[f"{_P}time"]),
        data=data,
    )
    if not 1 <= message.part <= message.parts < 2**31 or abs(message.subject_version) >= 2**63 or message.occurred_at.tzinfo is None:
        raise ValueError("part, version or time")
    return message


def _letter(delivered: DeliveredMessage) -> Message:
    """What can be kept of a message that is none of ours: the same every time it comes."""
    properties = delivered.header.properties
    key = _text(delivered.routing_key or "")
    id_ = uuid5(_NAMESPACE, f"{properties.message_id!r} {key} {delivered.body.hex()}")
    source = _text(properties.user_id or properties.app_id or "")
    return Message(id_, id_, 1, 1, source, key, "", 0, "", datetime.now(UTC), _text(delivered.body.decode(errors="replace")))


def _text(value: str) -> str:
    return value.replace("\0", "\ufffd")


def broker_tries(delivered: DeliveredMessage) -> int:
    """How often the broker has taken this message back before; 0 at the first delivery."""
    headers = delivered.header.properties.headers or {}
    count = headers.get("x-delivery-count", 0)
    return count if isinstance(count, int) else 0


def reason_of_death(delivered: DeliveredMessage) -> str:
    """Why the broker gave a message up, a Vietnamese sentence."""
    deaths = (delivered.header.properties.headers or {}).get("x-death")
    reason = deaths[0].get("reason") if isinstance(deaths, list) and deaths and isinstance(deaths[0], dict) else None
    why = reason if isinstance(reason, str) else "?"
    return f"Máy chủ sự kiện đã giao nhiều lần mà dịch vụ không trả lời ({why}); có thể chính sự kiện này làm dừng tiến trình."
