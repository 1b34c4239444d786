"""A service's database broken on purpose: the doctor names what is wrong and what mends it."""

import pytest
from cli.tests.doctor.sick_database import SickDatabase, sick_database

from chamdiem.doctor.databases import examine_database
from chamdiem.doctor.finding import Finding
from chamdiem.servers.postgresql import PostgreSQL

_EVENT = """
    INSERT INTO outbox (id, event_id, part, parts, type, subject, subject_version, trace_id, occurred_at, data)
    VALUES (gen_random_uuid(), gen_random_uuid(), 1, 1, 'ranking.result.changed.v1', 'a', 1, '', now() - interval '5 min', '{}')"""
_DEAD = """
    INSERT INTO dead_letter (message_id, event_id, part, parts, source, type, subject, subject_version, trace_id, occurred_at, data, reason)
    VALUES (gen_random_uuid(), gen_random_uuid(), 1, 1, 'identity', 'identity.unit.changed.v1', 'a', 1, '', now(), '{}', 'không hiểu')"""


async def said_of(database: SickDatabase) -> list[Finding]:
    return await examine_database(database.service, database.writer, database.owner)


async def test_a_database_as_provisioned_and_migrated_is_well(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "ranking") as database:
        assert [finding.state for finding in await said_of(database)] == ["well"]


@pytest.mark.parametrize(
    ("statement", "state", "named"),
    [
        ("ALTER ROLE {writer} PASSWORD 'another'", "fault", "Sai mật khẩu trong database_url"),
        ("ALTER ROLE {owner} PASSWORD 'another'", "fault", "Sai mật khẩu trong migration_database_url"),
        ("ALTER ROLE {writer} CREATEROLE", "fault", "quyền quản trị máy chủ"),
        ("ALTER ROLE {owner} SUPERUSER", "fault", "chủ sở hữu có quyền quản trị máy chủ"),
        ("GRANT CREATE ON SCHEMA public TO {writer}", "fault", "sửa được cấu trúc bảng"),
        ("REVOKE INSERT ON outbox, inbox FROM {writer}", "fault", "thiếu quyền trên 2 bảng (đầu tiên inbox)"),
        ("GRANT TRUNCATE ON outbox TO {writer}", "fault", "thừa quyền trên 1 bảng (đầu tiên outbox)"),
        ("GRANT UPDATE ON alembic_version TO {writer}", "fault", "alembic_version"),
        ("GRANT CONNECT ON DATABASE keycloak TO {writer}", "fault", "mở được cơ sở dữ liệu khác (keycloak)"),
        ("ALTER SCHEMA public OWNER TO postgres; REVOKE CREATE ON SCHEMA public FROM {owner}", "fault", "dùng vai trò chủ sở hữu"),
        ("UPDATE alembic_version SET version_num = '0001'", "fault", "chamdiem migrate ranking"),
        ("DROP TABLE alembic_version", "fault", "chamdiem migrate ranking"),
        (_EVENT, "fault", "1 sự kiện chờ chuyển từ 5 phút"),
        (_DEAD, "warning", "chamdiem events dead ranking"),
    ],
)
async def test_what_is_broken_is_named(postgresql: PostgreSQL, statement: str, state: str, named: str) -> None:
    async with sick_database(postgresql, "ranking") as database:
        await database.break_by(statement)
        found = await said_of(database)
        assert [(finding.state, named in finding.sentence) for finding in found] == [(state, True)], found
        if "keycloak" in statement:
            await database.break_by("REVOKE CONNECT ON DATABASE keycloak FROM {writer}")


async def test_a_database_that_was_never_migrated_says_so(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "ranking", migrated=False) as database:
        assert any("chamdiem migrate ranking" in finding.sentence for finding in await said_of(database))


async def test_one_that_is_newer_than_the_code_is_well(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "ranking") as database:
        await database.break_by("UPDATE alembic_version SET version_num = '9999'")
        assert [finding.state for finding in await said_of(database)] == ["well"]


async def test_one_that_is_not_there_or_does_not_answer_says_where_to_look(postgresql: PostgreSQL, unused_tcp_port: int) -> None:
    missing = f"postgresql+asyncpg://postgres:{postgresql.place.secret('postgres')}@{postgresql.address}/none"
    assert "chamdiem provision" in (await examine_database("ranking", missing, None))[0].sentence
    silent = f"postgresql+asyncpg://a:b@127.0.0.1:{unused_tcp_port}/none"
    (found,) = await examine_database("ranking", silent, None)
    assert (found.state, "kiểm tra máy chủ" in found.sentence) == ("fault", True)
    assert "b@" not in found.sentence


async def test_without_the_owners_url_the_rest_is_examined(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "ranking") as database:
        (found,) = await examine_database("ranking", database.writer, None)
        assert (found.state, "migration_database_url" in found.sentence) == ("warning", True)
