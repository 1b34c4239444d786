"""What the broker is to have: checked in, in step with the services, and no event without a queue."""

import json

from chamdiem.embedded.databases import SERVICES
from chamdiem.provision.rabbitmq_definitions import FILE, checked_in, definitions, takers_of_events
from chamdiem_contracts import event_types
from chamdiem_kit.bus.names import EXCHANGE, queue_of


def test_the_checked_in_definitions_are_those_of_the_code() -> None:
    assert FILE.read_text("utf-8") == checked_in(), "infra/rabbitmq/definitions.json: make api"


def test_every_event_has_a_queue_and_none_goes_where_nobody_takes_it() -> None:
    takers = takers_of_events()
    assert set(takers) == set(event_types())
    wanted = json.loads(FILE.read_text("utf-8"))
    bound = {(b["routing_key"], b["destination"]) for b in wanted["bindings"] if b["source"] == EXCHANGE}
    assert bound == {(type_, queue_of(service)) for type_, services in takers.items() for service in services}


def test_no_right_is_wider_than_one_service() -> None:
    wanted = definitions(takers_of_events(), SERVICES)
    for service in SERVICES:
        (right,) = [p for p in wanted["permissions"] if p["user"] == f"chamdiem_{service}"]
        assert (right["configure"], right["read"]) == ("^$", rf"^chamdiem\.{service}(\.dead)?$")
        (topic,) = [p for p in wanted["topic_permissions"] if p["user"] == f"chamdiem_{service}"]
        assert topic["write"] == rf"^{service}\."


def test_no_password_is_in_the_file() -> None:
    assert "users" not in json.loads(FILE.read_text("utf-8"))
