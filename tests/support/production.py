"""Production on this machine for tests: skipped with the reason where a server cannot be had."""

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from tests.support.story import Enter, Story

from chamdiem.production.house import ONE_OF_EACH
from chamdiem.production.stack import Production
from chamdiem.servers.native import Servers
from chamdiem.servers.progress import Board
from chamdiem.service_names import ProcessName
from chamdiem.sign_in.code_flow import sign_in


def require_every_server() -> None:
    """Skip, or fail where the servers are required, when this machine lacks one of them."""
    servers = Servers(Path("/nowhere")).by_name.values()
    lacking = [sentence for server in servers if not server.optional for sentence in server.missing()]
    if not lacking:
        return
    if os.environ.get("CHAMDIEM_REQUIRE_SERVERS") == "1":
        pytest.fail(" ".join(lacking), pytrace=False)
    pytest.skip(" ".join(lacking))


@asynccontextmanager
async def open_production(replicas: Mapping[ProcessName, int] = ONE_OF_EACH) -> AsyncIterator[Production]:
    """All of it on a temporary folder, gone when the block ends."""
    require_every_server()
    async with Production(replicas=replicas, durable=False, board=Board(Console(file=StringIO()))) as running:
        yield running


def enter_by(production: Production) -> Enter:
    """The way in at Keycloak, where everybody changes the given password at the first sign-in."""
    where = production.addresses
    changed: dict[str, str] = {}

    async def enter(username: str, password: str) -> str:
        known, fresh = changed.get(username, password), f"{password}-Moi1"
        tokens = await sign_in(where.issuer, where.cli_client_id, where.cli_redirect_uri, username, known, new_password=fresh)
        if tokens.changed:
            changed[username] = fresh
        return tokens.access_token

    return enter


async def begin_story(production: Production) -> Story:
    """A story whose first administrator is signed in."""
    first = production.addresses.administrator
    story = Story(production.addresses.url, enter_by(production), {first.username: first.password}, takes_passwords=False)
    await story.meet(first.username)
    return story
