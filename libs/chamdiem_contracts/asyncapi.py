"""The AsyncAPI 3.0 document of the house's events, generated from their models (architecture, "Events")."""

import inspect
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from pydantic.json_schema import models_json_schema

from chamdiem_contracts.base import Event, event_types

_SCHEMA_REF = "#/components/schemas/{model}"


def example_of(type_: str) -> dict[str, Any]:
    """The checked-in example of an event's data. Raises `FileNotFoundError` where there is none."""
    text = files("chamdiem_contracts").joinpath("examples", f"{type_}.json").read_text("utf-8")
    example: dict[str, Any] = json.loads(text)
    return example


def publisher_of(type_: str) -> str:
    """The service that tells events of this type: the first word of the type."""
    return type_.partition(".")[0]


def asyncapi_document(consumers: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The document; `consumers` names the services that take each event type. One channel an event, addressed by its routing key."""
    events = event_types()
    _, schemas = models_json_schema([(cls, "serialization") for cls in events.values()], ref_template=_SCHEMA_REF)
    operations: dict[str, Any] = {}
    for type_ in events:
        operations[f"{publisher_of(type_)}.send.{type_}"] = _operation("send", publisher_of(type_), type_)
        for service in consumers.get(type_, ()):
            operations[f"{service}.receive.{type_}"] = _operation("receive", service, type_)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Sự kiện của hệ thống chấm điểm",
            "version": "0.1.0",
            "description": "Mỗi kênh là một loại sự kiện; địa chỉ kênh là khóa định tuyến trên topic exchange chamdiem.events. "
            "Phong bì: CloudEvents 1.0 dạng nhị phân, thuộc tính nằm trong đầu mục cloudEvents:…; nội dung là JSON của sự kiện, "
            "sự kiện trên 512 KiB đi thành nhiều phần.",
        },
        "defaultContentType": "application/json",
        "channels": {type_: _channel(type_) for type_ in events},
        "operations": dict(sorted(operations.items())),
        "components": {
            "messages": {type_: _message(type_, cls) for type_, cls in events.items()},
            "messageTraits": {"cloudEvent": {"contentType": "application/json"}},
            "schemas": dict(sorted(schemas["$defs"].items())),
        },
    }


def _channel(type_: str) -> dict[str, Any]:
    exchange = {"name": "chamdiem.events", "type": "topic", "durable": True, "autoDelete": False, "vhost": "chamdiem"}
    return {
        "address": type_,
        "messages": {type_: {"$ref": f"#/components/messages/{type_}"}},
        "bindings": {"amqp": {"is": "routingKey", "exchange": exchange, "bindingVersion": "0.3.0"}},
    }


def _operation(action: str, service: str, type_: str) -> dict[str, Any]:
    return {
        "action": action,
        "channel": {"$ref": f"#/channels/{type_}"},
        "messages": [{"$ref": f"#/channels/{type_}/messages/{type_}"}],
        "tags": [{"name": service}],
    }


def _message(type_: str, cls: type[Event]) -> dict[str, Any]:
    return {
        "name": type_,
        "summary": inspect.cleandoc(cls.__doc__ or "").partition("\n")[0],
        "traits": [{"$ref": "#/components/messageTraits/cloudEvent"}],
        "headers": _headers(type_),
        "payload": {"$ref": _SCHEMA_REF.format(model=cls.__name__)},
        "examples": [{"name": type_, **_example(type_, cls)}],
    }


def _headers(type_: str) -> dict[str, Any]:
    """The envelope; `eventid`, `part` and `parts` only where an event travels in parts."""
    known: dict[str, Any] = {
        "specversion": {"const": "1.0"},
        "id": {"type": "string", "format": "uuid"},
        "source": {"const": publisher_of(type_)},
        "type": {"const": type_},
        "subject": {"type": "string"},
        "time": {"type": "string", "format": "date-time"},
        "dataschema": {"const": dataschema_of(type_)},
        "subjectversion": {"type": "integer"},
        "traceid": {"type": "string"},
    }
    in_parts: dict[str, Any] = {
        "eventid": {"type": "string", "format": "uuid"},
        "part": {"type": "integer", "minimum": 1},
        "parts": {"type": "integer", "minimum": 2},
    }
    return {
        "type": "object",
        "required": [f"cloudEvents:{name}" for name in known],
        "properties": {f"cloudEvents:{name}": schema for name, schema in {**known, **in_parts}.items()},
    }


def dataschema_of(type_: str) -> str:
    """Where an event's data is described, as its envelope says."""
    return f"asyncapi.json#/components/messages/{type_}"


def _example(type_: str, cls: type[Event]) -> dict[str, Any]:
    data = example_of(type_)
    event = cls.model_validate(data)
    envelope = {
        "specversion": "1.0",
        "id": "0195a000-00ff-7000-8000-000000000001",
        "source": publisher_of(type_),
        "type": type_,
        "subject": event.subject,
        "time": "2023-02-20T09:00:00+00:00",
        "dataschema": dataschema_of(type_),
        "subjectversion": event.version,
        "traceid": "",
    }
    return {"headers": {f"cloudEvents:{name}": value for name, value in envelope.items()}, "payload": data}
