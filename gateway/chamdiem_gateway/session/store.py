"""The SQL of browser sessions; nobody else writes their tables."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_gateway.session.domain import BrowserSession, EndedToken

LEASE_S = 20
"""How long one refresh may take before another may try."""
FRESH_S = 5
"""A token renewed within this time is handed out again, so that a page's many requests spend one refresh token."""

_FIELDS = "id, sub, username, account_id, provider_session, refresh_token, id_token, access_token, access_expires_at, expires_at"
_ADD = text(f"""
    INSERT INTO browser_session ({_FIELDS}) VALUES (:id, :sub, :username, :account_id, :provider_session, :refresh_token, :id_token,
        :access_token, :access_expires_at, :expires_at)""")
_ISSUED = text("""
    INSERT INTO issued_token (session_id, token_session, expires_at) VALUES (:session_id, :token_session, :expires_at)
    ON CONFLICT (session_id, token_session) DO UPDATE SET expires_at = greatest(issued_token.expires_at, excluded.expires_at)""")
_LOAD = text(f"SELECT {_FIELDS} FROM browser_session WHERE id = :id AND expires_at > clock_timestamp()")
_LOAD_TO_CHANGE = text(f"SELECT {_FIELDS} FROM browser_session WHERE id = :id AND expires_at > clock_timestamp() FOR UPDATE")
_LOAD_FRESH = text(f"""
    SELECT {_FIELDS} FROM browser_session
     WHERE id = :id AND expires_at > clock_timestamp() AND renewed_at > clock_timestamp() - interval '{FRESH_S} s'""")
_CLAIM = text(f"""
    UPDATE browser_session SET refreshing_until = clock_timestamp() + interval '{LEASE_S} s'
     WHERE id = :id AND expires_at > clock_timestamp() AND refreshing_until < clock_timestamp()
       AND renewed_at <= clock_timestamp() - interval '{FRESH_S} s'
    RETURNING {_FIELDS}""")
_RELEASE = text("UPDATE browser_session SET refreshing_until = '-infinity' WHERE id = :id")
_RENEW = text("""
    UPDATE browser_session SET refresh_token = :refresh_token, id_token = :id_token, access_token = :access_token,
           access_expires_at = :access_expires_at, renewed_at = clock_timestamp(), refreshing_until = '-infinity'
     WHERE id = :id RETURNING id""")
_CHOOSE = text("UPDATE browser_session SET account_id = :account_id WHERE id = :id")
_OF_ACCOUNT = text("SELECT id FROM browser_session WHERE account_id = :account_id ORDER BY id FOR UPDATE")
_AT_PROVIDER = text("""
    SELECT id FROM browser_session
     WHERE (CAST(:sid AS text) IS NULL OR provider_session = :sid) AND (CAST(:sub AS text) IS NULL OR sub = :sub)
       AND (CAST(:sid AS text) IS NOT NULL OR CAST(:sub AS text) IS NOT NULL)
     ORDER BY id FOR UPDATE""")
_TOKENS = text("""
    SELECT token_session, max(expires_at) AS expires_at FROM issued_token
     WHERE session_id = ANY(:ids) AND expires_at > clock_timestamp() GROUP BY token_session ORDER BY token_session""")
_REMEMBER_END = text("""
    INSERT INTO session_end (id, sub, account_id, because, remembered_until)
    SELECT id, sub, account_id, :because, expires_at FROM browser_session WHERE id = ANY(:ids) ON CONFLICT (id) DO NOTHING""")
_END = text("DELETE FROM browser_session WHERE id = ANY(:ids)")
_EXPLAIN = text("""
    UPDATE session_end SET because = :because
     WHERE because IS NULL AND sub = :sub AND (account_id IS NULL OR account_id = :account_id)""")
_WHY_OVER = text("SELECT because FROM session_end WHERE id = :id")
_KEEP_REFRESH_TOKEN = text("UPDATE browser_session SET refresh_token = :refresh_token, refreshing_until = '-infinity' WHERE id = :id")
_USE_LOGOUT_TOKEN = text("""
    INSERT INTO used_logout_token (jti, remembered_until) VALUES (:jti, :until) ON CONFLICT (jti) DO NOTHING RETURNING jti""")
_SWEEP = tuple(
    text(statement)
    for statement in (
        "DELETE FROM browser_session WHERE expires_at < clock_timestamp()",
        "DELETE FROM session_end WHERE remembered_until < clock_timestamp()",
        "DELETE FROM used_logout_token WHERE remembered_until < clock_timestamp()",
    )
)


