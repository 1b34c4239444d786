"""The SQL of persons: who is known by which name and `sub`, and what the provider has made of them."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account.domain import Person

_KNOWN = text("""
    SELECT p.id, p.username, p.sub,
           array_agg(jsonb_build_array(a.kind, a.unit_code, a.appraiser_code, a.only_for_unit)) FILTER (WHERE a.status <> 'ended') AS grants
      FROM person p LEFT JOIN account a ON a.person_id = p.id
     WHERE (p.refused_at IS NULL AND lower(p.username) = ANY(:names)) OR p.sub = ANY(:subs)
     GROUP BY p.id""")
_ADD = text("INSERT INTO person (id, username, sub) VALUES (:id, :username, :sub)")
_SET_SUB = text("""
    UPDATE person p SET sub = o.sub FROM unnest(CAST(:ids AS uuid[]), CAST(:subs AS text[])) AS o (id, sub)
     WHERE p.id = o.id AND NOT EXISTS (SELECT FROM person t WHERE t.sub = o.sub AND t.id <> o.id)
    RETURNING p.id""")
_REFUSED = text("UPDATE person SET refused_at = clock_timestamp() WHERE id = ANY(:ids)")


async def known(tx: AsyncConnection, usernames: Iterable[str], subs: Iterable[str]) -> list[Person]:
    """The persons with any of these names (upper and lower case are one) or `sub`s."""
    rows = (await tx.execute(_KNOWN, {"names": [n.lower() for n in usernames], "subs": list(subs)})).mappings()
    return [Person(r["id"], r["username"], r["sub"], frozenset(tuple(g) for g in r["grants"] or ())) for r in rows]


async def add(tx: AsyncConnection, persons: Sequence[Person]) -> None:
    """Keep new persons; `sub` None until the provider has made them."""
    if persons:
        columns: list[dict[str, Any]] = [{"id": p.id, "username": p.username, "sub": p.sub} for p in persons]
        await tx.execute(_ADD, columns)


async def set_subs(tx: AsyncConnection, made: Sequence[tuple[UUID, str]]) -> set[UUID]:
    """Keep what the provider calls them; the persons whose `sub` was not already another's."""
    if not made:
        return set()
    return set((await tx.execute(_SET_SUB, {"ids": [p for p, _ in made], "subs": [s for _, s in made]})).scalars())


async def set_refused(tx: AsyncConnection, ids: Sequence[UUID]) -> None:
    """Keep that the provider refused to make them; their names are free again."""
    if ids:
        await tx.execute(_REFUSED, {"ids": list(ids)})
