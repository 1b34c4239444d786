"""A call through nginx with a browser's session beside the same with a bearer token, and beside bare nginx in front of the same app."""

import asyncio
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bench.support.figures import hold, show
from bench.support.http_client import Act, Connection, Load, drive
from bench.support.processes import served
from bench.support.sheets import OpenSheet, open_sheets
from tests.edge.behind import unused_port
from tests.support.databases import Databases
from tests.support.eventually import eventually
from tests.support.issuer import Issuer

from chamdiem.servers.native import Servers
from chamdiem.servers.nginx import Nginx

CLIENTS, TURNS, TURN_S = 8, 6, 1.0
_BARE = """
daemon off;
worker_processes 2;
pid nginx.pid;
error_log stderr warn;
events {{}}
http {{
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  upstream app {{
    server 127.0.0.1:{app};
    keepalive 32;
  }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_pass http://app;
    }}
  }}
}}
"""


async def test_a_browsers_session_costs_no_call(databases: Databases, issuer: Issuer) -> None:
    url = await databases.fresh("chamdiem_assessment")
    sheets = await open_sheets(url, issuer, units=CLIENTS, leaves=1)
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(served("assessment", url, issuer.url))
        nginx = await stack.enter_async_context(_edge(app.port))
        bare_port = await stack.enter_async_context(_bare(nginx, app.port))
        edge_port = nginx.place.port("http")
        acts: dict[str, list[Act]] = {"session": [], "bearer": [], "bare nginx": []}
        for sheet in sheets:
            for name, port, headers in (
                ("session", edge_port, _cookies(sheet)),
                ("bearer", edge_port, sheet.officer),
                ("bare nginx", bare_port, sheet.officer),
            ):
                acts[name].append(_reading(await stack.enter_async_context(Connection(port, headers)), sheet))
        loads = {name: Load() for name in acts}
        for warming in acts.values():
            await drive(warming, 0.5)
        for _ in range(TURNS):
            for name, load in loads.items():
                load.add(await drive(acts[name], TURN_S))
        for name, load in loads.items():
            show(f"{CLIENTS} clients, {name}: {load.summary}")
        session = loads["session"].rate
        hold("a call with a browser's session, share of the bearer token's rate", session / loads["bearer"].rate, 0.95, at_least=True)
        hold("a call with a browser's session, share of bare nginx's rate", session / loads["bare nginx"].rate, 0.8, at_least=True)


def _cookies(sheet: OpenSheet) -> dict[str, str]:
    """What a browser sends."""
    token = sheet.officer["Authorization"].removeprefix("Bearer ")
    return {"Cookie": f"chamdiem_session={'s' * 43}; chamdiem_access={token}; chamdiem_account={sheet.officer['X-Account']}"}


def _reading(connection: Connection, sheet: OpenSheet) -> Act:
    async def read() -> None:
        answer = await connection.request("GET", f"/api/assessment/periods/{sheet.period_id}/clock")
        assert answer.status == 200, answer

    return read


@asynccontextmanager
async def _edge(app: int) -> AsyncIterator[Nginx]:
    """The platform's nginx, led to the app."""
    with tempfile.TemporaryDirectory(prefix="chamdiem-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        servers = Servers(folder / "servers")
        outcome = await servers.up(["nginx"])
        assert not outcome.faults, outcome.faults
        nginx = servers.by_name["nginx"]
        assert isinstance(nginx, Nginx)
        try:
            await nginx.route({"assessment": [f"127.0.0.1:{app}"]})
            yield nginx
        finally:
            await servers.down()


@asynccontextmanager
async def _bare(nginx: Nginx, app: int) -> AsyncIterator[int]:
    """nginx that does nothing but pass calls on."""
    program = nginx.place.cache.folder(nginx.name, nginx.version) / "usr/sbin/nginx"
    port = unused_port()
    with tempfile.TemporaryDirectory(prefix="chamdiem-bench-") as name:
        configuration = Path(name) / "nginx.conf"
        configuration.write_text(_BARE.format(app=app, port=port), "utf-8")
        Path(name).chmod(0o711)
        process = await asyncio.create_subprocess_exec(
            *(program, "-e", "stderr", "-p", name, "-c", configuration), stdin=subprocess.DEVNULL
        )

        async def answers() -> bool:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                return False
            writer.close()
            return True

        try:
            await eventually(answers)
            yield port
        finally:
            process.terminate()
            await process.wait()
