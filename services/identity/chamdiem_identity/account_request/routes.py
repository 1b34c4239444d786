"""HTTP operations on requests for accounts and passwords (Điều 8 bước 2, 16.5)."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.identity import Role
from chamdiem_identity.access import MayAskForAccounts, MayDecideRequests, MayReadRequests
from chamdiem_identity.account import visibility
from chamdiem_identity.account.domain import REASON_LIMIT, clean_line, require_not_ended
from chamdiem_identity.account.shapes import Reason
from chamdiem_identity.account_request import domain, store
from chamdiem_identity.granting.granting import Asked, grant_all
from chamdiem_identity.provider.domain import UsernameTaken, new_password
from chamdiem_identity.provider.reconciling import carry_out_now
from chamdiem_identity.provider.resetting import ask_for_password, set_password_now
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.errors import DomainError, FieldError
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import nfc

router = service_router("identity", "/account-requests", tags=["account-requests"])


class AskedFor(BaseModel):
    """`about` `account`: with `unit_code` (head) or `appraiser_code` (lead), `username`, `holder_name`; `password`: with `account_id`."""

    model_config = ConfigDict(extra="forbid")

    about: domain.About
    unit_code: str | None = None
    appraiser_code: str | None = None
    username: str | None = None
    holder_name: str | None = None
    role: Role | None = None
    account_id: UUID | None = None
    reason: str


class RequestOut(BaseModel):
    """`allowed_actions`: `approve`, `refuse`, `withdraw`."""

    id: UUID
    about: domain.About
    kind: Literal["data_entry", "appraisal"]
    unit_code: str | None
    unit_name: str | None
    appraiser_code: str | None
    username: str | None
    holder_name: str | None
    role: Role | None
    account_id: UUID | None
    account_username: str | None
    account_holder: str | None
    reason: str
    status: domain.Status
    asked_by: UUID
    asked_by_name: str | None
    asked_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    decision_reason: str
    version: int
    allowed_actions: list[Literal["approve", "refuse", "withdraw"]]


class Approval(BaseModel):
    """`username`: another than the one asked for."""

    model_config = ConfigDict(extra="forbid")

    username: str | None = None


class Approved(BaseModel):
    """`initial_password` is shown once; null where the identity provider has not answered yet, the person is then made later."""

    request: RequestOut
    initial_password: str | None = Field(default=None, repr=False)


class UnitToAskFor(BaseModel):
    code: str
    name: str


class WhatToAskFor(BaseModel):
    """For whom one may ask; `open` is how many requests that one sees wait for a decision."""

    kind: Literal["data_entry", "appraisal"] | None
    units: list[UnitToAskFor]
    appraiser_code: str | None
    roles: list[Role]
    open: int


@router.get("/options")
async def what_to_ask_for(actor: MayReadRequests, ctx: Ctx) -> WhatToAskFor:
    """Được đề nghị cấp tài khoản cho đơn vị, cơ quan nào; còn bao nhiêu đề nghị đang chờ."""
    async with ctx.snapshot() as tx:
        units = await store.units_of(tx, _unit_of_head(actor))
        asker = _asker(actor, units)
        waiting = await store.count_open(tx, asker)
    agency = _agency_of_lead(actor)
    kind: Literal["data_entry", "appraisal"] | None = "data_entry" if units else "appraisal" if agency else None
    roles: list[Role] = list(domain.ROLES_TO_ASK_FOR[kind]) if kind else []
    return WhatToAskFor(kind=kind, units=[UnitToAskFor(code=c, name=n) for c, n in units], appraiser_code=agency, roles=roles, open=waiting)


@router.get("")
async def list_requests(
    actor: MayReadRequests,
    ctx: Ctx,
    limit: Limit = 100,
    after: After = None,
    status: Annotated[domain.Status | None, Query()] = None,
) -> Page[RequestOut]:
    """Các đề nghị cấp tài khoản, cấp lại mật khẩu: quản trị xem tất cả, người đứng đầu và đầu mối xem của đơn vị, cơ quan mình."""
    async with ctx.snapshot() as tx:
        asker = _asker(actor, await store.units_of(tx, _unit_of_head(actor)))
        found = await store.page(tx, asker, status=status, after=after_id(after), limit=limit + 1)
    rows, following = page_by_id(found, limit, lambda row: row["id"])
    return Page(items=[_out(row, actor) for row in rows], next=following)


@router.post("", status_code=201)
async def ask_for_account(body: AskedFor, actor: MayAskForAccounts, ctx: Ctx, retry: RetryProtection, response: Response) -> RequestOut:
    """Đề nghị cấp tài khoản bổ sung, hoặc cấp lại mật khẩu cho một tài khoản của đơn vị, cơ quan mình."""
    async with ctx.transaction() as tx:
        asker = _asker(actor, await store.units_of(tx, _unit_of_head(actor)))
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            request = await _asked(tx, body, actor, asker or domain.Asker())
            await store.add(tx, request)
            earlier = str(request.id)
            await retry.keep(tx, actor.account_id, earlier)
        answer = _out(await store.told(tx, asker, UUID(earlier)), actor)
    set_etag(response, answer.version)
    return answer


@router.post("/{request_id}/approve")
async def approve_request(
    request_id: UUID, body: Approval, actor: MayDecideRequests, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> Approved:
    """Duyệt đề nghị: cấp tài khoản hoặc cấp lại mật khẩu; mật khẩu một lần chỉ hiện trong trả lời này."""
    password: str | None = new_password()
    async with ctx.transaction() as tx:
        present = await _present(tx, None, request_id, expected, actor)
        now = await real_now(tx)
        if present.about == "password":
            assert present.account_id is not None and password is not None
            request = domain.decide(present, "approved", actor.account_id, now)
            task_id: int | None = await ask_for_password(tx, present.account_id, password, present.reason, actor.account_id)
        else:
            domain.decide(present, "approved", actor.account_id, now)
            granted, refused = await grant_all(tx, [Asked(domain.grant_of(present, body.username))], set(), actor.account_id)
            for _, fault in refused:
                raise fault
            request = domain.decide(present, "approved", actor.account_id, now, account_id=granted[0].account.id)
            task_id, password = granted[0].task_id, granted[0].password
        await store.save(tx, request)
    try:
        if request.about == "password":
            assert task_id is not None
            await set_password_now(ctx, task_id)
        elif task_id is not None:
            outcome = (await carry_out_now(ctx, [task_id])).get(task_id)
            if outcome is not None and outcome.refusal is not None:
                raise UsernameTaken(outcome.refusal, errors=(FieldError("/username", outcome.refusal),))
            password = password if outcome is not None else None
    except DomainError:
        async with ctx.transaction() as tx:
            await store.save(tx, domain.reopen(await store.load_to_change(tx, None, request_id)))
        raise
    async with ctx.snapshot() as tx:
        answer = _out(await store.told(tx, None, request_id), actor)
    set_etag(response, answer.version)
    return Approved(request=answer, initial_password=password)


@router.post("/{request_id}/refuse")
async def refuse_request(
    request_id: UUID, body: Reason, actor: MayDecideRequests, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> RequestOut:
    """Từ chối đề nghị, nêu lý do."""
    reason = body.cleaned()
    async with ctx.transaction() as tx:
        present = await _present(tx, None, request_id, expected, actor)
        await store.save(tx, domain.decide(present, "refused", actor.account_id, await real_now(tx), reason))
        answer = _out(await store.told(tx, None, request_id), actor)
    set_etag(response, answer.version)
    return answer


@router.post("/{request_id}/withdraw")
async def withdraw_request(
    request_id: UUID, actor: MayAskForAccounts, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> RequestOut:
    """Rút đề nghị của đơn vị, cơ quan mình khi chưa được giải quyết."""
    async with ctx.transaction() as tx:
        asker = _asker(actor, await store.units_of(tx, _unit_of_head(actor)))
        present = await _present(tx, asker, request_id, expected, actor)
        await store.save(tx, domain.decide(present, "withdrawn", actor.account_id, await real_now(tx)))
        answer = _out(await store.told(tx, asker, request_id), actor)
    set_etag(response, answer.version)
    return answer


async def _asked(tx: AsyncConnection, body: AskedFor, actor: Actor, asker: domain.Asker) -> domain.AccountRequest:
    request = domain.AccountRequest(
        id=await store.new_id(tx),
        about=body.about,
        unit_code=nfc(body.unit_code) if body.unit_code else None,
        appraiser_code=nfc(body.appraiser_code) if body.appraiser_code else None,
        username=body.username,
        holder_name=body.holder_name,
        role=body.role,
        account_id=None,
        reason="",
        asked_by=actor.account_id,
        asked_at=await real_now(tx),
    )
    try:
        request = replace(request, reason=clean_line(body.reason, "reason", REASON_LIMIT))
        if body.about == "account":
            domain.check_place(asker, request.unit_code, request.appraiser_code)
            return domain.check_asked(request)
        if body.account_id is None:
            raise Refused("value-missing", "Hãy chọn tài khoản cần cấp lại mật khẩu.", "account_id")
    except Refused as refused:
        raise as_invalid("identity", refused) from refused
    account = await visibility.load(tx, actor, body.account_id)
    domain.check_place(asker, account.unit_code, account.appraiser_code)
    require_not_ended(account)
    return replace(
        request,
        unit_code=account.unit_code,
        appraiser_code=account.appraiser_code,
        username=None,
        holder_name=None,
        role=None,
        account_id=account.id,
    )


async def _present(tx: AsyncConnection, asker: domain.Asker | None, request_id: UUID, expected: int, actor: Actor) -> domain.AccountRequest:
    present = await store.load_to_change(tx, asker, request_id)
    told = _out(await store.told(tx, asker, request_id), actor)
    require_version(expected, present.version, told.model_dump(mode="json"))
    return present


def _unit_of_head(actor: Actor) -> str | None:
    return actor.unit_code if "unit_approver" in actor.roles else None


def _agency_of_lead(actor: Actor) -> str | None:
    return actor.appraiser_code if "appraisal_lead" in actor.roles else None


def _asker(actor: Actor, units: list[tuple[str, str]]) -> domain.Asker | None:
    """None: an administrator, who sees all."""
    return None if actor.kind == "administration" else domain.Asker([code for code, _ in units], _agency_of_lead(actor))


def _out(row: dict[str, Any], actor: Actor) -> RequestOut:
    acts: list[Literal["approve", "refuse", "withdraw"]] = []
    if row["status"] == "open":
        acts = ["approve", "refuse"] if actor.kind == "administration" else ["withdraw"]
    kind = "data_entry" if row["unit_code"] is not None else "appraisal"
    return RequestOut.model_validate({**row, "kind": kind, "allowed_actions": acts})
