"""Every event of the house, declared once for publisher and consumers (architecture, "Events")."""

from chamdiem_contracts.base import Envelope, Event, Points, event_types

__all__ = ["Envelope", "Event", "Points", "event_types"]
