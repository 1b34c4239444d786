"""Every native server there is, in the order people read them."""

from chamdiem.servers.clamav import ClamAV
from chamdiem.servers.keycloak import Keycloak
from chamdiem.servers.minio import MinIO
from chamdiem.servers.nginx import Nginx
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem.servers.server import NativeServer

CATALOGUE: tuple[type[NativeServer], ...] = (PostgreSQL, RabbitMQ, MinIO, Keycloak, Nginx, ClamAV)
"""A new server is one entry here."""

HOUSE_PORTS = tuple(f"{process}.http" for process in ("identity", "assessment", "appraisal", "ranking", "gateway"))
"""Ports that others must know before their owner runs: our own processes, which nginx leads to."""
