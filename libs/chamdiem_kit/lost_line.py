"""Which faults say that the database is away or was lost: the same work may succeed later, and nothing that was asked is to blame."""

import asyncpg
from sqlalchemy.exc import DBAPIError

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