async def add(tx: AsyncConnection, session: BrowserSession, token_session: str) -> None:
    """Keep a new session with its first access token."""
    await tx.execute(_ADD, asdict(session))
    await issued(tx, session.id, token_session, session.access_expires_at)


async def issued(tx: AsyncConnection, session_id: str, token_session: str, expires_at: datetime) -> None:
    """Remember an access token by its `sid` or `jti`, so that it can be refused before it dies."""
    await tx.execute(_ISSUED, {"session_id": session_id, "token_session": token_session, "expires_at": expires_at})


async def load(tx: AsyncConnection, session_id: str, *, to_change: bool = False) -> BrowserSession | None:
    """A session that lives."""
    row = (await tx.execute(_LOAD_TO_CHANGE if to_change else _LOAD, {"id": session_id})).mappings().first()
    return BrowserSession(**row) if row is not None else None


async def load_fresh(tx: AsyncConnection, session_id: str) -> BrowserSession | None:
    """A session whose access token was renewed only now; read in one statement, so that the token is the renewed one."""
    row = (await tx.execute(_LOAD_FRESH, {"id": session_id})).mappings().first()
    return BrowserSession(**row) if row is not None else None


async def claim_refresh(tx: AsyncConnection, session_id: str) -> BrowserSession | None:
    """The session for the one who may refresh it now; None where another does, or it is fresh, or over."""
    row = (await tx.execute(_CLAIM, {"id": session_id})).mappings().first()
    return BrowserSession(**row) if row is not None else None


async def release_refresh(tx: AsyncConnection, session_id: str) -> None:
    """Let another refresh it."""
    await tx.execute(_RELEASE, {"id": session_id})


async def renew(
    tx: AsyncConnection, session_id: str, *, refresh_token: bytes | None, id_token: bytes, access_token: bytes, access_expires_at: datetime
) -> bool:
    """Keep new tokens; False where the session ended meanwhile."""
    row = {
        "id": session_id,
        "refresh_token": refresh_token,
        "id_token": id_token,
        "access_token": access_token,
        "access_expires_at": access_expires_at,
    }
    return (await tx.execute(_RENEW, row)).first() is not None


async def choose(tx: AsyncConnection, session_id: str, account_id: UUID) -> None:
    """Keep which account acts."""
    await tx.execute(_CHOOSE, {"id": session_id, "account_id": account_id})


async def of_account(tx: AsyncConnection, account_id: UUID) -> list[str]:
    """The sessions that act by an account, locked."""
    return list((await tx.execute(_OF_ACCOUNT, {"account_id": account_id})).scalars())


async def at_provider(tx: AsyncConnection, *, sid: str | None, sub: str | None) -> list[str]:
    """The sessions of one session at the provider, of one person, or of both; none where neither is named. Locked."""
    return list((await tx.execute(_AT_PROVIDER, {"sid": sid, "sub": sub})).scalars())


async def end(tx: AsyncConnection, ids: Sequence[str], because: str | None = None) -> list[EndedToken]:
    """Delete sessions, remembering why for browsers that come again; their access tokens that still live."""
    if not ids:
        return []
    tokens = [EndedToken(r.token_session, r.expires_at) for r in await tx.execute(_TOKENS, {"ids": list(ids)})]
    await tx.execute(_REMEMBER_END, {"ids": list(ids), "because": because})
    await tx.execute(_END, {"ids": list(ids)})
    return tokens


async def explain(tx: AsyncConnection, sub: str, account_id: UUID, because: str) -> None:
    """Say why the person's sessions by this account ended, where that was not known yet: the provider may have ended them first."""
    await tx.execute(_EXPLAIN, {"sub": sub, "account_id": account_id, "because": because})


async def why_over(tx: AsyncConnection, session_id: str) -> str | None:
    """Why a session that does not live any more ended, where more is to be said than that it did."""
    return (await tx.execute(_WHY_OVER, {"id": session_id})).scalar_one_or_none()


async def keep_refresh_token(tx: AsyncConnection, session_id: str, refresh_token: bytes) -> None:
    """Keep only the new refresh token, the old one being spent, and let another refresh."""
    await tx.execute(_KEEP_REFRESH_TOKEN, {"id": session_id, "refresh_token": refresh_token})


async def use_logout_token(tx: AsyncConnection, jti: str, until: datetime) -> bool:
    """Whether the token is used for the first time; `until` it is remembered."""
    return (await tx.execute(_USE_LOGOUT_TOKEN, {"jti": jti, "until": until})).first() is not None


async def sweep(tx: AsyncConnection) -> None:
    """Delete sessions whose time is over (their tokens are dead), and what is remembered of ended ones."""
    for statement in _SWEEP:
        await tx.execute(statement)
