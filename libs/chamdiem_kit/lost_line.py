"""Which faults say that the database is away or was lost: the same work may succeed later, and nothing that was asked is to blame."""

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

# The last: a server that dies says so on a line that nobody is asking anything on, and the driver then finds itself in the middle of it.
GOING_AWAY = (
    ConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InternalClientError,
)


def is_lost_line(fault: BaseException) -> bool:
    """Whether the database went away or could not be reached, so that the same work may succeed later; a timeout may come again."""
    if isinstance(fault, DBAPIError) and fault.connection_invalidated:
        return True
    if isinstance(fault, OSError) and not isinstance(fault, TimeoutError):
        return True
    if isinstance(fault, GOING_AWAY):
        return True
    cause = fault.orig if isinstance(fault, DBAPIError) else fault.__cause__
    return cause is not None and is_lost_line(cause)


_FULL = (asyncpg.InsufficientResourcesError, asyncpg.ReadOnlySQLTransactionError, PoolExhausted)


def may_succeed_later(fault: BaseException) -> bool:
    """As `is_lost_line`, or the database is there and can take nothing now: its disk or connections are used up, it is a standby."""
    found: BaseException | None = fault
    while found is not None:
        if isinstance(found, _FULL) or is_lost_line(found):
            return True
        found = found.orig if isinstance(found, DBAPIError) else found.__cause__
    return False
