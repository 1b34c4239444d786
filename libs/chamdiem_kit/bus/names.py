"""What the broker's parts are called: known to who declares them (the deployment) and to who uses them (the adapter)."""

EXCHANGE = "chamdiem.events"
"""The topic exchange; the routing key is the event's type."""
DEAD_EXCHANGE = "chamdiem.dead"
"""Where the broker puts what it gave up handing over; the routing key is the queue it came from."""


def queue_of(service: str) -> str:
    """The queue from which the service learns."""
    return f"chamdiem.{service}"


def dead_queue_of(service: str) -> str:
    """Where the broker's own dead letters of the service lie until the service takes them into its database."""
    return f"chamdiem.{service}.dead"
