"""Every native server there is, in the order people read them."""

from chamdiem.servers.postgresql import PostgreSQL
from chamdiem.servers.server import NativeServer

CATALOGUE: tuple[type[NativeServer], ...] = (PostgreSQL,)
"""A new server is one entry here."""

HOUSE_PORTS = tuple(f"{process}.http" for process in ("identity", "assessment", "appraisal", "ranking", "gateway"))
"""Ports kept for our own processes, so that nginx's configuration knows them before they run."""
