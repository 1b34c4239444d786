"""`python -m bench.support.serve WHAT DATABASE_URL ISSUER`: one server as it runs in production, on a free port that it prints."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import orjson
import uvicorn
import uvloop
from fastapi import FastAPI, Response
from pydantic import BaseModel, SecretStr

from chamdiem_assessment.app import create_service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.db import asyncpg_url
from chamdiem_kit.logs import configure_logs
from chamdiem_kit.settings import ServiceSettings

POOL = 4
RAW_SHEET = "SELECT * FROM answer WHERE sheet_id = $1"


class BareIn(BaseModel):
    """What the bare route takes."""

    option: str
    explanation: str


class BareOut(BaseModel):
    """What it answers."""

    version: int


def bare(database_url: str) -> FastAPI:
    """The limit: one route that does one UPDATE and knows nothing else, and one that fetches a sheet's rows as they are."""
    pools: list[Any] = []

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        pools.append(await asyncpg.create_pool(asyncpg_url(database_url), min_size=POOL, max_size=POOL, reset=_nothing))
        yield
        pools[0].terminate()

    app = FastAPI(lifespan=lifespan)

    @app.put("/bare/{row_id}")
    async def save(row_id: int, body: BareIn) -> BareOut:
        async with pools[0].acquire() as connection:
            version = await connection.fetchval(
                "UPDATE bare SET option = $2, explanation = $3, version = version + 1 WHERE id = $1 RETURNING version",
                row_id,
                body.option,
                body.explanation,
            )
        return BareOut(version=version)

    @app.get("/raw/{sheet_id}")
    async def read(sheet_id: str) -> Response:
        async with pools[0].acquire() as connection:
            rows = await connection.fetch(RAW_SHEET, sheet_id)
        return Response(orjson.dumps([dict(row) for row in rows], default=str), media_type="application/json")

    return app


async def _nothing(_: object) -> None:
    return


def assessment(database_url: str, issuer: str) -> FastAPI:
    """The service, alone."""
    settings = ServiceSettings(service="assessment", profile="embedded", database_url=SecretStr(database_url), oidc_issuer=issuer)
    return create_service(settings, InProcessBus()).app


def main() -> None:
    """Serve until ended."""
    what, database_url, issuer = sys.argv[1:4]
    configure_logs("ERROR")
    listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
    listening.setblocking(False)
    app = bare(database_url) if what == "bare" else assessment(database_url, issuer)
    # Idle clients are kept, so that no turn of a measurement begins with connecting.
    config = uvicorn.Config(app, log_config=None, access_log=False, loop="uvloop", http="httptools", timeout_keep_alive=120)
    server = uvicorn.Server(config)
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(server.serve(sockets=[listening]))


if __name__ == "__main__":
    main()
