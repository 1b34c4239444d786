"""Every event: its example, who tells it, who takes it, and that it is taken whole, twice and in any order."""

import ast
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import jsonschema
import pytest
from tests.support.databases import Databases
from tests.support.house import House
from tests.support.issuer import Issuer
from tests.support.services import SERVICES, open_service

from chamdiem.api_documents import consumers_of_events, idle_services
from chamdiem_contracts import event_types
from chamdiem_contracts.asyncapi import asyncapi_document, example_of, publisher_of
from chamdiem_contracts.base import Event
from chamdiem_kit.bus.envelope import properties_of
from chamdiem_kit.bus.port import Message

TYPES = sorted(event_types())
CONSUMERS = consumers_of_events(idle_services())


def the_example(type_: str) -> Event:
    return event_types()[type_].model_validate(example_of(type_))


@pytest.mark.parametrize("type_", TYPES)
def test_the_example_is_what_its_model_reads_and_writes(type_: str) -> None:
    import json

    assert json.loads(the_example(type_).model_dump_json()) == example_of(type_)


def test_there_is_no_example_of_an_event_nobody_declared() -> None:
    spec = find_spec("chamdiem_contracts")
    assert spec is not None and spec.origin is not None
    assert sorted(path.stem for path in (Path(spec.origin).parent / "examples").iterdir()) == TYPES


@pytest.mark.parametrize("type_", TYPES)
def test_the_service_an_event_is_named_after_tells_it(type_: str) -> None:
    spec = find_spec(f"chamdiem_{publisher_of(type_)}")
    assert spec is not None and spec.submodule_search_locations is not None
    modules = [path for room in spec.submodule_search_locations for path in Path(room).rglob("*.py")]
    assert any(_gives(event_types()[type_].__name__, path) for path in modules), f"{spec.name} nowhere makes {type_}"


def _gives(name: str, module: Path) -> bool:
    """Whether the module makes such an event: calls the class, or hands it to what makes it (an argument, a value in a table)."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        given = (
            [_what_is_called(node.func), *node.args, *(k.value for k in node.keywords)]
            if isinstance(node, ast.Call)
            else node.values
            if isinstance(node, ast.Dict)
            else []
        )
        if isinstance(node, ast.IfExp):
            given = [node.body, node.orelse]
        if any(isinstance(value, ast.Name) and value.id == name for value in given):
            return True
    return False


def _what_is_called(function: ast.expr) -> ast.expr:
    """The class itself where one of its own methods is called (`model_validate`)."""
    return function.value if isinstance(function, ast.Attribute) else function


def test_every_event_is_taken_by_somebody() -> None:
    assert [type_ for type_ in TYPES if not CONSUMERS.get(type_)] == []


def test_nobody_listens_to_itself() -> None:
    assert [(t, s) for t, services in CONSUMERS.items() for s in services if s == publisher_of(t)] == [
        # The gateway refuses the tokens of sessions that it ended by the kit's own handler, as every service does.
        ("gateway.session.ended.v1", "gateway")
    ]


@pytest.mark.parametrize("type_", TYPES)
def test_the_example_and_what_the_broker_is_given_are_what_the_asyncapi_document_says(type_: str) -> None:
    document = asyncapi_document(CONSUMERS)
    message = document["components"]["messages"][type_]
    payload = {**message["payload"], "components": document["components"]}
    headers = {**message["headers"], "additionalProperties": False}
    jsonschema.Draft202012Validator(payload).validate(message["examples"][0]["payload"])
    jsonschema.Draft202012Validator(headers).validate(message["examples"][0]["headers"])
    for parts in (1, 3):
        given = properties_of(replace(_message(type_), part=1, parts=parts), "chamdiem_x")
        jsonschema.Draft202012Validator(headers).validate(given.headers)


def test_the_asyncapi_document_names_publisher_and_consumers_of_every_channel() -> None:
    operations = asyncapi_document(CONSUMERS)["operations"]
    for type_ in TYPES:
        acts = {(o["action"], o["tags"][0]["name"]) for o in operations.values() if o["channel"]["$ref"] == f"#/channels/{type_}"}
        assert acts == {("send", publisher_of(type_)), *(("receive", service) for service in CONSUMERS[type_])}


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_takes_every_example_twice_and_in_any_order_to_the_same_end(
    databases: Databases, issuer: Issuer, service: str
) -> None:
    taken = [type_ for type_ in TYPES if service in CONSUMERS[type_]]
    shuffled = random.Random(4).sample(taken, len(taken))
    ends = []
    for order in (taken, taken[::-1], shuffled):
        async with open_service(service, databases, issuer) as house:
            await _deliver(house, order)
            ends.append(await _known(house))
    assert ends[0] == ends[1] == ends[2]


async def _deliver(house: House, order: Sequence[str]) -> None:
    """Each message twice, as the bus may, and each fact once more as another message of the same version."""
    messages = [_message(type_) for type_ in order]
    for message in messages:
        await house.service.inbox.deliver([message])
        await house.service.inbox.deliver([message])
    await house.service.inbox.deliver([_message(type_) for type_ in order])


def _message(type_: str) -> Message:
    event, id_ = the_example(type_), uuid4()
    return Message(id_, id_, 1, 1, publisher_of(type_), type_, event.subject, event.version, "", datetime.now(UTC), event.model_dump_json())


async def _known(house: House) -> dict[str, list[Any]]:
    """All that the service knows of the others. Ended sessions are forgotten by and by, so they are left out."""
    tables = await house.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name ~ '^known_'")
    known = {}
    for row in tables:
        name = row["table_name"]
        found = await house.rows(f"SELECT (to_jsonb(t) - '{{id,received_at,kept_at}}'::text[])::text AS line FROM {name} t ORDER BY 1")
        known[name] = [r["line"] for r in found]
    return known
