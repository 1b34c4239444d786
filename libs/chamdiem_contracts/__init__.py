"""Every event of the house, declared once for publisher and consumers (architecture, "Events")."""

from chamdiem_contracts.base import Event, Points, event_types

__all__ = ["Event", "Points", "event_types"]
