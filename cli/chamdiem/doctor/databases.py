"""Each service's database: reachable by both roles, with neither too few nor too many rights, migrated, its outbox emptied."""

from typing import Any

import asyncpg

from chamdiem.doctor.clocks import clock_findings, now
from chamdiem.doctor.finding import Finding, fault, warning, well
from chamdiem_kit.db import Database, connect_driver
from chamdiem_kit.errors import Unavailable
from chamdiem_kit.health import require_database

_LATE_S = 60
_ATTRIBUTES = """
    SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS mighty,
           has_schema_privilege('public', 'CREATE') AS creates,
           EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS owns
      FROM pg_roles WHERE rolname = current_user"""
_UNUSABLE = """
    SELECT relname FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'alembic_version'
       AND NOT (has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
                AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE'))
     ORDER BY relname"""
_TOO_MUCH = """
    SELECT relname FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND (has_table_privilege(oid, 'TRUNCATE') OR has_table_privilege(oid, 'TRIGGER')
            OR (relname = 'alembic_version' AND has_table_privilege(oid, 'UPDATE')))
     ORDER BY relname"""
_FOREIGN = """
    SELECT datname FROM pg_database
     WHERE datname <> current_database() AND datallowconn AND (datname LIKE 'chamdiem\\_%' OR datname = 'keycloak')
       AND has_database_privilege(datname, 'CONNECT')
     ORDER BY datname"""
_OUTBOX = """
    SELECT count(*) AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float AS oldest_s,
           (SELECT count(*) FROM dead_letter) AS dead
      FROM outbox WHERE published_at IS NULL"""
_MEND_RIGHTS = "chạy lại chamdiem provision --only postgresql"


async def examine_database(service: str, writer_url: str, owner_url: str | None) -> list[Finding]:
    """All about one service's database."""
    part = f"cơ sở dữ liệu {service}"
    opened = await _opened(part, "database_url", writer_url)
    if isinstance(opened, Finding):
        return [opened]
    try:
        found = await _writer(part, opened)
        found += await _migrations(part, service, writer_url)
        if not any(one.state == "fault" for one in found):
            found += await _outbox(part, service, opened)
    finally:
        await opened.close()
    found += await _owner(part, owner_url)
    return found or [well(part, "nối được, đúng quyền, đúng phiên bản.")]


async def _opened(part: str, name: str, url: str) -> "asyncpg.Connection[Any] | Finding":
    try:
        return await connect_driver(url)
    except asyncpg.InvalidPasswordError:
        return fault(part, f"Sai mật khẩu trong {name}; hãy sửa cấu hình, hoặc chạy lại chamdiem provision --only postgresql.")
    except asyncpg.InvalidCatalogNameError:
        return fault(part, f"Chưa có cơ sở dữ liệu mà {name} nêu; hãy chạy chamdiem provision --only postgresql.")
    except asyncpg.TooManyConnectionsError:
        return fault(part, "Máy chủ cơ sở dữ liệu hết chỗ kết nối; hãy tăng max_connections hoặc giảm database_pool_size.")
    except (asyncpg.PostgresError, OSError, TimeoutError) as problem:
        reason = str(problem) or type(problem).__name__
        return fault(part, f"Không nối được theo {name} ({reason}); hãy kiểm tra máy chủ, địa chỉ và tường lửa.")


async def _writer(part: str, line: "asyncpg.Connection[Any]") -> list[Finding]:
    found: list[Finding] = []
    role = await line.fetchrow(_ATTRIBUTES)
    if role["mighty"]:
        found.append(fault(part, f"Vai trò của database_url có quyền quản trị máy chủ; hãy {_MEND_RIGHTS}."))
    if role["creates"] or role["owns"]:
        found.append(
            fault(
                part, f"Vai trò của database_url sửa được cấu trúc bảng; hãy dùng vai trò ghi, không phải chủ sở hữu, rồi {_MEND_RIGHTS}."
            )
        )
    if unusable := [row["relname"] for row in await line.fetch(_UNUSABLE)]:
        found.append(fault(part, f"Vai trò ghi thiếu quyền trên {len(unusable)} bảng (đầu tiên {unusable[0]}); hãy {_MEND_RIGHTS}."))
    if not role["owns"] and not role["mighty"] and (too_much := [row["relname"] for row in await line.fetch(_TOO_MUCH)]):
        found.append(fault(part, f"Vai trò ghi thừa quyền trên {len(too_much)} bảng (đầu tiên {too_much[0]}); hãy {_MEND_RIGHTS}."))
    if not role["mighty"] and (foreign := [row["datname"] for row in await line.fetch(_FOREIGN)]):
        found.append(fault(part, f"Vai trò ghi mở được cơ sở dữ liệu khác ({', '.join(foreign)}); hãy {_MEND_RIGHTS}."))
    asked = now()
    theirs = await line.fetchval("SELECT clock_timestamp()")
    return found + clock_findings(part, theirs, asked, now())


async def _migrations(part: str, service: str, url: str) -> list[Finding]:
    database = Database(url, pool_size=1)
    try:
        await require_database(service, f"chamdiem_{service}", database)
    except Unavailable as problem:
        return [fault(part, problem.detail)]
    finally:
        await database.close()
    return []


async def _outbox(part: str, service: str, line: "asyncpg.Connection[Any]") -> list[Finding]:
    row = await line.fetchrow(_OUTBOX)
    found: list[Finding] = []
    if row["oldest_s"] > _LATE_S:
        minutes = row["oldest_s"] / 60
        found.append(
            fault(
                part,
                f"{row['waiting']} sự kiện chờ chuyển từ {minutes:.0f} phút; hãy xem tiến trình {service} và máy chủ sự kiện.",
            )
        )
    if row["dead"]:
        found.append(warning(part, f"{row['dead']} sự kiện không xử lý được; hãy xem bằng chamdiem events dead {service}."))
    return found


async def _owner(part: str, url: str | None) -> list[Finding]:
    if url is None:
        return [warning(part, "Chưa có migration_database_url nên không xem được vai trò chủ sở hữu.")]
    opened = await _opened(part, "migration_database_url", url)
    if isinstance(opened, Finding):
        return [opened]
    try:
        role = await opened.fetchrow(_ATTRIBUTES)
        if role["mighty"]:
            return [fault(part, f"Vai trò chủ sở hữu có quyền quản trị máy chủ; hãy {_MEND_RIGHTS}.")]
        if not role["creates"]:
            return [fault(part, f"migration_database_url không sửa được cấu trúc bảng; hãy dùng vai trò chủ sở hữu rồi {_MEND_RIGHTS}.")]
        return []
    finally:
        await opened.close()
