"""Whether a process of ours can do its work, and what is in the way: the sentences of `/health/ready` and of `chamdiem doctor`."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache

from alembic.script import ScriptDirectory
from fastapi import FastAPI, Response
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from chamdiem_kit.access import PUBLIC
from chamdiem_kit.db import Database
from chamdiem_kit.errors import Unavailable
from chamdiem_kit.migrate import alembic_config

Ready = Callable[[], Awaitable[str]]
"""Raises `Unavailable` with the reason; else what is to be said besides, or ''."""

_WITHIN_S = 5
_VERSION = text("SELECT version_num FROM alembic_version")


async def require_database(service: str, package: str, database: Database) -> None:
    """Raise `Unavailable` with the reason unless the database answers and has every migration that this code needs.

    One that is newer than the code is well: migrations run while the old code works (docs/operations/upgrade.md).
    """
    newest, known = await asyncio.to_thread(_revisions, package)
    try:
        async with asyncio.timeout(_WITHIN_S), database.transaction() as tx:
            found: str | None = (await tx.execute(_VERSION)).scalar_one_or_none()
    except DBAPIError as fault:
        if getattr(fault.orig, "sqlstate", "") == "42P01":  # undefined_table
            found = None
        else:
            raise _unreachable(service) from fault
    except Exception as fault:
        raise _unreachable(service) from fault
    if found is None or (found in known and found != newest):
        raise Unavailable(f"Cơ sở dữ liệu của {service} chưa được cập nhật; hãy chạy chamdiem migrate {service}.")


def _unreachable(service: str) -> Unavailable:
    return Unavailable(f"Dịch vụ {service} chưa nối được cơ sở dữ liệu; hãy kiểm tra máy chủ cơ sở dữ liệu và database_url.")


@cache
def _revisions(package: str) -> tuple[str | None, frozenset[str]]:
    """The newest migration of this code and all that it knows."""
    scripts = ScriptDirectory.from_config(alembic_config(package, ""))
    return scripts.get_current_head(), frozenset(script.revision for script in scripts.walk_revisions())


def add_health(app: FastAPI, service: str, ready: Ready) -> None:
    """`/health/live` and `/health/ready`, also below the service's own path."""

    async def live() -> Response:
        """Tiến trình đang chạy."""
        return Response("ok", media_type="text/plain")

    async def ready_() -> Response:
        """Dịch vụ sẵn sàng nhận yêu cầu; khi chưa, câu trả lời nêu điều gì còn thiếu."""
        remark = await ready()
        return Response(f"ok; {remark}" if remark else "ok", media_type="text/plain; charset=utf-8")

    ready_.__name__ = "ready"
    for prefix in ("", f"/api/{service}"):
        for act in (live, ready_):
            shown = bool(prefix)
            app.add_api_route(f"{prefix}/health/{act.__name__}", act, openapi_extra=PUBLIC, include_in_schema=shown, tags=["health"])
