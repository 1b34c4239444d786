"""`python -m chamdiem.provision.rabbitmq_definitions [--check]`: what the broker must have, as data, in RabbitMQ's own format.

Written to `infra/rabbitmq/definitions.json` and checked in: who takes which event is derived from the services' tables of consumers, and a
change of it is seen in its own diff. Users and passwords are not in it (`chamdiem.provision.rabbitmq`).
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chamdiem.api_documents import consumers_of_events, idle_services
from chamdiem.embedded.databases import SERVICES
from chamdiem.provision.declarations import INFRA
from chamdiem_kit.bus.names import DEAD_EXCHANGE, EXCHANGE, dead_queue_of, queue_of

VHOST = "chamdiem"
FILE = INFRA / "rabbitmq" / "definitions.json"
_DAY_MS = 24 * 60 * 60 * 1000

Takers = Mapping[str, Sequence[str]]
"""Event type → the services that take it."""


@dataclass(frozen=True)
class Limits:
    """How much a queue may hold, and how often a message may come back unanswered before the broker calls it dead.

    A full queue refuses, and the event waits in its outbox; all services wait with it, so the limits are far above a whole period's events.
    `deliveries` counts returns by a lost connection: twenty deaths of the process that has the message in hand.
    """

    deliveries: int = 20
    messages: int = 1_000_000
    size_bytes: int = 4 * 1024**3


def takers_of_events() -> Takers:
    """Who takes which event, from the services' own tables of consumers."""
    return consumers_of_events(idle_services())


def definitions(takers: Takers, services: Sequence[str], *, vhost: str = VHOST, limits: Limits = Limits()) -> dict[str, Any]:
    """Exchanges, queues, bindings, policies and rights. Rights name users `chamdiem_<service>`.

    Limits and dead letters are policies, so that a province may change them without making a queue anew; what a queue is (its kind, one
    consumer at a time so that order holds) can only be said when it is made.
    """
    return {
        "vhosts": [{"name": vhost}],
        "exchanges": [_exchange(vhost, EXCHANGE, "topic"), _exchange(vhost, DEAD_EXCHANGE, "direct")],
        "queues": [
            *(_queue(vhost, queue_of(service), {"x-single-active-consumer": True}) for service in services),
            *(_queue(vhost, dead_queue_of(service), {}) for service in services),
        ],
        "bindings": [
            *(_binding(vhost, EXCHANGE, queue_of(service), type_) for type_, names in takers.items() for service in names),
            *(_binding(vhost, DEAD_EXCHANGE, dead_queue_of(service), queue_of(service)) for service in services),
        ],
        "policies": [policy for service in services for policy in _policies(vhost, service, limits)],
        "permissions": [_permission(vhost, service) for service in services],
        "topic_permissions": [_topic_permission(vhost, service) for service in services],
    }


def _exchange(vhost: str, name: str, kind: str) -> dict[str, Any]:
    return {"name": name, "vhost": vhost, "type": kind, "durable": True, "auto_delete": False, "internal": False, "arguments": {}}


def _queue(vhost: str, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "vhost": vhost, "durable": True, "auto_delete": False, "arguments": {"x-queue-type": "quorum", **arguments}}


def _binding(vhost: str, source: str, queue: str, key: str) -> dict[str, Any]:
    return {"source": source, "vhost": vhost, "destination": queue, "destination_type": "queue", "routing_key": key, "arguments": {}}


def _policies(vhost: str, service: str, limits: Limits) -> list[dict[str, Any]]:
    queue, dead = queue_of(service), dead_queue_of(service)
    living = {
        "delivery-limit": limits.deliveries,
        "dead-letter-exchange": DEAD_EXCHANGE,
        "dead-letter-routing-key": queue,
        "dead-letter-strategy": "at-least-once",
        "overflow": "reject-publish",
        "max-length": limits.messages,
        "max-length-bytes": limits.size_bytes,
        # A batch waits in the consumer's hand while its database is away; the broker's usual half hour would count that as a failure.
        "consumer-timeout": _DAY_MS,
    }
    # -1: what rests here has nowhere else to go; the broker would drop it at its limit.
    resting = {"delivery-limit": -1, "overflow": "reject-publish", "consumer-timeout": _DAY_MS}
    return [_policy(vhost, queue, living), _policy(vhost, dead, resting)]


def _policy(vhost: str, queue: str, definition: dict[str, Any]) -> dict[str, Any]:
    pattern = f"^{re.escape(queue)}$"
    return {"vhost": vhost, "name": queue, "pattern": pattern, "apply-to": "queues", "priority": 0, "definition": definition}


def _permission(vhost: str, service: str) -> dict[str, Any]:
    """Nothing may be declared; written only to the exchange of events, read only from the own queues."""
    own = f"^{re.escape(queue_of(service))}(\\.dead)?$"
    return {"user": f"chamdiem_{service}", "vhost": vhost, "configure": "^$", "write": f"^{re.escape(EXCHANGE)}$", "read": own}


def _topic_permission(vhost: str, service: str) -> dict[str, Any]:
    """Only the service's own events."""
    return {"user": f"chamdiem_{service}", "vhost": vhost, "exchange": EXCHANGE, "write": f"^{service}\\.", "read": "^$"}


def checked_in() -> str:
    """The text that the file must have."""
    return json.dumps(definitions(takers_of_events(), SERVICES), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the file, or with `--check` say whether it is up to date."""
    text = checked_in()
    if "--check" in sys.argv[1:]:
        stale = not FILE.exists() or FILE.read_text("utf-8") != text
        sys.exit("infra/rabbitmq/definitions.json không còn khớp với mã nguồn; hãy chạy make api docs." if stale else None)
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
