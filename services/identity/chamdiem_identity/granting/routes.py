"""HTTP operations that grant accounts (Điều 8)."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from chamdiem_contracts.identity import AccountKind
from chamdiem_identity.access import MayGrantAccounts
from chamdiem_identity.account import persons
from chamdiem_identity.account import store as accounts
from chamdiem_identity.account.domain import Account, Grant
from chamdiem_identity.account.shapes import AccountOut, RoleIn, roles_of
from chamdiem_identity.granting.granting import Asked, Granted, grant_all
from chamdiem_identity.provider.domain import Outcome, ProviderSilent, UsernameTaken
from chamdiem_identity.provider.port import IdentityProvider
from chamdiem_identity.provider.reconciling import WAIT_S, carry_out_now
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_kit.errors import DomainError, FieldError, Invalid
from chamdiem_kit.etag import set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.refusals import refused_line
from chamdiem_rules.text import is_storable, nfc

router = service_router("identity", tags=["accounts"])

_MAX_LINES = 1000


class PasswordNotAllowed(Invalid):
    type = "identity/password-not-allowed"
    title = "Không được đặt sẵn mật khẩu"


class AccountIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    username: str
    holder_name: str
    kind: AccountKind
    roles: list[RoleIn] = Field(default=[], max_length=50)
    unit_code: str | None = None
    appraiser_code: str | None = None
    only_for_unit: str | None = None
    sub: str | None = None
    password: str | None = Field(default=None, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$", repr=False)


class GrantedOut(AccountOut):
    """`initial_password` is shown once; `sub` is null while the identity provider has not answered, the person is then made later."""

    initial_password: str | None = Field(default=None, repr=False)


class AccountLines(BaseModel):
    model_config = ConfigDict(extra="forbid")

    lines: list[AccountIn] = Field(max_length=_MAX_LINES)


class GrantedLine(BaseModel):
    index: int
    id: UUID
    sub: str | None
    initial_password: str | None = Field(default=None, repr=False)


class GrantedLines(BaseModel):
    saved: int
    refused: list[dict[str, Any]]
    accounts: list[GrantedLine]


@router.post("/accounts", status_code=201)
async def grant_account(body: AccountIn, actor: MayGrantAccounts, ctx: Ctx, retry: RetryProtection, response: Response) -> GrantedOut:
    """Cấp tài khoản. Không có `sub` thì người dùng được tạo ở máy chủ đăng nhập; mật khẩu một lần chỉ hiện trong trả lời này."""
    asked = _asked(ctx, [body])
    missing = await _not_at_provider(ctx, asked)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            account = (await accounts.by_ids(tx, [UUID(earlier)]))[UUID(earlier)]
            _refuse_unmade(account)
            set_etag(response, account.version)
            return GrantedOut.model_validate(account)
        granted, refused = await grant_all(tx, asked, missing, actor.account_id)
        for _, fault in refused:
            raise fault
        # The password is no part of what is kept: it is shown once.
        await retry.keep(tx, actor.account_id, str(granted[0].account.id))
    made = await _make(ctx, granted)
    outcome = made.get(granted[0].task_id or 0)
    if outcome is not None and outcome.refusal is not None:
        raise _username_taken(outcome.refusal)
    account = granted[0].account
    set_etag(response, account.version)
    out = GrantedOut.model_validate(account)
    if outcome is not None:
        out.sub = outcome.sub
        out.initial_password = None if body.password else granted[0].password
    return out


@router.patch("/accounts")
async def grant_accounts(body: AccountLines, actor: MayGrantAccounts, ctx: Ctx, retry: RetryProtection) -> GrantedLines:
    """Cấp nhiều tài khoản một lần; dòng sai bị từ chối, các dòng đúng vẫn được cấp."""
    asked = _asked(ctx, body.lines)
    missing = await _not_at_provider(ctx, asked)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return await _as_before(tx, earlier)
        granted, faults = await grant_all(tx, asked, missing, actor.account_id)
        refused = [refused_line(index, fault, "" if fault.errors else "username") for index, fault in faults]
        kept = {"accounts": [[g.index, str(g.account.id)] for g in granted], "refused": refused}
        await retry.keep(tx, actor.account_id, kept)
    made = await _make(ctx, granted)
    lines = []
    for one in granted:
        outcome = made.get(one.task_id or 0)
        if outcome is not None and outcome.refusal is not None:
            refused.append(refused_line(one.index, _username_taken(outcome.refusal)))
            continue
        sub = outcome.sub if outcome is not None else one.account.sub
        shown = one.password if outcome is not None and not body.lines[one.index].password else None
        lines.append(GrantedLine(index=one.index, id=one.account.id, sub=sub, initial_password=shown))
    return GrantedLines(saved=len(lines), refused=sorted(refused, key=lambda r: int(r["index"])), accounts=lines)


async def _as_before(tx: Any, kept: dict[str, Any]) -> GrantedLines:
    known = await accounts.by_ids(tx, [UUID(i) for _, i in kept["accounts"]])
    lines, refused = [], list(kept["refused"])
    for index, id_ in kept["accounts"]:
        account = known[UUID(id_)]
        if account.sub is None and account.status == "ended":
            refused.append(refused_line(index, _username_taken("Hãy chọn tên đăng nhập khác.")))
        else:
            lines.append(GrantedLine(index=index, id=account.id, sub=account.sub))
    return GrantedLines(saved=len(lines), refused=sorted(refused, key=lambda r: int(r["index"])), accounts=lines)


def _asked(ctx: Service, lines: Sequence[AccountIn]) -> list[Asked]:
    if ctx.settings.profile != "embedded":
        for place, line in enumerate(lines):
            if line.password is not None:
                pointer = "/password" if len(lines) == 1 else f"/lines/{place}/password"
                detail = "Hãy bỏ trống; mật khẩu một lần do hệ thống cấp."
                raise PasswordNotAllowed(detail, errors=(FieldError(pointer, detail),))
    return [
        Asked(
            Grant(
                username=line.username,
                holder_name=line.holder_name,
                kind=line.kind,
                roles=roles_of(line.roles),
                unit_code=line.unit_code,
                appraiser_code=line.appraiser_code,
                only_for_unit=line.only_for_unit,
                sub=line.sub,
            ),
            line.password,
        )
        for line in lines
    ]


async def _not_at_provider(ctx: Service, asked: Iterable[Asked]) -> set[str]:
    """Those of the given `sub`s that neither we nor the provider know. A client is no person there."""
    given = {nfc(a.grant.sub) for a in asked if a.grant.sub and is_storable(a.grant.sub) and a.grant.kind != "client"}
    if not given:
        return set()
    async with ctx.snapshot() as tx:
        given -= {p.sub for p in await persons.known(tx, [], given) if p.sub}
    provider: IdentityProvider = ctx.parts.provider
    try:
        async with asyncio.timeout(WAIT_S):
            return {sub for sub in sorted(given) if not await provider.exists(sub)}
    except Exception as fault:
        raise ProviderSilent("Chưa kiểm tra được người này ở máy chủ đăng nhập; hãy thử lại sau ít phút.") from fault


async def _make(ctx: Service, granted: Sequence[Granted]) -> dict[int, Outcome]:
    ids = [g.task_id for g in granted if g.task_id is not None]
    return await carry_out_now(ctx, ids) if ids else {}


def _refuse_unmade(account: Account) -> None:
    if account.sub is None and account.status == "ended":
        raise _username_taken("Hãy chọn tên đăng nhập khác.")


def _username_taken(refusal: str) -> DomainError:
    return UsernameTaken(refusal, errors=(FieldError("/username", refusal),))
