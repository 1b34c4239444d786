"""Creations may be retried: the same `Idempotency-Key` of the same account gets the first answer again, in the same transaction."""

import hashlib
from dataclasses import dataclass
from typing import Annotated, Any

import orjson
from fastapi import Depends, Header, Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.errors import Conflict

_Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")]

_CLAIM = text("""
    INSERT INTO idempotency (account_id, key, request_hash) VALUES (:account_id, :key, :request_hash)
    ON CONFLICT (account_id, key) DO NOTHING RETURNING key""")
_KEPT = text("SELECT request_hash, answer FROM idempotency WHERE account_id = :account_id AND key = :key")
_KEEP = text("UPDATE idempotency SET answer = CAST(:answer AS jsonb) WHERE account_id = :account_id AND key = :key")


class KeyReused(Conflict):
    type = "request/idempotency-key-reused"
    title = "Khóa chống gửi trùng đã dùng cho yêu cầu khác"


@dataclass(frozen=True)
class Retry:
    """The retry protection of one request. Without a header it does nothing."""

    key: str | None
    request_hash: str

    async def earlier_answer(self, tx: AsyncConnection, account_id: object) -> Any | None:
        """The answer already given for this key, or None after claiming it; a request at the same time waits for the first to end.

        Raises `KeyReused` where the key came with another request.
        """
        if self.key is None:
            return None
        mine = {"account_id": account_id, "key": self.key}
        if (await tx.execute(_CLAIM, {**mine, "request_hash": self.request_hash})).first() is not None:
            return None
        kept = (await tx.execute(_KEPT, mine)).one()
        if kept.request_hash != self.request_hash:
            raise KeyReused("Hãy dùng Idempotency-Key mới cho yêu cầu mới.")
        return kept.answer

    async def keep(self, tx: AsyncConnection, account_id: object, answer: Any) -> None:
        """Keep the answer (JSON-able) for retries."""
        if self.key is not None:
            await tx.execute(_KEEP, {"account_id": account_id, "key": self.key, "answer": orjson.dumps(answer, default=str).decode()})


async def _retry(request: Request, key: _Key = None) -> Retry:
    body = await request.body()
    digest = hashlib.sha256(b"\0".join((request.method.encode(), request.url.path.encode(), request.url.query.encode(), body))).hexdigest()
    return Retry(key, digest)


RetryProtection = Annotated[Retry, Depends(_retry)]
